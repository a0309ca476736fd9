package org.unravel.statistics;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.HdrHistogram.Histogram;

/** A histogram of durations between 0 and a largest one T, in equal bins. Not safe for threads. */
public final class DurationHistogram {

    /** Durations are kept as multiples of T/2^20. */
    private static final int TICK_BITS = 20;
    private static final long TICK_COUNT = 1L << TICK_BITS;

    /** Two decimal digits: cells of [2^19, 2^20) are 2^12 wide, so bins of 2^13 ticks, T/128, are made of whole cells. */
    private static final int SIGNIFICANT_DIGITS = 2;
    private static final int MAX_BIN_COUNT = 128;

    /** A duration is a difference of two times, each rounded and located to about 1e-11 of a step. */
    private static final double ROUNDING = 1e-9;

    private final double longest;
    private final CellCounts ticks = new CellCounts(new Histogram(TICK_COUNT, SIGNIFICANT_DIGITS));

    /**
     * An empty histogram.
     *
     * @param longest T, finite and &gt; 0
     * @throws IllegalArgumentException if it is out of range
     */
    public DurationHistogram(double longest) {
        if (!(longest > 0 && longest < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("expected a finite longest duration > 0, found " + longest);
        }
        this.longest = longest;
    }

    /** Adds a duration of weight 1. */
    public void add(double duration) {
        add(duration, 1);
    }

    /**
     * Adds a duration. T itself belongs to the last bin.
     *
     * @param duration in [0, T] up to a rounding of 1e-9 T
     * @param weight finite, of either sign
     * @throws IllegalArgumentException if the duration lies outside
     */
    public void add(double duration, double weight) {
        double part = duration / longest;
        if (!(part >= -ROUNDING && part <= 1 + ROUNDING)) {
            throw new IllegalArgumentException("expected a duration in [0, " + longest + "], found " + duration);
        }
        ticks.add(Math.max(0, Math.min(TICK_COUNT - 1, (long) Math.floor(part * TICK_COUNT))), weight);
    }

    /**
     * Merges another histogram into this one; the other is left as it is.
     *
     * @throws IllegalArgumentException if its longest duration differs
     */
    public void combine(DurationHistogram other) {
        if (other.longest != longest) {
            throw new IllegalArgumentException("expected equal longest durations, found " + longest + " and " + other.longest);
        }
        ticks.combine(other.ticks);
    }

    /** Number of durations. */
    public long count() {
        return ticks.count();
    }

    /** The durations and what they weigh. */
    public WeightedCount total() {
        return ticks.total();
    }

    /**
     * Probabilities of equal bins that cover [0, T], empty ones included, with the standard errors of {@link Distribution.Bin#of}.
     *
     * @param binCount a power of two from 1 to 128
     * @param total what the bins are parts of: at least {@link #total()}, more where other histograms share the same total
     * @throws IllegalArgumentException if one is out of range
     */
    public Distribution distribution(int binCount, WeightedCount total) {
        if (binCount < 1 || binCount > MAX_BIN_COUNT || Integer.bitCount(binCount) != 1) {
            throw new IllegalArgumentException("expected a power of two from 1 to " + MAX_BIN_COUNT + " bins, found " + binCount);
        }
        if (total.count() < count()) {
            throw new IllegalArgumentException("expected a total of at least " + count() + ", found " + total.count());
        }
        WeightedCount[] inBins = new WeightedCount[binCount];
        Arrays.fill(inBins, WeightedCount.NONE);
        int shift = TICK_BITS - Integer.numberOfTrailingZeros(binCount);
        ticks.forEach((largest, weighed) -> inBins[(int) (largest >> shift)] = inBins[(int) (largest >> shift)].plus(weighed));
        List<Distribution.Bin> bins = new ArrayList<>();
        for (int b = 0; b < binCount; b++) {
            bins.add(Distribution.Bin.of(longest * b / binCount, longest * (b + 1) / binCount, inBins[b], total));
        }
        return new Distribution(bins, Distribution.Shape.INTERVALS);
    }

    /** Writes the state; {@link #read} gives it back, bit for bit. */
    public void write(DataOutput out) throws IOException {
        ticks.write(out);
    }

    /** Reads into this one, which is empty, what {@link #write} has written of an equal longest duration. */
    public void read(DataInput in) throws IOException {
        ticks.read(in);
    }
}
