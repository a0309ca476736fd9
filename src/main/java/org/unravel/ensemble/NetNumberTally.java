package org.unravel.ensemble;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

import org.unravel.model.Model;
import org.unravel.model.Quantity;
import org.unravel.statistics.AtomCounts;
import org.unravel.trajectory.Ledger;
import org.unravel.trajectory.QuantumCounter;

/** Distributions of sums of constant quanta at the end: the particles that each bath has given, or what the model counts by weights of its own. */
final class NetNumberTally extends DirectTally<NetNumberTally.Sums> implements Tally.OfEnds {

    private final List<String> names;
    private final List<QuantumCounter> counters;

    private NetNumberTally(List<String> names, List<QuantumCounter> counters) {
        this.names = names;
        this.counters = counters;
    }

    static NetNumberTally ofParticles(Model model, Ledger ledger) {
        return new NetNumberTally(model.bathsWithParticles().stream().map(Quantity::particles).toList(), ledger.particleCounters());
    }

    static NetNumberTally ofCounts(Model model, Ledger ledger) {
        return new NetNumberTally(model.counting().counts().stream().map(Quantity::count).toList(), ledger.countCounters());
    }

    @Override
    public void end(LaneGroup group) {
        for (int i = 0; i < counters.size(); i++) {
            for (int b = 0; b < group.laneCount(); b++) {
                sums.counts[i].add(counters.get(i).net(b), group.finalWeight()[b]);
            }
        }
    }

    @Override
    public Sums empty() {
        AtomCounts[] counts = new AtomCounts[names.size()];
        Arrays.setAll(counts, i -> new AtomCounts());
        return new Sums(names, counters.stream().map(QuantumCounter::quanta).toList(), counts);
    }

    record Sums(List<String> names, List<double[]> quanta, AtomCounts[] counts) implements TallySums {

        @Override
        public void combine(TallySums later) {
            for (int i = 0; i < counts.length; i++) {
                counts[i].combine(((Sums) later).counts[i]);
            }
        }

        @Override
        public void write(DataOutput out) throws IOException {
            for (AtomCounts count : counts) {
                count.write(out);
            }
        }

        @Override
        public void read(DataInput in) throws IOException {
            for (AtomCounts count : counts) {
                count.read(in);
            }
        }

        @Override
        public void contribute(ResultParts parts) {
            for (int i = 0; i < counts.length; i++) {
                parts.counted(names.get(i), counts[i].distribution(quanta.get(i)));
                parts.overflow(counts[i].overflow());
            }
        }
    }
}
