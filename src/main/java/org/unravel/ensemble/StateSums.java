package org.unravel.ensemble;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sums of {@link GroupedStates} over the groups that some consecutive trajectories belong to. */
final class StateSums implements TallySums {

    private final int dimension;
    private final List<String> quantities;
    private final int points;
    private final TreeMap<Integer, Group> groups = new TreeMap<>();

    /** Of one group; the names are those of {@link GroupedStates}. */
    static final class Group {

        long count;
        final double[] weights;
        final double[][] states;
        final double[][] books;

        private Group(int dimension, int quantities, int points) {
            weights = new double[points];
            states = new double[points][dimension * dimension];
            books = new double[quantities][points];
        }

        private void combine(Group later) {
            count += later.count;
            add(weights, later.weights);
            for (int i = 0; i < states.length; i++) {
                add(states[i], later.states[i]);
            }
            for (int q = 0; q < books.length; q++) {
                add(books[q], later.books[q]);
            }
        }

        private static void add(double[] sum, double[] later) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += later[i];
            }
        }

        private void write(DataOutput out) throws IOException {
            out.writeLong(count);
            write(out, weights);
            for (double[] state : states) {
                write(out, state);
            }
            for (double[] book : books) {
                write(out, book);
            }
        }

        private static void write(DataOutput out, double[] numbers) throws IOException {
            for (double x : numbers) {
                out.writeDouble(x);
            }
        }

        private void read(DataInput in) throws IOException {
            count = in.readLong();
            read(in, weights);
            for (double[] state : states) {
                read(in, state);
            }
            for (double[] book : books) {
                read(in, book);
            }
        }

        private static void read(DataInput in, double[] numbers) throws IOException {
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = in.readDouble();
            }
        }
    }

    StateSums(int dimension, List<String> quantities, int points) {
        this.dimension = dimension;
        this.quantities = quantities;
        this.points = points;
    }

    /** Those of a group; empty ones where there are none yet. */
    Group group(int index) {
        return groups.computeIfAbsent(index, g -> newGroup());
    }

    private Group newGroup() {
        return new Group(dimension, quantities.size(), points);
    }

    @Override
    public void combine(TallySums other) {
        ((StateSums) other).groups.forEach((index, later) -> {
            Group earlier = groups.putIfAbsent(index, later);
            if (earlier != null) {
                earlier.combine(later);
            }
        });
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeInt(groups.size());
        for (Map.Entry<Integer, Group> entry : groups.entrySet()) {
            out.writeInt(entry.getKey());
            entry.getValue().write(out);
        }
    }

    @Override
    public void read(DataInput in) throws IOException {
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            group(in.readInt()).read(in);
        }
    }

    @Override
    public void contribute(ResultParts parts) {
        List<Group> all = List.copyOf(groups.values());
        parts.states(new GroupedStates(dimension, quantities, all.stream().mapToLong(g -> g.count).toArray(), all.stream().map(g -> g.weights).toArray(double[][]::new),
                all.stream().map(g -> g.states).toArray(double[][][]::new), all.stream().map(g -> g.books).toArray(double[][][]::new)));
    }
}
