package org.unravel.ensemble;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.unravel.model.Bath;
import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.model.Quantity;
import org.unravel.statistics.GroupedSample;
import org.unravel.trajectory.Ledger;

/**
 * Moments of the values at the end: of all the ledger has but energy, then of the number of jumps of each channel; and what the first trajectories alone say of them, in numbers that
 * double.
 */
final class EndValueTally extends DirectTally<EndValueTally.Sums> implements Tally.OfEnds {

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
        boolean isOfFirst = group.first() == 0 || sums.doublings.isFirst();
        for (int from = 0; from < group.laneCount();) {
            int to = group.laneCount();
            for (int b = from; isOfFirst && b < to; b++) {
                to = Doublings.isDoubled(group.first() + b + 1) ? b + 1 : to;
            }
            add(group, from, to);
            sums.doublings.added(group.first() + from, group.first() + to);
            from = to;
        }
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
        private final Doublings doublings;

        private Sums(Map<String, Integer> places, int size) {
            this.places = places;
            this.names = List.copyOf(places.keySet());
            this.samples = new GroupedSample[size];
            Arrays.setAll(samples, q -> new GroupedSample());
            this.doublings = new Doublings(names, names.stream().map(this::sample).toList());
        }

        /** The sample of a quantity that there is. */
        GroupedSample sample(String name) {
            return samples[places.get(name)];
        }

        @Override
        public void combine(TallySums later) {
            for (int q = 0; q < samples.length; q++) {
                samples[q].combine(((Sums) later).samples[q]);
            }
            doublings.combined(((Sums) later).doublings);
        }

        @Override
        public void write(DataOutput out) throws IOException {
            for (GroupedSample sample : samples) {
                sample.write(out);
            }
            doublings.write(out);
        }

        @Override
        public void read(DataInput in) throws IOException {
            for (GroupedSample sample : samples) {
                sample.read(in);
            }
            doublings.read(in);
        }

        @Override
        public void contribute(ResultParts parts) {
            places.forEach((name, place) -> parts.put(name, samples[place].summary()));
            doublings.contribute(parts);
        }
    }
}
