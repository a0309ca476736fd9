package org.unravel.validation;

import java.util.function.DoubleUnaryOperator;

import org.unravel.exact.CountingDistribution;
import org.unravel.exact.TwoPointStatistics.Moments;

/**
 * The square (n − μ)² of the deviation of what is counted from its exact mean, whose mean is the variance: what a sampled variance is a mean of. Its
 * moments, to the eighth of n, follow from the exact distribution.
 */
final class SquaredDeviation {

    /** Far above the rounding of exact probabilities, and too little to count even in an eighth moment. */
    private static final double NEGLIGIBLE = 1e-13;

    private final CountingDistribution exact;
    private final double mean;
    private final Moments moments;

    SquaredDeviation(CountingDistribution exact) {
        this.exact = exact;
        this.mean = expectation(n -> n);
        double variance = expectation(this::of);
        this.moments = new Moments(variance, central(variance, 2), central(variance, 3), central(variance, 4));
    }

    /** (n − μ)². */
    double of(double n) {
        return (n - mean) * (n - mean);
    }

    /** Mean and central moments of the square. */
    Moments moments() {
        return moments;
    }

    private double central(double variance, int order) {
        return expectation(n -> Math.pow(of(n) - variance, order));
    }

    private double expectation(DoubleUnaryOperator function) {
        return exact.atoms().stream().filter(a -> a.probability() > NEGLIGIBLE).mapToDouble(a -> a.probability() * function.applyAsDouble(a.value())).sum();
    }
}
