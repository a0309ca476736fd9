package org.unravel.ensemble;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

import org.unravel.statistics.AtomCounts;
import org.unravel.statistics.Distribution;
import org.unravel.statistics.SignedHistogram;
import org.unravel.trajectory.QuantumCounter;

/** The counted heat of some channels over some trajectories: net numbers of quanta where these are constant, else values in bins. */
sealed interface CountedHeat {

    /** Adds one lane of a ledger; {@code counter} is 0 for all channels, else that of a bath. */
    void add(LaneGroup group, int lane, int counter, int row);

    void combine(CountedHeat later);

    Distribution distribution();

    /** Values that found no place in a bin. */
    long clipped();

    /** Trajectories that found no atom. */
    long overflow();

    void write(DataOutput out) throws IOException;

    void read(DataInput in) throws IOException;

    /** Of constant quanta. */
    record Atoms(AtomCounts counts, double[] quanta) implements CountedHeat {

        @Override
        public void add(LaneGroup group, int lane, int counter, int row) {
            QuantumCounter net = group.ledger().quantumCounters()[counter];
            counts.add(net.net(lane), group.finalWeight()[lane]);
        }

        @Override
        public void combine(CountedHeat later) {
            counts.combine(((Atoms) later).counts);
        }

        @Override
        public Distribution distribution() {
            return counts.distribution(quanta);
        }

        @Override
        public long clipped() {
            return 0;
        }

        @Override
        public long overflow() {
            return counts.overflow();
        }

        @Override
        public void write(DataOutput out) throws IOException {
            counts.write(out);
        }

        @Override
        public void read(DataInput in) throws IOException {
            counts.read(in);
        }
    }

    /** Of quanta that depend on time. */
    record Bins(SignedHistogram values) implements CountedHeat {

        private static final int COUNT = 200;

        @Override
        public void add(LaneGroup group, int lane, int counter, int row) {
            values.add(group.ledger().values()[row][lane], group.finalWeight()[lane]);
        }

        @Override
        public void combine(CountedHeat later) {
            values.combine(((Bins) later).values);
        }

        @Override
        public Distribution distribution() {
            return values.distribution(COUNT);
        }

        @Override
        public long clipped() {
            return values.clipped();
        }

        @Override
        public long overflow() {
            return 0;
        }

        @Override
        public void write(DataOutput out) throws IOException {
            values.write(out);
        }

        @Override
        public void read(DataInput in) throws IOException {
            values.read(in);
        }
    }
}
