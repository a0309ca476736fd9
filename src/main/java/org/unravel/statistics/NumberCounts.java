package org.unravel.statistics;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Counts of non-negative integers, such as the number of jumps of a trajectory. Numbers from {@link #CAPACITY} on are counted together. Not safe for threads. */
public final class NumberCounts {

    /** Numbers that are told apart. */
    public static final int CAPACITY = 100_000;

    private static final int FIRST_LENGTH = 16;
    /** The place of those that are not. */
    private static final int OVERFLOW = 0;

    private final WeightTable numbers = new WeightTable(FIRST_LENGTH);
    private final WeightTable overflow = new WeightTable(1);

    /** Counts one number ≥ 0 of weight 1. */
    public void add(int number) {
        add(number, 1);
    }

    /** Counts one number ≥ 0 of a finite weight of either sign. */
    public void add(int number, double weight) {
        if (number >= CAPACITY) {
            overflow.add(OVERFLOW, weight);
        } else {
            numbers.add(number, weight);
        }
    }

    /** Merges other counts into these; the others are left as they are. */
    public void combine(NumberCounts other) {
        numbers.combine(other.numbers);
        overflow.combine(other.overflow);
    }

    /** How many numbers were too large to be told apart. They count in the total of {@link #distribution}. */
    public long overflow() {
        return overflow.count(OVERFLOW);
    }

    /** How many numbers are not 0, whatever they weigh. */
    public long positive() {
        return numbers.total().count() - numbers.count(0) + overflow();
    }

    /** The numbers that occurred as atoms in ascending order, with the standard errors of {@link Distribution.Bin#of}. */
    public Distribution distribution() {
        WeightedCount total = numbers.total().plus(overflow.total());
        List<Distribution.Bin> bins = new ArrayList<>();
        for (int n = 0; n < numbers.length(); n++) {
            if (numbers.count(n) > 0) {
                bins.add(Distribution.Bin.of(n, n, numbers.at(n), total));
            }
        }
        return new Distribution(bins, Distribution.Shape.ATOMS);
    }

    /** Writes the state; {@link #read} gives it back, bit for bit. */
    public void write(DataOutput out) throws IOException {
        numbers.write(out);
        overflow.write(out);
    }

    /** Reads into this one, which is empty, what {@link #write} has written. */
    public void read(DataInput in) throws IOException {
        numbers.read(in);
        overflow.read(in);
    }
}
