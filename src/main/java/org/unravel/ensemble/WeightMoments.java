package org.unravel.ensemble;

import org.unravel.model.Quantity;
import org.unravel.statistics.GroupedSample;
import org.unravel.statistics.PowerSums;
import org.unravel.statistics.SampleSummary;

/** What the weights of some consecutive trajectories come to, and their weighted numbers of jumps. Two merge into one. */
final class WeightMoments {

    private final CurveMoments weights;
    private final CurveMoments jumps;
    private final GroupedSample finals;

    WeightMoments(CurveMoments weights, CurveMoments jumps, GroupedSample finals) {
        this.weights = weights;
        this.jumps = jumps;
        this.finals = finals;
    }

    void combine(WeightMoments later) {
        weights.combine(later.weights);
        jumps.combine(later.jumps);
        finals.combine(later.finals);
    }

    /** Sum of weight times number of jumps of a channel over all trajectories, up to each grid time. */
    double[] jumpNumbers(int channel) {
        double[] sums = jumps.curve("", channel).mean().clone();
        double[] mean = weights.curve("", 0).mean();
        for (int i = 0; i < sums.length; i++) {
            sums[i] *= mean[i] * finals.whole().count();
        }
        return sums;
    }

    /** The weight at the end as a quantity. */
    SampleSummary summary() {
        return finals.summary();
    }

    /** The weights at the end as plain values. */
    PowerSums whole() {
        return finals.whole();
    }

    Weights weights() {
        return new Weights(weights.curve(Quantity.WEIGHT, 0), finals.whole().effectiveTermCount());
    }
}
