package org.unravel.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    private final Map<Key, long[]> counts = new LinkedHashMap<>();
    private final Key probe = new Key(new int[0]);
    private long overflowCount;
    private long total;

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

    private record Atom(double value, long jumpCount, long count) {
    }

    /** Counts one trajectory; the array is copied. All keys have one length. */
    public void add(int[] key) {
        add(key, 1);
    }

    private void add(int[] key, long count) {
        total += count;
        probe.set(key);
        long[] held = counts.get(probe);
        if (held != null) {
            held[0] += count;
        } else if (counts.size() < CAPACITY) {
            counts.put(new Key(key.clone()), new long[] {count});
        } else {
            overflowCount += count;
        }
    }

    /** Merges other counts into these; the others are left as they are. */
    public void combine(AtomCounts other) {
        other.counts.forEach((key, count) -> add(key.vector, count[0]));
        overflowCount += other.overflowCount;
        total += other.overflowCount;
    }

    /** Trajectories whose vector found no room. They count in the total of {@link #distribution}, so its atoms add up to less than 1. */
    public long overflow() {
        return overflowCount;
    }

    /** Number of trajectories, the overflow included. */
    public long count() {
        return total;
    }

    /**
     * The distribution of Σ_i key_i quanta_i as atoms in ascending order, with standard errors √(p(1 − p)/N).
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
     * The distribution of any function of the vector as atoms in ascending order, with standard errors √(p(1 − p)/N).
     *
     * @param value of a vector
     * @param scale atoms closer to the first of a row than 1e-9 of it are one
     */
    public Distribution distribution(ToDoubleFunction<int[]> value, double scale) {
        double same = SAME_ATOM * scale;
        List<Distribution.Bin> bins = new ArrayList<>();
        List<Atom> row = new ArrayList<>();
        for (Atom atom : atoms(value)) {
            if (!row.isEmpty() && atom.value - row.get(0).value > same) {
                bins.add(bin(row));
                row.clear();
            }
            row.add(atom);
        }
        if (!row.isEmpty()) {
            bins.add(bin(row));
        }
        return new Distribution(bins, Distribution.Shape.ATOMS);
    }

    private List<Atom> atoms(ToDoubleFunction<int[]> value) {
        List<Atom> atoms = new ArrayList<>();
        counts.forEach((key, count) -> atoms.add(new Atom(value.applyAsDouble(key.vector), size(key.vector), count[0])));
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

    private Distribution.Bin bin(List<Atom> row) {
        Atom shown = row.stream().min(Comparator.comparingLong(Atom::jumpCount)).orElseThrow();
        long count = row.stream().mapToLong(Atom::count).sum();
        return Distribution.Bin.ofCount(shown.value, shown.value, count, total);
    }
}
