package org.unravel.ensemble;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.DoubleSupplier;

import org.unravel.engine.EngineSelection;
import org.unravel.engine.Engines;
import org.unravel.model.CutOffs;
import org.unravel.model.Model;
import org.unravel.trajectory.Engine;
import org.unravel.trajectory.EngineCounters;

/**
 * Samples an ensemble: blocks of trajectories go to threads, their results come back in any order and are merged in index order.
 *
 * <p>A block is a pure function of (model, seed, index, kernel) and its size depends on the model alone, so the result has the same bits for
 * any number of threads and lanes (engine.md, "Why results do not depend on threads").
 */
public final class Sampling {

    /** Blocks that may be ahead of the merge, per thread: bounds the memory, whatever the number of trajectories. */
    private static final int LEAD = 4;
    /** Format in which the sums of a block are written; blocks of another one cannot be read. */
    public static final int BLOCK_FORMAT = Block.FORMAT;
    /** Why a run has ended that was not told to. */
    public static final String ALL_DONE = "all trajectories done";
    /** Why a run has ended that was told to. */
    public static final String INTERRUPTED = "interrupted";

    private final Engine engine;
    private final Model model;
    private final RunPlan plan;
    private final Progress progress;
    private final StopRequest request;
    private final int blockSize;
    private final long blockCount;
    private final MergeTree tree = new MergeTree();
    private final Map<Long, Finished> finishedEarly = new HashMap<>();
    private final Optional<StoppingRule> rule;
    private final Optional<EndStates> ends;
    private long nextBlock;
    private long nextTest = 1;
    private boolean stopped;
    private boolean reached;

    /** A block, and the records of its trajectories if the run keeps any. */
    private record Finished(Block block, Optional<TrajectoryRecords> records) {
    }

    private Sampling(Engine engine, Model model, RunPlan plan, Progress progress, StopRequest request) {
        this.engine = engine;
        this.model = model;
        this.plan = plan;
        this.progress = progress;
        this.request = request;
        this.blockSize = BlockRunner.blockSize(model);
        this.blockCount = (plan.trajectoryCount() + blockSize - 1) / blockSize;
        this.rule = StoppingRule.of(model, plan);
        this.ends = model.isMeasured() ? Optional.of(EndStates.of(model, plan.finalState())) : Optional.empty();
    }

    /** Runs a plan with an engine made for it. */
    public static EnsembleResult run(Model model, RunPlan plan, Progress progress) {
        return run(model, plan, progress, StopRequest.NONE);
    }

    /**
     * The same, which may be told to end early.
     *
     * @throws IllegalStateException if it is told so before anything is finished
     */
    public static EnsembleResult run(Model model, RunPlan plan, Progress progress, StopRequest request) {
        long start = System.nanoTime();
        Model recorded = plan.recording().restrict(model);
        EngineSelection selection = plan.recording().stateGroups() > 0 ? Engines.selectShowingKets(recorded, CutOffs.projectors(model.space()), plan.engine())
                : Engines.select(recorded, CutOffs.projectors(model.space()), plan.engine());
        progress.selected(selection, BlockRunner.blockSize(model));
        return run(selection.engine(), recorded, plan, progress, request, start, selection.expectedJumps());
    }

    /** Runs a plan with an engine that is ready: made for the model with the observables that the plan records. */
    public static EnsembleResult run(Engine engine, Model model, RunPlan plan, Progress progress) {
        return run(engine, model, plan, progress, StopRequest.NONE, System.nanoTime(), () -> Double.NaN);
    }

