package org.unravel.statistics;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Counts of values by number, with the sums of their weights, of the squares and of the moduli. It grows as numbers come.
 *
 * <p>Until a weight other than 1 comes, the counts say all, and nothing else is kept. Sums are taken in the order of the values; a fixed order gives
 * fixed bytes. Not safe for threads.
 */
public final class WeightTable {

    private long[] counts;
    private double[] weights;
    private double[] squares;
    private double[] moduli;

    /** A table of zeros; {@code length} ≥ 0 numbers have room at first. */
    public WeightTable(int length) {
        counts = new long[length];
    }

    /** The table of values of weight 1; the array is copied. */
    public static WeightTable ofCounts(long... counts) {
        WeightTable table = new WeightTable(0);
        table.counts = counts.clone();
        return table;
    }

    /** Adds a value of weight 1. */
    public void add(int number) {
        add(number, 1);
    }

    /** Adds a value with a finite weight, of either sign. */
    public void add(int number, double weight) {
        makeRoom(number, weight == 1);
        counts[number]++;
        if (weights != null) {
            weights[number] += weight;
            squares[number] += weight * weight;
            moduli[number] += Math.abs(weight);
        }
    }

    /** Adds several values of one number. */
    public void add(int number, WeightedCount values) {
        makeRoom(number, values.hasUnitWeights());
        counts[number] += values.count();
        if (weights != null) {
            weights[number] += values.weight();
            squares[number] += values.squares();
            moduli[number] += values.moduli();
        }
    }

    private void makeRoom(int number, boolean unitWeights) {
        if (number >= counts.length) {
            grow(Math.max(number + 1, 2 * counts.length));
        }
        if (weights == null && !unitWeights) {
            weights = ofUnits();
            squares = ofUnits();
            moduli = ofUnits();
        }
    }

    private double[] ofUnits() {
        return Arrays.stream(counts).asDoubleStream().toArray();
    }

    private void grow(int length) {
        counts = Arrays.copyOf(counts, length);
        if (weights != null) {
            weights = Arrays.copyOf(weights, length);
            squares = Arrays.copyOf(squares, length);
            moduli = Arrays.copyOf(moduli, length);
        }
    }

    /** Merges another table into this one; the other is left as it is. */
    public void combine(WeightTable other) {
        if (other.counts.length > counts.length) {
            grow(other.counts.length);
        }
        if (weights == null && other.weights != null) {
            weights = ofUnits();
            squares = ofUnits();
            moduli = ofUnits();
        }
        for (int i = 0; i < other.counts.length; i++) {
            counts[i] += other.counts[i];
        }
        if (weights != null) {
            for (int i = 0; i < other.counts.length; i++) {
                weights[i] += other.weights == null ? other.counts[i] : other.weights[i];
                squares[i] += other.weights == null ? other.counts[i] : other.squares[i];
                moduli[i] += other.weights == null ? other.counts[i] : other.moduli[i];
            }
        }
    }

    /** A table of the same state that shares nothing with this one. */
    public WeightTable copy() {
        WeightTable copy = new WeightTable(counts.length);
        copy.combine(this);
        return copy;
    }

    /** Numbers that have room; beyond, all is zero. */
    public int length() {
        return counts.length;
    }

    /** Number of values. */
    public long count(int number) {
        return number < counts.length ? counts[number] : 0;
    }

    /** Sum of the weights. */
    public double weight(int number) {
        return weights == null ? count(number) : number < weights.length ? weights[number] : 0;
    }

    /** Values, weights and squares of one number. */
    public WeightedCount at(int number) {
        if (weights == null || number >= counts.length) {
            return WeightedCount.ofCount(count(number));
        }
        return new WeightedCount(counts[number], weights[number], squares[number], moduli[number]);
    }

    /** Those of all numbers together. */
    public WeightedCount total() {
        return total(0, counts.length);
    }

    /** Those of the numbers from {@code first} (inclusive) to {@code last} (exclusive). */
    public WeightedCount total(int first, int last) {
        WeightedCount sum = WeightedCount.NONE;
        for (int i = first; i < Math.min(last, counts.length); i++) {
            sum = sum.plus(at(i));
        }
        return sum;
    }

    /** The number of values of each number; a copy. */
    public long[] counts() {
        return counts.clone();
    }

    /** Writes the state; {@link #read} gives it back, bit for bit. */
    public void write(DataOutput out) throws IOException {
        out.writeInt(counts.length);
        for (long count : counts) {
            out.writeLong(count);
        }
        out.writeBoolean(weights != null);
        for (int i = 0; weights != null && i < counts.length; i++) {
            out.writeDouble(weights[i]);
            out.writeDouble(squares[i]);
            out.writeDouble(moduli[i]);
        }
    }

    /** Reads into this one, which is empty, what {@link #write} has written. */
    public void read(DataInput in) throws IOException {
        counts = new long[in.readInt()];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = in.readLong();
        }
        boolean isWeighted = in.readBoolean();
        weights = isWeighted ? new double[counts.length] : null;
        squares = isWeighted ? new double[counts.length] : null;
        moduli = isWeighted ? new double[counts.length] : null;
        for (int i = 0; isWeighted && i < counts.length; i++) {
            weights[i] = in.readDouble();
            squares[i] = in.readDouble();
            moduli[i] = in.readDouble();
        }
    }
}
