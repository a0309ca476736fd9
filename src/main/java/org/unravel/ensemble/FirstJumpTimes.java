package org.unravel.ensemble;

import org.unravel.model.TimeGrid;

/**
 * When trajectories jumped first, in cells finer than the steps of the time grid. One value from each trajectory, so the counts are independent.
 *
 * @param counts trajectories whose first jump lies in a cell; equal cells from start to end, shape [cells]
 * @param without trajectories that never jumped
 */
public record FirstJumpTimes(long[] counts, long without) {

    /** So many cells make the distance at their edges as good as the largest one: it falls short by some 0.6/√8192 of a standard deviation. */
    private static final int CELLS = 8192;

    /** Number of cells: a multiple of the number of steps, as near to 8192 as it can be. */
    public static int cellCount(TimeGrid grid) {
        int steps = grid.pointCount() - 1;
        return steps * Math.max(1, CELLS / steps);
    }

    /** Trajectories that jumped. */
    public long jumped() {
        return java.util.Arrays.stream(counts).sum();
    }
}
