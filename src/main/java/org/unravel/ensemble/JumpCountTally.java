package org.unravel.ensemble;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

import org.unravel.model.Model;
import org.unravel.model.Quantity;
import org.unravel.statistics.NumberCounts;

/** Distributions of the number of jumps of each channel in a trajectory. */
final class JumpCountTally extends DirectTally<JumpCountTally.Sums> implements Tally.OfEnds {

    private final List<String> names;

    JumpCountTally(Model model) {
        names = model.baths().stream().flatMap(bath -> bath.channels().stream().map(c -> Quantity.jumps(bath, c))).toList();
    }

    @Override
    public void end(LaneGroup group) {
        for (int k = 0; k < sums.counts.length; k++) {
            int[] jumps = group.ledger().jumpCounts()[k];
            for (int b = 0; b < group.laneCount(); b++) {
                sums.counts[k].add(jumps[b], group.finalWeight()[b]);
            }
        }
    }

    @Override
    public Sums empty() {
        return new Sums(names);
    }

    /** A distribution for each channel. */
    static final class Sums implements TallySums {

        private final List<String> names;
        private final NumberCounts[] counts;

        private Sums(List<String> names) {
            this.names = names;
            this.counts = new NumberCounts[names.size()];
            Arrays.setAll(counts, k -> new NumberCounts());
        }

        /** Trajectories in which a channel has jumped. */
        long holders(int channel) {
            return counts[channel].positive();
        }

        @Override
        public void combine(TallySums later) {
            for (int k = 0; k < counts.length; k++) {
                counts[k].combine(((Sums) later).counts[k]);
            }
        }

        @Override
        public void write(DataOutput out) throws IOException {
            for (NumberCounts count : counts) {
                count.write(out);
            }
        }

        @Override
        public void read(DataInput in) throws IOException {
            for (NumberCounts count : counts) {
                count.read(in);
            }
        }

        @Override
        public void contribute(ResultParts parts) {
            for (int k = 0; k < counts.length; k++) {
                parts.counted(names.get(k), counts[k].distribution());
                parts.overflow(counts[k].overflow());
            }
        }
    }
}
