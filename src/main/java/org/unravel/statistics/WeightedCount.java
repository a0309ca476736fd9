package org.unravel.statistics;

/**
 * How many values there are, and what they weigh.
 *
 * @param count number of values
 * @param weight sum of their weights; the number of values for unit weights; of either sign where weights are
 * @param squares sum of the squares of their weights
 * @param moduli sum of the moduli of their weights, {@code weight} where none is negative
 */
public record WeightedCount(long count, double weight, double squares, double moduli) {

    /** No value. */
    public static final WeightedCount NONE = new WeightedCount(0, 0, 0);

    /** Values whose weights have one sign. */
    public WeightedCount(long count, double weight, double squares) {
        this(count, weight, squares, Math.abs(weight));
    }

    /** So many values of weight 1. */
    public static WeightedCount ofCount(long count) {
        return new WeightedCount(count, count, count);
    }

    /** Both together. */
    public WeightedCount plus(WeightedCount other) {
        return new WeightedCount(count + other.count, weight + other.weight, squares + other.squares, moduli + other.moduli);
    }

    /** What is left without some of the values; nothing weighs anything where rounding leaves no squares. */
    WeightedCount minus(WeightedCount some) {
        double left = squares - some.squares;
        return left > 0 ? new WeightedCount(count - some.count, weight - some.weight, left, moduli - some.moduli)
                : new WeightedCount(count - some.count, Math.max(0, weight - some.weight), 0);
    }

    /** Whether any value has a weight other than 0: weights of both signs may add up to 0. */
    public boolean hasWeight() {
        return weight != 0 || squares > 0;
    }

    /** Whether every weight is 1: Σw = Σw² = n leaves no spread, as Σ(w − 1)² = Σw² − 2Σw + n. */
    public boolean hasUnitWeights() {
        return weight == count && squares == count;
    }

    /**
     * Effective number (Σw)²/Σw² (Kish): the number of values for equal weights; 0 where nothing weighs anything. Of weights of both signs that nearly cancel it is small: the
     * relative error of their sum is one over its root.
     */
    public double effectiveCount() {
        if (hasUnitWeights()) {
            return count;
        }
        return weight == 0 ? 0 : weight * weight / squares;
    }

    /**
     * How many values carry the scatter of Σw: (Σ|w|)²/Σw², the {@linkplain #effectiveCount effective number} where all weights have one sign. A sum that cancels is small, and its scatter is known
     * all the same where many values make it. So this decides whether there is an error bar.
     */
    public double effectiveTerms() {
        if (hasUnitWeights()) {
            return count;
        }
        return moduli == 0 ? 0 : moduli * moduli / squares;
    }
}
