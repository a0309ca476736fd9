package org.unravel.ensemble;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

import org.unravel.model.Quantity;
import org.unravel.statistics.SignedHistogram;
import org.unravel.trajectory.Ledger;

/** The distribution of work at the end. */
final class WorkTally extends DirectTally<WorkTally.Sums> implements Tally.OfEnds {

    private static final int BINS = 200;

    private final int row;
    private final double unit;

    /** With a finest resolution in the unit of energy. */
    WorkTally(Ledger ledger, double unit) {
        this.row = ledger.names().indexOf(Quantity.WORK);
        this.unit = unit;
    }

    @Override
    public void end(LaneGroup group) {
        double[] work = group.ledger().values()[row];
        for (int b = 0; b < group.laneCount(); b++) {
            sums.work.add(work[b], group.finalWeight()[b]);
        }
    }

    @Override
    public Sums empty() {
        return new Sums(new SignedHistogram(unit));
    }

    record Sums(SignedHistogram work) implements TallySums {

        @Override
        public void combine(TallySums later) {
            work.combine(((Sums) later).work);
        }

        @Override
        public void write(DataOutput out) throws IOException {
            work.write(out);
        }

        @Override
        public void read(DataInput in) throws IOException {
            work.read(in);
        }

        @Override
        public void contribute(ResultParts parts) {
            parts.work(work.distribution(BINS));
            parts.clipped(work.clipped());
        }
    }
}
