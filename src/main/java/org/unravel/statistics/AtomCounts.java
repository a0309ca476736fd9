package org.unravel.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/**
 * Counts of integer vectors: how many trajectories had which net number of jumps of each distinct |quantum|.
 *
 * <p>Integers keep equal quanta equal, so that a distribution of heat has exact atoms however many jumps add up to one. At most 100 000
 * different vectors are held; a new one beyond that is counted by {@link #overflow()}. Not safe for threads.
 */
public final class AtomCounts {

    /** Different vectors that are held. */
    public static final int CAPACITY = 100_000;

    /** Atoms closer than this part of the largest |quantum| are one (model-format.md, heat.counted.csv). */
    private static final double SAME_ATOM = 1e-9;

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

    private record Atom(double value, long jumpCount, Tally tally) {
    }

    /** Counts one trajectory of weight 1; the array is copied. All keys have one length. */
    public void add(int[] key) {
        add(key, 1);
    }

    /** Counts one trajectory of a weight ≥ 0, likewise. */
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
    public Tally total() {
        return weights.total().plus(overflow.total());
    }

    /**
     * The distribution of Σ_i key_i quanta_i as atoms in ascending order, with the standard errors of {@link Distribution.Bin#of}.
     *
     * <p>Atoms closer to the first of a row than 1e-9 of the largest |quantum| join it; the row shows the value with the fewest jumps,
     * which is the one with the least rounding.
     *
     * @param quanta shape [length of a key], in units of energy
     * @throws IllegalArgumentException if the length is not that of the keys
     */
    public Distribution distribution(double[] quanta) {
        return distribution(key -> value(key, quanta), Arrays.stream(quanta).map(Math::abs).max().orElse(0));
    }

    /**
     * The distribution of any function of the vector as atoms in ascending order, with the standard errors of {@link Distribution.Bin#of}.
     *
     * @param value of a vector
     * @param scale atoms closer to the first of a row than 1e-9 of it are one
     */
    public Distribution distribution(ToDoubleFunction<int[]> value, double scale) {
        double same = SAME_ATOM * scale;
        Tally total = total();
        List<Distribution.Bin> bins = new ArrayList<>();
        List<Atom> row = new ArrayList<>();
        for (Atom atom : atoms(value)) {
            if (!row.isEmpty() && atom.value - row.get(0).value > same) {
                bins.add(bin(row, total));
                row.clear();
            }
            row.add(atom);
        }
        if (!row.isEmpty()) {
            bins.add(bin(row, total));
        }
        return new Distribution(bins, Distribution.Shape.ATOMS);
    }

    /**
     * The joint distribution of two functions of the vector as pairs of values, ascending in the first and then in the second.
     *
     * @param first of a vector
     * @param second of a vector
     * @param scale values of one function closer to the first of a row than 1e-9 of it are one
     */
    public List<JointAtom> joint(ToDoubleFunction<int[]> first, ToDoubleFunction<int[]> second, double scale) {
        NavigableSet<Double> firsts = representatives(first, scale);
        NavigableSet<Double> seconds = representatives(second, scale);
        TreeMap<Double, TreeMap<Double, Tally>> cells = new TreeMap<>();
        places.forEach((key, place) -> cells.computeIfAbsent(firsts.floor(first.applyAsDouble(key.vector) + 0.0), x -> new TreeMap<>())
                .merge(seconds.floor(second.applyAsDouble(key.vector) + 0.0), weights.at(place), Tally::plus));
        Tally total = total();
        List<JointAtom> atoms = new ArrayList<>();
        cells.forEach((x, row) -> row.forEach((y, tally) -> {
            Distribution.Bin bin = Distribution.Bin.of(x, x, tally, total);
            atoms.add(new JointAtom(x, y, bin.probability(), bin.standardError(), tally));
        }));
        return atoms;
    }

    /** The least value of each row of values that are one. */
    private NavigableSet<Double> representatives(ToDoubleFunction<int[]> value, double scale) {
        TreeSet<Double> all = new TreeSet<>();
        places.keySet().stream().map(key -> value.applyAsDouble(key.vector)).sorted().forEach(x -> {
            if (all.isEmpty() || x - all.last() > SAME_ATOM * scale) {
                // no −0 beside 0
                all.add(x + 0.0);
            }
        });
        return all;
    }

    private List<Atom> atoms(ToDoubleFunction<int[]> value) {
        List<Atom> atoms = new ArrayList<>();
        places.forEach((key, place) -> atoms.add(new Atom(value.applyAsDouble(key.vector), size(key.vector), weights.at(place))));
        atoms.sort(Comparator.comparingDouble(Atom::value));
        return atoms;
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

    private static long size(int[] key) {
        long sum = 0;
        for (int k : key) {
            sum += Math.abs((long) k);
        }
        return sum;
    }

    private static Distribution.Bin bin(List<Atom> row, Tally total) {
        Atom shown = row.stream().min(Comparator.comparingLong(Atom::jumpCount)).orElseThrow();
        Tally tally = row.stream().map(Atom::tally).reduce(Tally.NONE, Tally::plus);
        return Distribution.Bin.of(shown.value, shown.value, tally, total);
    }
}
