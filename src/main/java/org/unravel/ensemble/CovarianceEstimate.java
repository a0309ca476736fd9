package org.unravel.ensemble;

import org.unravel.statistics.CrossMomentCells;

/**
 * Covariances with standard errors from moments to the second order of either quantity.
 *
 * <p>Of n trajectories of weight 1, Var(c) = μ₂₂/n − c²(n − 2)/(n(n − 1)) + σ_a²σ_b²/(n(n − 1)). Of weighted ones, to first order in 1/n,
 * se² = Σw²(ab − c)²/(Σw)² · n/(n − 1) with a and b taken from their means, whatever the signs of the weights.
 *
 * @param count trajectories
 * @param moments with weights w
 * @param squares with weights w²; no cells where all weights are 1
 * @param isWeighted whether there are other weights
 * @see "Stuart and Ord, Kendall's Advanced Theory of Statistics, vol. 1, chapter 12: Var(k₁₁) = κ₂₂/n + (κ₂₀κ₀₂ + κ₁₁²)/(n − 1)"
 */
record CovarianceEstimate(long count, CrossMomentCells moments, CrossMomentCells squares, boolean isWeighted) {

    private static final int AA = 2;
    private static final int AB = 1 + CrossMomentCells.POWERS;
    private static final int BB = 2 * CrossMomentCells.POWERS;
    private static final int AABB = 2 + 2 * CrossMomentCells.POWERS;

    double covariance(int cell) {
        double freedom = VarianceEstimate.freedom(moments.weight(cell), isWeighted ? squares.weight(cell) : moments.weight(cell));
        return count > 1 && freedom > 0 ? central(cell)[AB] / freedom : Double.NaN;
    }

    double standardError(int cell) {
        double n = count;
        double w = moments.weight(cell);
        if (isWeighted && !(w > 0)) {
            return Double.NaN;
        }
        double[] m = central(cell);
        if (isWeighted) {
            double c = m[AB] / w;
            double[] s = squares.about(cell, moments.first(cell), moments.second(cell));
            return VarianceEstimate.root(count, (s[AABB] - 2 * c * s[AB] + c * c * s[0]) / (w * w) * n / (n - 1));
        }
        double c = m[AB] / (n - 1);
        double spreads = m[AA] / (n - 1) * m[BB] / (n - 1);
        return VarianceEstimate.root(count, m[AABB] / n / n - c * c * (n - 2) / (n * (n - 1)) + spreads / (n * (n - 1)));
    }

    private double[] central(int cell) {
        return moments.about(cell, moments.first(cell), moments.second(cell));
    }
}
