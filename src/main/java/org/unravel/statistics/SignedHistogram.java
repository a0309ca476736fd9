package org.unravel.statistics;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

import org.HdrHistogram.Histogram;

/**
 * A histogram of real values of either sign whose range need not be known beforehand.
 *
 * <p>|x|/unit is kept as an integer with a relative resolution of 2⁻¹⁰, negative and other values apart. Not safe for threads.
 */
public final class SignedHistogram {

    /** Three decimal digits: HdrHistogram then keeps 2^11 values exactly and 2^10 in each octave above. */
    private static final int SIGNIFICANT_DIGITS = 3;
    private static final int EXACT_BITS = 11;

    /** Beyond 2^52 neighbouring doubles are further apart than the unit. */
    private static final double INDEX_LIMIT = 0x1p52;

    private final double unit;
    private final CellCounts negative = new CellCounts(new Histogram(SIGNIFICANT_DIGITS));
    private final CellCounts positive = new CellCounts(new Histogram(SIGNIFICANT_DIGITS));
    private final WeightTable clipped = new WeightTable(1);

    /**
     * An empty histogram.
     *
     * @param unit finest resolution, finite and &gt; 0, in the unit of the values
     * @throws IllegalArgumentException if the unit is out of range
     */
    public SignedHistogram(double unit) {
        if (!(unit > 0 && unit < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("expected a finite histogram unit > 0, found " + unit);
        }
        this.unit = unit;
    }

    /** Adds a value of weight 1. */
    public void add(double value) {
        add(value, 1);
    }

    /** Adds a value of a finite weight of either sign; one that is NaN or beyond 2⁵² units is counted by {@link #clipped()} only. */
    public void add(double value, double weight) {
        double scaled = Math.abs(value) / unit;
        if (!(scaled < INDEX_LIMIT)) {
            clipped.add(0, weight);
        } else if (value < 0) {
            negative.add(Math.max(0, (long) Math.ceil(scaled) - 1), weight);
        } else {
            positive.add((long) scaled, weight);
        }
    }

    /**
     * Merges another histogram into this one; the other is left as it is.
     *
     * @throws IllegalArgumentException if its unit differs
     */
    public void combine(SignedHistogram other) {
        if (other.unit != unit) {
            throw new IllegalArgumentException("expected histograms of equal unit, found " + unit + " and " + other.unit);
        }
        negative.combine(other.negative);
        positive.combine(other.positive);
        clipped.combine(other.clipped);
    }

    /** Number of values that were NaN or too large to hold. They count in the total of {@link #distribution}, so its bins add up to less than 1. */
    public long clipped() {
        return clipped.count(0);
    }

    /** Number of values, clipped ones included. */
    public long count() {
        return negative.count() + positive.count() + clipped();
    }

    /**
     * Probabilities in equal bins [low, high) from the bin of the smallest value to that of the largest, empty ones included.
     *
     * <p>The width is the least power of two times the unit for which at most {@code maxBins} bins are needed and which the relative
     * resolution allows. Standard errors are those of {@link Distribution.Bin#of}.
     *
     * @param maxBins ≥ 2
     * @throws IllegalArgumentException if {@code maxBins} is out of range
     */
    public Distribution distribution(int maxBins) {
        if (maxBins < 2) {
            throw new IllegalArgumentException("expected maxBins >= 2, found " + maxBins);
        }
        int shift = Math.max(resolutionShift(negative), resolutionShift(positive));
        TreeMap<Long, WeightedCount> inBins = binned(shift);
        while (!inBins.isEmpty() && inBins.lastKey() - inBins.firstKey() >= maxBins) {
            shift++;
            inBins = binned(shift);
        }
        double width = Math.scalb(unit, shift);
        WeightedCount total = negative.total().plus(positive.total()).plus(clipped.total());
        List<Distribution.Bin> bins = new ArrayList<>();
        if (!inBins.isEmpty()) {
            for (long bin = inBins.firstKey(); bin <= inBins.lastKey(); bin++) {
                bins.add(Distribution.Bin.of(bin * width, (bin + 1) * width, inBins.getOrDefault(bin, WeightedCount.NONE), total));
            }
        }
        return new Distribution(bins, Distribution.Shape.INTERVALS);
    }

    /** What lies in each bin of 2^shift units; bin −1 ends at zero. */
    private TreeMap<Long, WeightedCount> binned(int shift) {
        TreeMap<Long, WeightedCount> inBins = new TreeMap<>();
        negative.forEach((largest, weighed) -> inBins.merge(-1 - (largest >> shift), weighed, WeightedCount::plus));
        positive.forEach((largest, weighed) -> inBins.merge(largest >> shift, weighed, WeightedCount::plus));
        return inBins;
    }

    /** Base-two logarithm of the widest cell in use: cells of [2^(b−1), 2^b) are 2^(b−11) wide. */
    private static int resolutionShift(CellCounts cells) {
        int bits = Long.SIZE - Long.numberOfLeadingZeros(cells.largest());
        return cells.count() == 0 ? 0 : Math.max(0, bits - EXACT_BITS);
    }

    /** Writes the state; {@link #read} gives it back, bit for bit. */
    public void write(DataOutput out) throws IOException {
        negative.write(out);
        positive.write(out);
        clipped.write(out);
    }

    /** Reads into this one, which is empty, what {@link #write} has written of an equal unit. */
    public void read(DataInput in) throws IOException {
        negative.read(in);
        positive.read(in);
        clipped.read(in);
    }
}
