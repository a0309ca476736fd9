package org.unravel.ensemble;

import java.util.List;
import java.util.Optional;

import org.unravel.model.Model;
import org.unravel.trajectory.Engine;
import org.unravel.trajectory.EngineCounters;
import org.unravel.trajectory.LaneWorker;

/**
 * Runs blocks: the {@link Block} of an index is a pure function of model, seed, index and kernel, whoever runs it and whatever was run before. One per worker
 * thread.
 */
final class BlockRunner {

    private static final int LARGEST_BLOCK = 2048;
    private static final int SMALLEST_BLOCK = 64;
    /** State amplitudes of a block, so that blocks of large models stay short. */
    private static final int BLOCK_AMPLITUDES = 1 << 18;

    private final Engine engine;
    private final RunPlan plan;
    private final StopRequest request;
    private final LaneWorker worker;
    private final BlockObserver observer;
    private final int blockSize;
    private EngineCounters before;

    /** A runner for a model that has the recorded observables only; {@code ends} as for {@link Tallies#of}. */
    BlockRunner(Engine engine, Model model, RunPlan plan, Optional<EndStates> ends, StopRequest request) {
        this.engine = engine;
        this.plan = plan;
        this.request = request;
        this.worker = engine.worker(plan.recording().times());
        this.blockSize = blockSize(model);
        this.observer = new BlockObserver(model, engine.paddedLaneCount(), blockSize, plan, ends);
        this.before = worker.counters();
    }

    /** Trajectories of a block, which are kept together or not at all: a function of the model alone. */
    static int blockSize(Model model) {
        int size = Math.max(SMALLEST_BLOCK, Math.min(LARGEST_BLOCK, BLOCK_AMPLITUDES / model.dimension()));
        return size / SMALLEST_BLOCK * SMALLEST_BLOCK;
    }

    /** The block of an index; empty if the run was told to end meanwhile. */
    Optional<Block> run(long index) {
        long from = index * blockSize;
        long to = Math.min(from + blockSize, plan.trajectoryCount());
        observer.start(from);
        for (long first = from; first < to; first += engine.laneCount()) {
            if (request.isMade()) {
                return Optional.empty();
            }
            worker.run(plan.seed(), first, (int) Math.min(engine.laneCount(), to - first), observer);
        }
        EngineCounters after = worker.counters();
        Block block = observer.block(after.minus(before));
        before = after;
        return Optional.of(block);
    }

    /** The records of the block that {@link #run} has given last, if the run keeps any. */
    Optional<TrajectoryRecords> records() {
        return observer.records();
    }

    /** Empty sums of all that a block holds, to read one into. */
    List<TallySums> empty() {
        return observer.empty();
    }
}
