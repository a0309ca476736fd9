package org.unravel.ensemble;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

import org.unravel.model.Bath;
import org.unravel.model.Model;
import org.unravel.statistics.AtomCounts;
import org.unravel.trajectory.Ledger;
import org.unravel.trajectory.QuantumCounter;

/** The joint distribution of the counted heats of two baths at the end: net numbers of quanta of the first and then of the second. */
final class JointHeatTally extends DirectTally<JointHeatTally.Sums> implements Tally.OfEnds {

    /** Places of the two baths among the ledger's counters, behind that of all channels. */
    private static final int FIRST = 1;
    private static final int SECOND = 2;

    private final Model model;
    private final QuantumCounter[] counters;
    private final int[] net;

    /** Of a model that has a joint heat. */
    JointHeatTally(Model model, Ledger ledger) {
        this.model = model;
        this.counters = ledger.quantumCounters();
        this.net = new int[counters[FIRST].quanta().length + counters[SECOND].quanta().length];
    }

    @Override
    public void end(LaneGroup group) {
        int split = counters[FIRST].quanta().length;
        for (int b = 0; b < group.laneCount(); b++) {
            System.arraycopy(counters[FIRST].net(b), 0, net, 0, split);
            System.arraycopy(counters[SECOND].net(b), 0, net, split, net.length - split);
            sums.counts.add(net, group.finalWeight()[b]);
        }
    }

    @Override
    public Sums empty() {
        Bath first = model.baths().get(0);
        Bath second = model.baths().get(1);
        return new Sums(first.name(), second.name(), counters[FIRST].quanta(), counters[SECOND].quanta(), new AtomCounts());
    }

    record Sums(String first, String second, double[] firstQuanta, double[] secondQuanta, AtomCounts counts) implements TallySums {

        @Override
        public void combine(TallySums later) {
            counts.combine(((Sums) later).counts);
        }

        @Override
        public void write(DataOutput out) throws IOException {
            counts.write(out);
        }

        @Override
        public void read(DataInput in) throws IOException {
            counts.read(in);
        }

        @Override
        public void contribute(ResultParts parts) {
            parts.jointHeat(new JointHeat(first, second, counts.joint(firstQuanta, secondQuanta)));
            parts.overflow(counts.overflow());
        }
    }
}
