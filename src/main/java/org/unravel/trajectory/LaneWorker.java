package org.unravel.trajectory;

/** Propagates one lane group at a time: the mutable half of an engine. One per thread. */
public interface LaneWorker {

    /**
     * Runs trajectories {@code first} … {@code first + laneCount − 1} from start to end.
     *
     * @param seed seed of the run
     * @param first index of the first trajectory, ≥ 0
     * @param laneCount number of trajectories, from 1 to {@link Engine#laneCount()}
     * @param observer sees them
     */
    void run(long seed, long first, int laneCount, LaneObserver observer);

    /** What this worker has done so far. */
    EngineCounters counters();
}
