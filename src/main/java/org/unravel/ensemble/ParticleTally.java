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

/** Distributions of the particles that each bath has given at the end. */
final class ParticleTally extends DirectTally<ParticleTally.Sums> implements Tally.OfEnds {

    private final List<String> names;
    private final List<QuantumCounter> counters;

    ParticleTally(Model model, Ledger ledger) {
        names = model.bathsWithParticles().stream().map(Quantity::particles).toList();
        counters = ledger.particleCounters();
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
        return new Sums(names, counts);
    }

    record Sums(List<String> names, AtomCounts[] counts) implements TallySums {

        /** Particles are counted one by one. */
        private static final double[] QUANTUM = {1};

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
                parts.counted(names.get(i), counts[i].distribution(QUANTUM));
                parts.overflow(counts[i].overflow());
            }
        }
    }
}
