package org.unravel.ensemble;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.unravel.model.Bath;
import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.model.Quantity;
import org.unravel.statistics.GroupedSample;
import org.unravel.statistics.PowerSums;
import org.unravel.trajectory.Ledger;

/**
 * Moments of the values at the end: of all the ledger has but energy, then of the number of jumps of each channel; and what the first trajectories alone say of them, in numbers that
 * double.
 */
final class EndValueTally extends DirectTally<EndValueTally.Sums> implements Tally.OfEnds {

    /** Fewer trajectories say nothing of a standard error. */
    private static final long LEAST_COUNT = 32;

    /** Quantities by name, each with its place among the samples. */
    private final Map<String, Integer> places = new LinkedHashMap<>();
    private final double[][] rows;
    private final int channelCount;

    EndValueTally(Model model, Ledger ledger) {
        DistinctRows distinct = new DistinctRows(ledger);
        Ledger.quantities(model).stream().filter(q -> q.kind() != Quantity.Kind.ENERGY).forEach(q -> places.put(q.name(), distinct.add(q.name())));
        rows = distinct.values();
        channelCount = model.channels().size();
        int place = rows.length;
        for (Bath bath : model.baths()) {
            for (Channel channel : bath.channels()) {
                places.put(Quantity.jumps(bath, channel), place++);
            }
        }
    }

    @Override
    public void end(LaneGroup group) {
        boolean isOfFirst = group.first() == 0 || sums.isFirst;
        for (int from = 0; from < group.laneCount();) {
            int to = group.laneCount();
            for (int b = from; isOfFirst && b < to; b++) {
                to = isDoubled(group.first() + b + 1) ? b + 1 : to;
            }
            add(group, from, to);
            sums.added(group.first() + from, group.first() + to);
            from = to;
        }
    }

    /** True for 32 times a power of two. */
    private static boolean isDoubled(long count) {
        return count >= LEAST_COUNT && Long.bitCount(count) == 1;
    }

    private void add(LaneGroup group, int from, int to) {
        for (int q = 0; q < rows.length; q++) {
            double[] values = rows[q];
            for (int b = from; b < to; b++) {
                sums.samples[q].add(group.first() + b, values[b], group.finalWeight()[b]);
            }
        }
        for (int k = 0; k < channelCount; k++) {
            int[] counts = group.ledger().jumpCounts()[k];
            for (int b = from; b < to; b++) {
                sums.samples[rows.length + k].add(group.first() + b, counts[b], group.finalWeight()[b]);
            }
        }
    }

    @Override
    public Sums empty() {
        return new Sums(places, rows.length + channelCount);
    }

    /** A sample for each quantity; those that are equal always share one. */
    static final class Sums implements TallySums {

        private final Map<String, Integer> places;
        private final List<String> names;
        private final GroupedSample[] samples;
        private final List<Convergence> convergence = new ArrayList<>();
        private long count;
        private boolean isFirst;

        private Sums(Map<String, Integer> places, int size) {
            this.places = places;
            this.names = List.copyOf(places.keySet());
            this.samples = new GroupedSample[size];
            Arrays.setAll(samples, q -> new GroupedSample());
        }

        /** The sample of a quantity that there is. */
        GroupedSample sample(String name) {
            return samples[places.get(name)];
        }

        private void added(long from, long to) {
            isFirst |= from == 0;
            count += to - from;
            note(isDoubled(count));
        }

        /** Sums that begin with the first trajectory say what these alone come to, each time that their number has doubled. */
        private void note(boolean hasDoubled) {
            if (isFirst && hasDoubled) {
                convergence.addAll(rows());
            }
        }

        private boolean isNoted() {
            return !convergence.isEmpty() && convergence.get(convergence.size() - 1).count() == count;
        }

        private List<Convergence> rows() {
            List<Convergence> rows = new ArrayList<>();
            for (String name : names) {
                PowerSums whole = sample(name).whole();
                double vov = whole.hasUnitWeights() && whole.variance() > 0 ? (whole.kurtosis() + 2) / count : Double.NaN;
                rows.add(new Convergence(count, name, whole.mean(), whole.standardError(), vov));
            }
            return rows;
        }

        @Override
        public void combine(TallySums later) {
            count += ((Sums) later).count;
            for (int q = 0; q < samples.length; q++) {
                samples[q].combine(((Sums) later).samples[q]);
            }
            note(count == 2 * ((Sums) later).count);
        }

        @Override
        public void write(DataOutput out) throws IOException {
            for (GroupedSample sample : samples) {
                sample.write(out);
            }
            out.writeLong(count);
            out.writeBoolean(isFirst);
            out.writeInt(convergence.size());
            for (Convergence c : convergence) {
                out.writeLong(c.count());
                out.writeInt(names.indexOf(c.quantity()));
                out.writeDouble(c.mean());
                out.writeDouble(c.standardError());
                out.writeDouble(c.vov());
            }
        }

        @Override
        public void read(DataInput in) throws IOException {
            for (GroupedSample sample : samples) {
                sample.read(in);
            }
            count = in.readLong();
            isFirst = in.readBoolean();
            int rows = in.readInt();
            for (int r = 0; r < rows; r++) {
                convergence.add(new Convergence(in.readLong(), names.get(in.readInt()), in.readDouble(), in.readDouble(), in.readDouble()));
            }
        }

        @Override
        public void contribute(ResultParts parts) {
            places.forEach((name, place) -> parts.put(name, samples[place].summary()));
            convergence.forEach(parts::add);
            if (!isNoted()) {
                rows().forEach(parts::add);
            }
        }
    }
}
