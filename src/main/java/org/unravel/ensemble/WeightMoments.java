package org.unravel.ensemble;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

import org.unravel.model.Model;
import org.unravel.model.Quantity;
import org.unravel.statistics.GroupedSample;
import org.unravel.statistics.PowerSums;

/** What the weights of some consecutive trajectories come to, and their weighted numbers of jumps. Two merge into one. */
final class WeightMoments implements TallySums {

    private final Model model;
    private final CurveMoments weights;
    private final CurveMoments jumps;
    private final GroupedSample finals;

    WeightMoments(Model model, CurveMoments weights, CurveMoments jumps, GroupedSample finals) {
        this.model = model;
        this.weights = weights;
        this.jumps = jumps;
        this.finals = finals;
    }

    @Override
    public void combine(TallySums other) {
        WeightMoments later = (WeightMoments) other;
        weights.combine(later.weights);
        jumps.combine(later.jumps);
        finals.combine(later.finals);
    }

    /** Sum of weight times number of jumps of a channel over all trajectories, up to each grid time. */
    private double[] jumpNumbers(int channel) {
        double[] sums = jumps.curve("", channel).mean().clone();
        double[] mean = weights.curve("", 0).mean();
        for (int i = 0; i < sums.length; i++) {
            sums[i] *= mean[i] * finals.whole().count();
        }
        return sums;
    }

    /** The weights at the end as plain values. */
    PowerSums whole() {
        return finals.whole();
    }

    @Override
    public void write(DataOutput out) throws IOException {
        weights.write(out);
        jumps.write(out);
        finals.write(out);
    }

    @Override
    public void read(DataInput in) throws IOException {
        weights.read(in);
        jumps.read(in);
        finals.read(in);
    }

    @Override
    public void contribute(ResultParts parts) {
        parts.put(Quantity.WEIGHT, finals.summary());
        parts.weights(new Weights(weights.curve(Quantity.WEIGHT, 0), finals.whole().effectiveTermCount()));
        parts.jumpNumbers(model, this::jumpNumbers);
    }
}
