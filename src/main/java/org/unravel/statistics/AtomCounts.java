package org.unravel.statistics;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

import org.unravel.numeric.Rounding;

/**
 * Counts of integer vectors: how many trajectories had which net number of jumps of each distinct |quantum|.
 *
 * <p>Integers keep equal quanta equal, so that a distribution of heat has exact atoms however many jumps add up to one. At most 100 000
 * different vectors are held; a new one beyond that is counted by {@link #overflow()}. Not safe for threads.
 */
public final class AtomCounts {

    /** Different vectors that are held. */
    public static final int CAPACITY = 100_000;

    private static final int FIRST_LENGTH = 16;

    private final Map<Key, Integer> places = new LinkedHashMap<>();
    private final WeightTable weights = new WeightTable(FIRST_LENGTH);
    private final WeightTable overflow = new WeightTable(1);
    private final Key probe = new Key(new int[0]);

    /** A vector with its hash; the map's own keys are never written. */
    private static final class Key {

        private int[] vector;
        private int hash;

        Key(int[] vector) {
            set(vector);
        }

        void set(int[] v) {
            vector = v;
            hash = Arrays.hashCode(v);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && Arrays.equals(vector, key.vector);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    private record Atom(double value, double rounding, long jumpCount, WeightedCount weighed) {
    }

    /** Counts one trajectory of weight 1; the array is copied. All keys have one length. */
    public void add(int[] key) {
        add(key, 1);
    }

    /** Counts one trajectory of a finite weight of either sign, likewise. */
    public void add(int[] key, double weight) {
        Integer place = place(key);
        if (place == null) {
            overflow.add(0, weight);
        } else {
            weights.add(place, weight);
        }
    }

    /** Where a vector is counted; null if it finds no room. */
    private Integer place(int[] key) {
        probe.set(key);
        Integer place = places.get(probe);
        if (place == null && places.size() < CAPACITY) {
            place = places.size();
            places.put(new Key(key.clone()), place);
        }
        return place;
    }

    /** Merges other counts into these; the others are left as they are. */
    public void combine(AtomCounts other) {
        overflow.combine(other.overflow);
        other.places.forEach((key, from) -> {
            Integer place = place(key.vector);
            if (place == null) {
                overflow.add(0, other.weights.at(from));
            } else {
                weights.add(place, other.weights.at(from));
            }
        });
    }

    /** Trajectories whose vector found no room. They count in the total of {@link #distribution}, so its atoms add up to less than 1. */
    public long overflow() {
        return overflow.count(0);
    }

    /** Number of trajectories, the overflow included. */
    public long count() {
        return total().count();
    }

    /** The trajectories and what they weigh, the overflow included. */
    public WeightedCount total() {
        return weights.total().plus(overflow.total());
    }

    /**
     * The distribution of Σ_i key_i quanta_i as atoms in ascending order, with the standard errors of {@link Distribution.Bin#of}.
     *
     * <p>Sums that rounding does not tell apart ({@link Rounding}) are one atom; it shows the value with the fewest jumps, which is the one with the least
     * rounding.
     *
     * @param quanta shape [length of a key], in units of energy
     * @throws IllegalArgumentException if the length is not that of the keys
     */
    public Distribution distribution(double[] quanta) {
        return distribution(key -> value(key, quanta), key -> rounding(key, quanta));
    }

    /**
     * The distribution of any function of the vector as atoms in ascending order, with the standard errors of {@link Distribution.Bin#of}.
     *
     * @param value of a vector
     * @param rounding bound of the rounding of its value, ≥ 0
     */
    public Distribution distribution(ToDoubleFunction<int[]> value, ToDoubleFunction<int[]> rounding) {
        List<Atom> atoms = new ArrayList<>();
        places.forEach((key, place) -> atoms.add(new Atom(value.applyAsDouble(key.vector), rounding.applyAsDouble(key.vector), size(key.vector),
                weights.at(place))));
        atoms.sort(Comparator.comparingDouble(Atom::value));
        int[] sets = Rounding.sets(atoms.stream().mapToDouble(Atom::value).toArray(), atoms.stream().mapToDouble(Atom::rounding).toArray());
        TreeMap<Integer, List<Atom>> rows = new TreeMap<>();
        for (int a = 0; a < sets.length; a++) {
            rows.computeIfAbsent(sets[a], x -> new ArrayList<>()).add(atoms.get(a));
        }
        WeightedCount total = total();
        return new Distribution(rows.values().stream().map(row -> bin(row, total)).toList(), Distribution.Shape.ATOMS);
    }

    /** The joint distribution of the sums of two parts of a vector, ascending in the first and then in the second; atoms as in {@link #distribution}. */
    public List<JointAtom> joint(double[] firstQuanta, double[] secondQuanta) {
        Map<Key, Double> firsts = representatives(key -> Arrays.copyOf(key, firstQuanta.length), firstQuanta);
        Map<Key, Double> seconds = representatives(key -> Arrays.copyOfRange(key, firstQuanta.length, key.length), secondQuanta);
        TreeMap<Double, TreeMap<Double, WeightedCount>> cells = new TreeMap<>();
        places.forEach((key, place) -> cells.computeIfAbsent(firsts.get(key), x -> new TreeMap<>())
                .merge(seconds.get(key), weights.at(place), WeightedCount::plus));
        WeightedCount total = total();
        List<JointAtom> atoms = new ArrayList<>();
        cells.forEach((x, row) -> row.forEach((y, weighed) -> {
            Distribution.Bin bin = Distribution.Bin.of(x, x, weighed, total);
            atoms.add(new JointAtom(x, y, bin.probability(), bin.standardError(), weighed));
        }));
        return atoms;
    }

    /** For each vector the least of the sums that are one with that of a part of it. */
    private Map<Key, Double> representatives(UnaryOperator<int[]> part, double[] quanta) {
        List<Key> keys = new ArrayList<>(places.keySet());
        double[] values = keys.stream().mapToDouble(key -> value(part.apply(key.vector), quanta)).toArray();
        int[] sets = Rounding.sets(values, keys.stream().mapToDouble(key -> rounding(part.apply(key.vector), quanta)).toArray());
        Map<Integer, Double> least = new HashMap<>();
        for (int k = 0; k < sets.length; k++) {
            // no −0 beside 0
            least.merge(sets[k], values[k] + 0.0, Math::min);
        }
        Map<Key, Double> all = new HashMap<>();
        for (int k = 0; k < sets.length; k++) {
            all.put(keys.get(k), least.get(sets[k]));
        }
        return all;
    }

    private static double value(int[] key, double[] quanta) {
        if (key.length != quanta.length) {
            throw new IllegalArgumentException("expected " + key.length + " quanta, found " + quanta.length);
        }
        double value = 0;
        for (int i = 0; i < key.length; i++) {
            value += key[i] * quanta[i];
        }
        return value;
    }

    /** Bound of the rounding of Σ_i key_i quanta_i. */
    private static double rounding(int[] key, double[] quanta) {
        double magnitude = 0;
        for (int i = 0; i < key.length; i++) {
            magnitude += Math.abs(key[i] * quanta[i]);
        }
        return Rounding.OF_SUM * magnitude;
    }

    private static long size(int[] key) {
        long sum = 0;
        for (int k : key) {
            sum += Math.abs((long) k);
        }
        return sum;
    }

    private static Distribution.Bin bin(List<Atom> row, WeightedCount total) {
        Atom shown = row.stream().min(Comparator.comparingLong(Atom::jumpCount)).orElseThrow();
        WeightedCount weighed = row.stream().map(Atom::weighed).reduce(WeightedCount.NONE, WeightedCount::plus);
        double rounding = row.stream().mapToDouble(a -> Math.abs(a.value - shown.value) + a.rounding).max().orElseThrow();
        double size = Math.abs(shown.value);
        return size <= rounding ? Distribution.Bin.ofAtom(0, rounding + size, weighed, total) : Distribution.Bin.ofAtom(shown.value, rounding, weighed, total);
    }

    /** Writes the state; {@link #read} gives it back, bit for bit. */
    public void write(DataOutput out) throws IOException {
        out.writeInt(places.size());
        for (Key key : places.keySet()) {
            out.writeInt(key.vector.length);
            for (int number : key.vector) {
                out.writeInt(number);
            }
        }
        weights.write(out);
        overflow.write(out);
    }

    /** Reads into this one, which is empty, what {@link #write} has written. */
    public void read(DataInput in) throws IOException {
        int size = in.readInt();
        for (int p = 0; p < size; p++) {
            int[] vector = new int[in.readInt()];
            for (int i = 0; i < vector.length; i++) {
                vector[i] = in.readInt();
            }
            places.put(new Key(vector), p);
        }
        weights.read(in);
        overflow.read(in);
    }
}
