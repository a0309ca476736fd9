package org.unravel.ensemble;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

import org.unravel.engine.Engines;
import org.unravel.model.Model;

/** The largest failure of the first law ΔU = W + Q of any trajectory at any grid time. */
final class ClosureTally extends DirectTally<ClosureTally.Sums> implements Tally.OfGridPoints {

    private final Model model;

    ClosureTally(Model model) {
        this.model = model;
    }

    @Override
    public void gridPoint(int index, LaneGroup group) {
        double[] error = group.ledger().closureError();
        double largest = sums.largest;
        for (int b = 0; b < group.laneCount(); b++) {
            // rarely so, but for a NaN always: it must not pass for a small error, and the larger of a number and NaN is NaN
            if (!(error[b] <= largest)) {
                largest = Math.max(largest, error[b]);
            }
        }
        sums.largest = largest;
    }

    @Override
    public Sums empty() {
        return new Sums(model);
    }

    static final class Sums implements TallySums {

        private final Model model;
        private double largest;

        Sums(Model model) {
            this.model = model;
        }

        @Override
        public void combine(TallySums later) {
            largest = Math.max(largest, ((Sums) later).largest);
        }

        @Override
        public void write(DataOutput out) throws IOException {
            out.writeDouble(largest);
        }

        @Override
        public void read(DataInput in) throws IOException {
            largest = in.readDouble();
        }

        @Override
        public void contribute(ResultParts parts) {
            parts.firstLaw(new FirstLaw(largest, Engines.energyScale(model)));
        }
    }
}
