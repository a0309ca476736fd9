package org.unravel.ensemble;

import java.util.Arrays;

import org.unravel.model.Model;
import org.unravel.model.WeightSign;
import org.unravel.statistics.GroupedSample;

/** The weights of trajectories at every grid time, where they have such, and their jumps with them. */
final class WeightTally implements Tally, Tally.OfGridPoints, Tally.OfEnds {

    private final Model model;
    private final int channelCount;
    private final WeightedCurveSums weights;
    private final double[] ones;
    private final WeightedCurveSums jumps;
    private final double[] numbers;
    private GroupedSample finals;

    /** For lane groups of up to so many trajectories. */
    WeightTally(Model model, int lanes) {
        this.model = model;
        int points = model.time().pointCount();
        this.channelCount = model.channels().size();
        this.weights = new WeightedCurveSums(1, points, WeightSign.POSITIVE);
        this.ones = new double[lanes];
        Arrays.fill(ones, 1);
        this.jumps = new WeightedCurveSums(channelCount, points, model.unraveling().weights());
        this.numbers = new double[lanes];
    }

    @Override
    public void start() {
        weights.clear();
        jumps.clear();
        finals = new GroupedSample();
    }

    @Override
    public void gridPoint(int index, LaneGroup group) {
        double[] weight = group.values().weight();
        if (group.isFirstOfBlock()) {
            weights.setPivot(index, 0, weight[0]);
        }
        // a weight is here a value that counts once, whatever its sign
        weights.add(index, 0, group.first(), weight, ones, group.laneCount());
        for (int k = 0; k < channelCount; k++) {
            int[] counts = group.ledger().jumpCounts()[k];
            for (int b = 0; b < group.laneCount(); b++) {
                numbers[b] = counts[b];
            }
            jumps.add(index, k, group.first(), numbers, weight, group.laneCount());
        }
    }

    @Override
    public void end(LaneGroup group) {
        for (int b = 0; b < group.laneCount(); b++) {
            finals.add(group.first() + b, group.finalWeight()[b], 1);
        }
        weights.count(group.laneCount());
        jumps.count(group.laneCount());
    }

    @Override
    public TallySums sums() {
        return new WeightMoments(model, weights.moments(), jumps.moments(), finals);
    }

    @Override
    public TallySums empty() {
        int points = model.time().pointCount();
        return new WeightMoments(model, CurveMoments.empty(WeightSign.POSITIVE, 1, points),
                CurveMoments.empty(model.unraveling().weights(), channelCount, channelCount * points), new GroupedSample());
    }
}