    private static EnsembleResult run(Engine engine, Model model, RunPlan plan, Progress progress, StopRequest request, long start,
            DoubleSupplier expectedJumps) {
        Sampling sampling = new Sampling(engine, model, plan, progress, request);
        plan.records().ifPresent(sink -> sink.begin(RecordPlan.of(model, plan, sampling.ends, expectedJumps.getAsDouble())));
        sampling.work();
        if (sampling.tree.blockCount() == 0) {
            throw new IllegalStateException("interrupted before the first " + Math.min(sampling.blockSize, plan.trajectoryCount()) + " trajectories were done");
        }
        String reason = sampling.reason();
        Block merged = sampling.tree.finish();
        double seconds = (System.nanoTime() - start) * 1e-9;
        return result(merged, engine, new EnsembleResult.Origin(merged.trajectoryCount(), plan.seed(), plan.threadCount(), engine.name(), engine.kernel(),
                seconds, reason, merged.counters().jumps()));
    }

    private static EnsembleResult result(Block merged, Engine engine, EnsembleResult.Origin origin) {
        ResultParts parts = new ResultParts(merged.trajectoryCount());
        merged.sums().forEach(s -> s.contribute(parts));
        return WithheldErrors.of(parts.result(origin, facts(engine, merged.counters()), engine.caveats()));
    }

    private static Map<String, Object> facts(Engine engine, EngineCounters counters) {
        Map<String, Object> facts = new LinkedHashMap<>(engine.description());
        facts.put("root_iterations", counters.rootIterations());
        facts.put("later_jumps_of_a_step", counters.laterJumpsOfStep());
        facts.put("grazed_thresholds", counters.grazings());
        facts.put("refined_energy_integrals", counters.refinements());
        facts.put("unclosed_energy_integrals", counters.unclosed());
        return facts;
    }

    private void work() {
        int threads = (int) Math.min(plan.threadCount(), blockCount);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            Future<?>[] futures = new Future<?>[threads];
            for (int i = 0; i < threads; i++) {
                futures[i] = pool.submit(this::workBlocks);
            }
            for (Future<?> future : futures) {
                future.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the run was interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private void workBlocks() {
        try {
            BlockRunner runner = new BlockRunner(engine, model, plan, ends, request);
            for (long index = takeBlock(); index >= 0; index = takeBlock()) {
                Optional<Block> block = runner.run(index);
                if (block.isEmpty()) {
                    return;
                }
                finished(index, new Finished(block.get(), runner.records()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            stop();
        }
    }

    /** The next block to work on, or −1; waits while the merge is too far behind. */
    private synchronized long takeBlock() throws InterruptedException {
        while (!stopped && nextBlock < blockCount && nextBlock >= tree.blockCount() + (long) LEAD * plan.threadCount()) {
            wait();
        }
        return stopped || nextBlock >= blockCount ? -1 : nextBlock++;
    }

    /** A stopping rule is asked at fixed numbers of blocks, about whole prefixes of the trajectories. */
    private synchronized void finished(long index, Finished finished) {
        finishedEarly.put(index, finished);
        while (!reached && finishedEarly.containsKey(tree.blockCount())) {
            Finished next = finishedEarly.remove(tree.blockCount());
            next.records().ifPresent(r -> plan.records().orElseThrow().take(r));
            tree.add(next.block());
            progress.means(() -> RunningMean.of(tree.nodes()));
            progress.advanced(Math.min(plan.trajectoryCount(), tree.blockCount() * blockSize), plan.trajectoryCount());
            if (rule.isPresent() && tree.blockCount() == nextTest) {
                nextTest = Math.max(nextTest + 1, nextTest * 5 / 4);
                reached = rule.get().obstacle(tree.nodes()).isEmpty();
            }
        }
        stopped |= reached;
        notifyAll();
    }

    private String reason() {
        if (request.isMade() && tree.blockCount() < blockCount && !reached) {
            return INTERRUPTED;
        }
        if (rule.isEmpty()) {
            return ALL_DONE;
        }
        String goal = rule.get().goal();
        return reached ? goal + " reached" : ALL_DONE + ", " + goal + " " + rule.get().obstacle(tree.nodes()).orElse("reached");
    }

    private synchronized void stop() {
        if (nextBlock < blockCount) {
            // A worker that ends early has failed; the others need not go on.
            stopped = true;
        }
        notifyAll();
    }
}
