package org.unravel.ensemble;

import java.util.ArrayList;
import java.util.List;

import org.unravel.model.Quantity;
import org.unravel.model.TimeGrid;

/** What some consecutive trajectories say for the verdict alone: first jumps, and whether neighbours hang together. Two merge into one. */
final class EvidenceSums {

    /** Name of the number of jumps of all channels. */
    private static final String ALL_JUMPS = "jumps";

    private final TimeGrid grid;
    private final double cellsPerTime;
    private final long[] firstJumps;
    private final GroupedDelays delays;
    private final NeighbourSums heat = new NeighbourSums(Quantity.HEAT);
    private final NeighbourSums jumps = new NeighbourSums(ALL_JUMPS);
    private long withoutJump;

    EvidenceSums(TimeGrid grid, int channelCount) {
        this.grid = grid;
        firstJumps = new long[channelCount == 0 ? 0 : FirstJumpTimes.cellCount(grid)];
        delays = GroupedDelays.empty(channelCount);
        cellsPerTime = firstJumps.length / (grid.end() - grid.start());
    }

    /** The first jump of a trajectory. */
    void firstJump(double time) {
        firstJumps[Math.min(firstJumps.length - 1, (int) ((time - grid.start()) * cellsPerTime))]++;
    }

    /** A jump after another one. */
    void laterJump(long trajectory, int from, int to, double delay) {
        delays.add(trajectory, from, to, delay / (grid.end() - grid.start()));
    }

    /** The trajectories of a lane group have ended. */
    void end(long first, int laneCount, double[] heats, int[][] jumpCounts) {
        for (int b = 0; b < laneCount; b++) {
            long sum = 0;
            for (int[] counts : jumpCounts) {
                sum += counts[b];
            }
            withoutJump += sum == 0 ? 1 : 0;
            heat.add(first + b, heats[b]);
            jumps.add(first + b, sum);
        }
    }

    void combine(EvidenceSums later) {
        for (int c = 0; c < firstJumps.length; c++) {
            firstJumps[c] += later.firstJumps[c];
        }
        withoutJump += later.withoutJump;
        delays.combine(later.delays);
        heat.combine(later.heat);
        jumps.combine(later.jumps);
    }

    Evidence evidence() {
        List<NeighbourCorrelation> neighbours = new ArrayList<>(heat.correlations());
        neighbours.addAll(jumps.correlations());
        return new Evidence(new FirstJumpTimes(firstJumps.clone(), withoutJump), delays, neighbours);
    }
}
