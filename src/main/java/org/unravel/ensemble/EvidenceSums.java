package org.unravel.ensemble;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.unravel.model.Quantity;
import org.unravel.model.TimeGrid;
import org.unravel.statistics.WeightTable;

/** What some consecutive trajectories say for the verdict alone: first jumps, and whether neighbours hang together. Two merge into one. */
final class EvidenceSums implements TallySums {

    /** Name of the number of jumps of all channels. */
    private static final String ALL_JUMPS = "jumps";

    private final TimeGrid grid;
    private final double cellsPerTime;
    private final int cells;
    private final WeightTable firstJumps;
    private final GroupedWaitingTimes delays;
    private final NeighbourSums heat = new NeighbourSums(Quantity.HEAT);
    private final NeighbourSums jumps = new NeighbourSums(ALL_JUMPS);
    private final WeightTable withoutJump = new WeightTable(1);

    EvidenceSums(TimeGrid grid, int channelGroups) {
        this.grid = grid;
        cells = channelGroups == 0 ? 0 : FirstJumpTimes.cellCount(grid);
        firstJumps = new WeightTable(cells);
        delays = GroupedWaitingTimes.empty(channelGroups);
        cellsPerTime = cells / (grid.end() - grid.start());
    }

    /** The first jump of a trajectory. */
    void firstJump(double time, double weight) {
        firstJumps.add(Math.min(cells - 1, (int) ((time - grid.start()) * cellsPerTime)), weight);
    }

    /** A jump after another one, of groups of channels. */
    void laterJump(long trajectory, int from, int to, double delay, double weight) {
        delays.add(trajectory, from, to, delay / (grid.end() - grid.start()), weight);
    }

    /** The trajectories of a lane group have ended. */
    void end(long first, int laneCount, double[] heats, int[][] jumpCounts, double[] weight) {
        for (int b = 0; b < laneCount; b++) {
            long sum = 0;
            for (int[] counts : jumpCounts) {
                sum += counts[b];
            }
            if (sum == 0) {
                withoutJump.add(0, weight[b]);
            }
            heat.add(first + b, weight[b] * heats[b]);
            jumps.add(first + b, weight[b] * sum);
        }
    }

    @Override
    public void combine(TallySums other) {
        EvidenceSums later = (EvidenceSums) other;
        firstJumps.combine(later.firstJumps);
        withoutJump.combine(later.withoutJump);
        delays.combine(later.delays);
        heat.combine(later.heat);
        jumps.combine(later.jumps);
    }

    @Override
    public void write(DataOutput out) throws IOException {
        firstJumps.write(out);
        withoutJump.write(out);
        delays.write(out);
        heat.write(out);
        jumps.write(out);
    }

    @Override
    public void read(DataInput in) throws IOException {
        firstJumps.read(in);
        withoutJump.read(in);
        delays.read(in);
        heat.read(in);
        jumps.read(in);
    }

    @Override
    public void contribute(ResultParts parts) {
        parts.evidence(evidence());
    }

    Evidence evidence() {
        List<NeighbourCorrelation> neighbours = new ArrayList<>(heat.correlations());
        neighbours.addAll(jumps.correlations());
        return new Evidence(new FirstJumpTimes(firstJumps.copy(), withoutJump.at(0)), delays, neighbours);
    }
}
