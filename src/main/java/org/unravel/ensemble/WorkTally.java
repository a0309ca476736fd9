package org.unravel.ensemble;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

import org.unravel.model.Quantity;
import org.unravel.statistics.SignedHistogram;
import org.unravel.trajectory.Ledger;

/** The distribution of work at the end, and of Floquet work where there is such. */
final class WorkTally extends DirectTally<WorkTally.Sums> implements Tally.OfEnds {

    private static final int BINS = 200;

    private final int row;
    /** −1 where there is none. */
    private final int floquetRow;
    private final double unit;

    /** With a finest resolution in the unit of energy. */
    WorkTally(Ledger ledger, double unit) {
        this.row = ledger.names().indexOf(Quantity.WORK);
        this.floquetRow = ledger.names().indexOf(Quantity.WORK_FLOQUET);
        this.unit = unit;
    }

    @Override
    public void end(LaneGroup group) {
        add(group, row, sums.work);
        if (floquetRow >= 0) {
            add(group, floquetRow, sums.floquetWork);
        }
    }

    private static void add(LaneGroup group, int row, SignedHistogram histogram) {
        double[] work = group.ledger().values()[row];
        for (int b = 0; b < group.laneCount(); b++) {
            histogram.add(work[b], group.finalWeight()[b]);
        }
    }

    @Override
    public Sums empty() {
        return new Sums(new SignedHistogram(unit), floquetRow < 0 ? null : new SignedHistogram(unit));
    }

    /**
     * What is summed.
     *
     * @param floquetWork null where there is none
     */
    record Sums(SignedHistogram work, SignedHistogram floquetWork) implements TallySums {

        @Override
        public void combine(TallySums later) {
            work.combine(((Sums) later).work);
            if (floquetWork != null) {
                floquetWork.combine(((Sums) later).floquetWork);
            }
        }

        @Override
        public void write(DataOutput out) throws IOException {
            work.write(out);
            if (floquetWork != null) {
                floquetWork.write(out);
            }
        }

        @Override
        public void read(DataInput in) throws IOException {
            work.read(in);
            if (floquetWork != null) {
                floquetWork.read(in);
            }
        }

        @Override
        public void contribute(ResultParts parts) {
            parts.work(work.distribution(BINS));
            parts.clipped(work.clipped());
            if (floquetWork != null) {
                parts.floquetWork(floquetWork.distribution(BINS));
                parts.clipped(floquetWork.clipped());
            }
        }
    }
}
