package org.unravel.ensemble;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

import org.unravel.engine.EngineSelection;
import org.unravel.engine.Engines;
import org.unravel.model.CutOffs;
import org.unravel.model.EnsembleDefaults.Until;
import org.unravel.model.Model;
import org.unravel.model.Quantity;
import org.unravel.statistics.EffectiveSize;
import org.unravel.statistics.GroupedSample;
import org.unravel.statistics.PowerSums;
import org.unravel.trajectory.Engine;
import org.unravel.trajectory.EngineCounters;
import org.unravel.trajectory.LaneWorker;

/**
 * Samples an ensemble: blocks of trajectories go to threads, their results come back in any order and are merged in index order.
 *
 * <p>A block is a pure function of (model, seed, index, kernel) and its size depends on the model alone, so the result has the same bits for
 * any number of threads and lanes (engine.md, "Why results do not depend on threads").
 */
public final class Sampling {

    /** Blocks that may be ahead of the merge, per thread: bounds the memory, whatever the number of trajectories. */
    private static final int LEAD = 4;
    private static final int LARGEST_BLOCK = 2048;
    private static final String ALL_DONE = "all trajectories done";
    /** Why a run has ended that was told to. */
    public static final String INTERRUPTED = "interrupted";
    private static final int SMALLEST_BLOCK = 64;
    /** State amplitudes of a block, so that blocks of large models stay short. */
    private static final int BLOCK_AMPLITUDES = 1 << 18;

    private final Engine engine;
    private final Model model;
    private final RunPlan plan;
    private final Progress progress;
    private final StopRequest request;
    private final int blockSize;
    private final long blockCount;
    private final MergeTree tree = new MergeTree();
    private final Map<Long, CountedBlock> finishedEarly = new HashMap<>();
    private final int untilQuantity;
    private final Optional<EndStates> ends;
    private long nextBlock;
    private long nextTest = 1;
    private boolean stopped;
    private boolean reached;
    private EngineCounters counters = EngineCounters.NONE;

    private record CountedBlock(BlockResult result, EngineCounters counters) {
    }

    private Sampling(Engine engine, Model model, RunPlan plan, Progress progress, StopRequest request) {
        this.engine = engine;
        this.model = model;
        this.plan = plan;
        this.progress = progress;
        this.request = request;
        this.blockSize = blockSize(model);
        this.blockCount = (plan.trajectoryCount() + blockSize - 1) / blockSize;
        this.untilQuantity = model.ensemble().until().map(u -> BlockAccumulator.finalNames(model).indexOf(u.quantity())).orElse(-1);
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
        EngineSelection selection = Engines.select(recorded, CutOffs.projectors(model.space()), plan.engine());
        progress.selected(selection, blockSize(model));
        return run(selection.engine(), recorded, plan, progress, request, start);
    }

    /** Runs a plan with an engine that is ready: made for the model with the observables that the plan records. */
    public static EnsembleResult run(Engine engine, Model model, RunPlan plan, Progress progress) {
        return run(engine, model, plan, progress, StopRequest.NONE, System.nanoTime());
    }

    private static EnsembleResult run(Engine engine, Model model, RunPlan plan, Progress progress, StopRequest request, long start) {
        Sampling sampling = new Sampling(engine, model, plan, progress, request);
        sampling.work();
        if (sampling.tree.blockCount() == 0) {
            throw new IllegalStateException("interrupted before the first " + Math.min(sampling.blockSize, plan.trajectoryCount()) + " trajectories were done");
        }
        String reason = sampling.reason();
        BlockResult merged = sampling.tree.finish();
        double seconds = (System.nanoTime() - start) * 1e-9;
        return ResultAssembly.assemble(model, plan, engine, merged, sampling.counters, reason, seconds);
    }

