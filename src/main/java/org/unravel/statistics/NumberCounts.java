package org.unravel.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Counts of non-negative integers, such as the number of jumps of a trajectory. Numbers from {@link #CAPACITY} on are counted together. Not safe for threads. */
public final class NumberCounts {

    /** Numbers that are told apart. */
    public static final int CAPACITY = 100_000;

    private static final int FIRST_LENGTH = 16;

    private long[] counts = new long[FIRST_LENGTH];
    private long overflowCount;
    private long total;

    /** Counts one number ≥ 0. */
    public void add(int number) {
        total++;
        if (number >= CAPACITY) {
            overflowCount++;
            return;
        }
        if (number >= counts.length) {
            grow(number + 1);
        }
        counts[number]++;
    }

    private void grow(int length) {
        counts = Arrays.copyOf(counts, Math.min(CAPACITY, Math.max(length, 2 * counts.length)));
    }

    /** Merges other counts into these; the others are left as they are. */
    public void combine(NumberCounts other) {
        if (other.counts.length > counts.length) {
            grow(other.counts.length);
        }
        for (int n = 0; n < other.counts.length; n++) {
            counts[n] += other.counts[n];
        }
        overflowCount += other.overflowCount;
        total += other.total;
    }

    /** How many numbers were too large to be told apart. They count in the total of {@link #distribution}. */
    public long overflow() {
        return overflowCount;
    }

    /** The numbers that occurred as atoms in ascending order, with standard errors √(p(1 − p)/N). */
    public Distribution distribution() {
        List<Distribution.Bin> bins = new ArrayList<>();
        for (int n = 0; n < counts.length; n++) {
            if (counts[n] > 0) {
                bins.add(Distribution.Bin.ofCount(n, n, counts[n], total));
            }
        }
        return new Distribution(bins, Distribution.Shape.ATOMS);
    }
}
