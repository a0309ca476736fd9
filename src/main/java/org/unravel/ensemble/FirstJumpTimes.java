package org.unravel.ensemble;

import org.unravel.model.TimeGrid;
import org.unravel.statistics.WeightedCount;
import org.unravel.statistics.WeightTable;

/**
 * When trajectories jumped first, in cells finer than the steps of the time grid. One value from each trajectory, so they are independent.
 *
 * @param cells trajectories whose first jump lies in a cell, with their weights just after it; equal cells from start to end
 * @param without trajectories that never jumped, with their weights at the end
 */
public record FirstJumpTimes(WeightTable cells, WeightedCount without) {

    /** So many cells make the distance at their edges as good as the largest one: it falls short by some 0.6/√8192 of a standard deviation. */
    private static final int CELLS = 8192;

    /** Number of cells: a multiple of the number of steps, as near to 8192 as it can be. */
    public static int cellCount(TimeGrid grid) {
        int steps = grid.pointCount() - 1;
        return steps * Math.max(1, CELLS / steps);
    }

    /** Numbers of trajectories of weight 1. */
    public static FirstJumpTimes ofCounts(long[] counts, long without) {
        return new FirstJumpTimes(WeightTable.ofCounts(counts), WeightedCount.ofCount(without));
    }

    /** Trajectories that jumped. */
    public WeightedCount jumped() {
        return cells.total();
    }
}
