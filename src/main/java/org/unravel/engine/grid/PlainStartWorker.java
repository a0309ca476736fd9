package org.unravel.engine.grid;

import org.unravel.engine.jump.JumpLaw;
import org.unravel.engine.lane.LaneKernel;
import org.unravel.engine.lane.PlainLaneKernel;
import org.unravel.trajectory.EngineCounters;
import org.unravel.trajectory.LaneObserver;
import org.unravel.trajectory.LaneWorker;
import org.unravel.trajectory.Recording;

/**
 * Runs the first trajectories on plain loops and the others on the fastest ones.
 *
 * <p>Loops of the Vector API are up to a hundred times slower than plain ones until they are compiled, and compiling them takes longer than a
 * short run. Both give the same bits ({@link LaneKernel}), so where the change comes shows in no result.
 */
final class PlainStartWorker implements LaneWorker {

    /**
     * Work for plain loops, in lanes times steps times entries of the largest sector's propagator: half a second on two cores. On a qubit with 305 steps, 30 000
     * trajectories, the vectors had not yet caught up then; at 100 000 they had.
     */
    private static final double PLAIN_WORK = 4e7;

    private final GridTables tables;
    private final LaneKernel kernel;
    private final int lanes;
    private final Recording.Times times;
    private final JumpLaw law;
    private final long plainCount;
    private GridWorker plain;
    private GridWorker fast;

    PlainStartWorker(GridTables tables, LaneKernel kernel, int lanes, Recording.Times times, JumpLaw law) {
        this.tables = tables;
        this.kernel = kernel;
        this.lanes = lanes;
        this.times = times;
        this.law = law;
        this.plainCount = plainCount(tables);
    }

    /** How many trajectories, from the first one on, take plain loops. */
    static long plainCount(GridTables tables) {
        int entries = tables.sectors().stream().mapToInt(s -> s.outer().rowCount()).max().orElseThrow();
        return (long) (PLAIN_WORK / ((double) tables.stepCount() * entries));
    }

    @Override
    public void run(long seed, long first, int laneCount, LaneObserver observer) {
        if (first + laneCount <= plainCount) {
            if (plain == null) {
                plain = new GridWorker(tables, new PlainLaneKernel(), lanes, times, law);
            }
            plain.run(seed, first, laneCount, observer);
        } else {
            if (fast == null) {
                fast = new GridWorker(tables, kernel, lanes, times, law);
            }
            fast.run(seed, first, laneCount, observer);
        }
    }

    @Override
    public EngineCounters counters() {
        EngineCounters both = plain == null ? EngineCounters.NONE : plain.counters();
        return fast == null ? both : both.plus(fast.counters());
    }
}
