package org.unravel.statistics;

/**
 * How many values there are, and what they weigh.
 *
 * @param count number of values
 * @param weight sum of their weights; the number of values for unit weights
 * @param squares sum of the squares of their weights
 */
public record WeightedCount(long count, double weight, double squares) {

    /** No value. */
    public static final WeightedCount NONE = new WeightedCount(0, 0, 0);

    /** So many values of weight 1. */
    public static WeightedCount ofCount(long count) {
        return new WeightedCount(count, count, count);
    }

    /** Both together. */
    public WeightedCount plus(WeightedCount other) {
        return new WeightedCount(count + other.count, weight + other.weight, squares + other.squares);
    }

    /** What is left without some of the values; sums that rounding makes negative are 0. */
    WeightedCount minus(WeightedCount some) {
        return new WeightedCount(count - some.count, Math.max(0, weight - some.weight), Math.max(0, squares - some.squares));
    }

    /** Whether every weight is 1: Σw = Σw² = n leaves no spread, as Σ(w − 1)² = Σw² − 2Σw + n. */
    public boolean hasUnitWeights() {
        return weight == count && squares == count;
    }

    /** Effective number (Σw)²/Σw² (Kish): the number of values for equal weights; 0 where nothing weighs anything. */
    public double effectiveCount() {
        if (hasUnitWeights()) {
            return count;
        }
        return weight == 0 ? 0 : weight * weight / squares;
    }
}
