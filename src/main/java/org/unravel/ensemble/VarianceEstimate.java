package org.unravel.ensemble;

import org.unravel.statistics.MomentCells;

/**
 * Variances and covariances with standard errors from moments to fourth order.
 *
 * <p>Of n trajectories of weight 1: Var(s²) = (μ₄ − σ⁴(n − 3)/(n − 1))/n and, for a covariance c, Var = μ₂₂/n − c²(n − 2)/(n(n − 1)) + σ_a²σ_b²/(n(n − 1)).
 * Of weighted ones, to first order in 1/n, se² = Σw²(ab − c)²/(Σw)² · n/(n − 1) with a and b taken from their means. What two quantities do together comes from
 * their sum and difference: 4ab = (a + b)² − (a − b)² and 12a²b² = (a + b)⁴ + (a − b)⁴ − 2a⁴ − 2b⁴.
 *
 * @param count trajectories
 * @param moments with weights w
 * @param squares with weights w²; no cells where all weights are 1
 * @param isWeighted whether there are other weights
 * @see "Stuart and Ord, Kendall's Advanced Theory of Statistics, vol. 1, chapter 12: Var(k₂) = κ₄/n + 2κ₂²/(n − 1), Var(k₁₁) = κ₂₂/n + (κ₂₀κ₀₂ + κ₁₁²)/(n − 1)"
 */
record VarianceEstimate(long count, MomentCells moments, MomentCells squares, boolean isWeighted) {

    /** The four cells of a pair: each alone, their sum and their difference, all in units that make them alike. */
    record Pair(int first, int second, int sum, int difference) {
    }

    double variance(int cell) {
        double w = moments.weight(cell);
        double freedom = isWeighted ? w - squares.weight(cell) / w : w - 1;
        return count > 1 && freedom > 0 ? moments.second(cell, moments.mean(cell)) / freedom : Double.NaN;
    }

    double standardError(int cell) {
        double n = count;
        double mean = moments.mean(cell);
        double w = moments.weight(cell);
        double square = moments.second(cell, mean) / w;
        if (isWeighted) {
            double scatter = squares.fourth(cell, mean) - 2 * square * squares.second(cell, mean) + square * square * squares.weight(cell);
            return root(scatter / (w * w) * n / (n - 1));
        }
        return root((moments.fourth(cell, mean) / n - variance(cell) * variance(cell) * (n - 3) / (n - 1)) / n);
    }

    double covariance(Pair p) {
        return (variance(p.sum) - variance(p.difference)) / 4;
    }

    double standardError(Pair p) {
        double n = count;
        double w = moments.weight(p.first);
        double c = covariance(p);
        if (isWeighted) {
            double product = (about(squares, p.sum) - about(squares, p.difference)) / 4;
            return root((fourth(squares, p) - 2 * c * product + c * c * squares.weight(p.first)) / (w * w) * n / (n - 1));
        }
        return root(fourth(moments, p) / n / n - c * c * (n - 2) / (n * (n - 1)) + variance(p.first) * variance(p.second) / (n * (n - 1)));
    }

    private double about(MomentCells cells, int cell) {
        return cells.second(cell, moments.mean(cell));
    }

    /** Σ a²b². */
    private double fourth(MomentCells cells, Pair p) {
        return (cells.fourth(p.sum, moments.mean(p.sum)) + cells.fourth(p.difference, moments.mean(p.difference))
                - 2 * cells.fourth(p.first, moments.mean(p.first)) - 2 * cells.fourth(p.second, moments.mean(p.second))) / 12;
    }

    /** Rounding makes the square of no error negative. */
    private double root(double square) {
        return count > 1 ? Math.sqrt(Math.max(0, square)) : Double.NaN;
    }
}
