package org.unravel.ensemble;

import org.unravel.statistics.MomentCells;

/**
 * Variances, and means of weights of 1, with standard errors from moments to fourth order.
 *
 * <p>Of n trajectories of weight 1, Var(s²) = (μ₄ − σ⁴(n − 3)/(n − 1))/n. Of weighted ones, to first order in 1/n, se² = Σw²(a² − σ²)²/(Σw)² · n/(n − 1) with a
 * taken from the mean. Weights of both signs give the same; a variance may come out negative then, and none is found where Σw is not above zero.
 *
 * @param count trajectories
 * @param moments with weights w
 * @param squares with weights w²; no cells where all weights are 1
 * @param isWeighted whether there are other weights
 * @see "Stuart and Ord, Kendall's Advanced Theory of Statistics, vol. 1, chapter 12: Var(k₂) = κ₄/n + 2κ₂²/(n − 1)"
 */
record VarianceEstimate(long count, MomentCells moments, MomentCells squares, boolean isWeighted) {

    /** Σw − Σw²/Σw of a single weight is 0 but for the rounding of both. */
    private static final double ROUNDING = 1e-14;

    double mean(int cell) {
        return count > 0 ? moments.mean(cell) : Double.NaN;
    }

    /** Of weights of 1. */
    double standardErrorOfMean(int cell) {
        return count > 1 ? Math.sqrt(moments.second(cell, moments.mean(cell)) / (count - 1.0) / count) : Double.NaN;
    }

    double variance(int cell) {
        double w = moments.weight(cell);
        double freedom = freedom(w, isWeighted ? squares.weight(cell) : w);
        return count > 1 && freedom > 0 ? moments.second(cell, moments.mean(cell)) / freedom : Double.NaN;
    }

    double standardError(int cell) {
        double n = count;
        double mean = moments.mean(cell);
        double w = moments.weight(cell);
        if (isWeighted && !(w > 0)) {
            return Double.NaN;
        }
        if (isWeighted) {
            double square = moments.second(cell, mean) / w;
            double scatter = squares.fourth(cell, mean) - 2 * square * squares.second(cell, mean) + square * square * squares.weight(cell);
            return root(count, scatter / (w * w) * n / (n - 1));
        }
        return root(count, (moments.fourth(cell, mean) / n - variance(cell) * variance(cell) * (n - 3) / (n - 1)) / n);
    }

    /** Σw − Σw²/Σw, the divisor of an unbiased second moment: N − 1 for weights of 1; 0 where there is no such moment. */
    static double freedom(double weight, double squares) {
        double freedom = weight - squares / weight;
        return weight > 0 && freedom > ROUNDING * weight ? freedom : 0;
    }

    /** Rounding makes the square of no error negative. */
    static double root(long count, double square) {
        return count > 1 ? Math.sqrt(Math.max(0, square)) : Double.NaN;
    }
}
