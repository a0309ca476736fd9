package org.unravel.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;

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
    private final Histogram negative = new Histogram(SIGNIFICANT_DIGITS);
    private final Histogram positive = new Histogram(SIGNIFICANT_DIGITS);
    private long clippedCount;

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

    /** Adds a value; one that is NaN or beyond 2⁵² units is counted by {@link #clipped()} only. */
    public void add(double value) {
        double scaled = Math.abs(value) / unit;
        if (!(scaled < INDEX_LIMIT)) {
            clippedCount++;
        } else if (value < 0) {
            negative.recordValue(Math.max(0, (long) Math.ceil(scaled) - 1));
        } else {
            positive.recordValue((long) scaled);
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
        negative.add(other.negative);
        positive.add(other.positive);
        clippedCount += other.clippedCount;
    }

    /** Number of values that were NaN or too large to hold. They count in the total of {@link #distribution}, so its bins add up to less than 1. */
    public long clipped() {
        return clippedCount;
    }

    /** Number of values, clipped ones included. */
    public long count() {
        return negative.getTotalCount() + positive.getTotalCount() + clippedCount;
    }

    /**
     * Probabilities in equal bins [low, high) from the bin of the smallest value to that of the largest, empty ones included.
     *
     * <p>The width is the least power of two times the unit for which at most {@code maxBins} bins are needed and which the relative
     * resolution allows. Standard errors are those of a binomial proportion, √(p(1 − p)/N).
     *
     * @param maxBins ≥ 2
     * @throws IllegalArgumentException if {@code maxBins} is out of range
     */
    public Distribution distribution(int maxBins) {
        if (maxBins < 2) {
            throw new IllegalArgumentException("expected maxBins >= 2, found " + maxBins);
        }
        int shift = Math.max(resolutionShift(negative), resolutionShift(positive));
        TreeMap<Long, Long> counts = binned(shift);
        while (!counts.isEmpty() && counts.lastKey() - counts.firstKey() >= maxBins) {
            shift++;
            counts = binned(shift);
        }
        double width = Math.scalb(unit, shift);
        List<Distribution.Bin> bins = new ArrayList<>();
        if (!counts.isEmpty()) {
            for (long bin = counts.firstKey(); bin <= counts.lastKey(); bin++) {
                bins.add(Distribution.Bin.ofCount(bin * width, (bin + 1) * width, counts.getOrDefault(bin, 0L), count()));
            }
        }
        return new Distribution(bins, Distribution.Shape.INTERVALS);
    }

    /** Counts by bin of 2^shift units; bin −1 ends at zero. */
    private TreeMap<Long, Long> binned(int shift) {
        TreeMap<Long, Long> counts = new TreeMap<>();
        for (HistogramIterationValue v : negative.recordedValues()) {
            counts.merge(-1 - (v.getValueIteratedTo() >> shift), v.getCountAddedInThisIterationStep(), Long::sum);
        }
        for (HistogramIterationValue v : positive.recordedValues()) {
            counts.merge(v.getValueIteratedTo() >> shift, v.getCountAddedInThisIterationStep(), Long::sum);
        }
        return counts;
    }

    /** Base-two logarithm of the widest cell in use: cells of [2^(b−1), 2^b) are 2^(b−11) wide. */
    private static int resolutionShift(Histogram histogram) {
        int bits = Long.SIZE - Long.numberOfLeadingZeros(histogram.getMaxValue());
        return histogram.getTotalCount() == 0 ? 0 : Math.max(0, bits - EXACT_BITS);
    }
}