    /** Trajectories of a block, which are kept together or not at all: a function of the model alone. */
    static int blockSize(Model model) {
        int size = Math.max(SMALLEST_BLOCK, Math.min(LARGEST_BLOCK, BLOCK_AMPLITUDES / model.dimension()));
        return size / SMALLEST_BLOCK * SMALLEST_BLOCK;
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
            LaneWorker worker = engine.worker(plan.recording().times());
            BlockAccumulator accumulator = new BlockAccumulator(model, engine.paddedLaneCount(), plan.recording(), ends, plan.seed());
            EngineCounters before = worker.counters();
            for (long block = takeBlock(); block >= 0; block = takeBlock()) {
                long from = block * blockSize;
                long to = Math.min(from + blockSize, plan.trajectoryCount());
                accumulator.start(from);
                for (long first = from; first < to; first += engine.laneCount()) {
                    if (request.isMade()) {
                        return;
                    }
                    worker.run(plan.seed(), first, (int) Math.min(engine.laneCount(), to - first), accumulator);
                }
                EngineCounters after = worker.counters();
                finished(block, new CountedBlock(accumulator.result(), after.minus(before)));
                before = after;
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

    private synchronized void finished(long block, CountedBlock result) {
        finishedEarly.put(block, result);
        while (!reached && finishedEarly.containsKey(tree.blockCount())) {
            CountedBlock next = finishedEarly.remove(tree.blockCount());
            tree.add(next.result);
            counters = counters.plus(next.counters);
            progress.advanced(Math.min(plan.trajectoryCount(), tree.blockCount() * blockSize), plan.trajectoryCount());
            if (model.ensemble().until().isPresent() && tree.blockCount() == nextTest) {
                nextTest = Math.max(nextTest + 1, nextTest * 5 / 4);
                reached = isReached();
            }
        }
        stopped |= reached;
        notifyAll();
    }

    /**
     * Whether the standard error at the end has come down to the goal. Tested at fixed numbers of blocks, on whole prefixes of the trajectories. Of a biased
     * run only where the result would show it: a few trajectories that carry the weight have any standard error. The standard error must be one to be
     * relied on ({@link StopBounds}).
     */
    private boolean isReached() {
        return obstacle().isEmpty();
    }

    /** Why the run may not stop yet. */
    private Optional<String> obstacle() {
        Until until = model.ensemble().until().orElseThrow();
        PowerSums sums = merged(node -> sample(node, until.quantity()).whole());
        // No spread at all so far means that nothing has been seen yet, not that the mean is known.
        boolean low = sums.standardError() > 0 && sums.standardError() <= until.standardError()
                && EffectiveSize.suffices(sums.effectiveSupport()) && allowErrorBars();
        if (!low) {
            return Optional.of("not reached");
        }
        return plan.stop().orElseGet(() -> StopBounds.unknown(model)).obstacle(model, until.standardError(), sums.standardError(), sums.count(), holders())
                .map(why -> "not to be relied on, " + why);
    }

    /** Trajectories so far in which each channel has jumped. */
    private long[] holders() {
        long[] holders = new long[model.channels().size()];
        for (BlockResult node : tree.nodes()) {
            for (int k = 0; k < holders.length; k++) {
                holders[k] += node.jumpCounts(k).positive();
            }
        }
        return holders;
    }

    private String reason() {
        if (request.isMade() && tree.blockCount() < blockCount && !reached) {
            return INTERRUPTED;
        }
        if (model.ensemble().until().isEmpty()) {
            return ALL_DONE;
        }
        String goal = "standard error of " + model.ensemble().until().get().quantity();
        return reached ? goal + " reached" : ALL_DONE + ", " + goal + " " + obstacle().orElse("reached");
    }

    private boolean allowErrorBars() {
        if (tree.nodes().get(0).weights().isEmpty()) {
            return true;
        }
        PowerSums weights = merged(node -> node.weights().orElseThrow().whole());
        return Weights.obstacle(weights.effectiveTermCount(), weights.mean(), weights.standardError()).isEmpty();
    }

    private PowerSums merged(Function<BlockResult, PowerSums> part) {
        PowerSums sums = null;
        for (BlockResult node : tree.nodes()) {
            PowerSums earlier = part.apply(node);
            if (sums != null) {
                earlier.combine(sums);
            }
            sums = earlier;
        }
        return sums;
    }

    private GroupedSample sample(BlockResult node, String quantity) {
        return quantity.equals(Quantity.WORK_TPM) ? node.twoPoint().orElseThrow().work() : node.finals(untilQuantity);
    }

    private synchronized void stop() {
        if (nextBlock < blockCount) {
            // A worker that ends early has failed; the others need not go on.
            stopped = true;
        }
        notifyAll();
    }
}
