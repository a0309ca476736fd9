package org.unravel.validation;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

import org.unravel.exact.CountingDistribution;
import org.unravel.exact.TwoPointStatistics.Moments;
import org.unravel.statistics.Distribution;
import org.unravel.statistics.SampleSummary;
import org.unravel.statistics.Tally;

/**
 * The weighted variance of what is counted against the exact one: {@link WeightedMeanTest} of x = (n − μ)² with the exact mean μ. The moments of x follow
 * from the exact distribution of n, its scatter from the weights of every atom, and its mean from the variance that is shown.
 */
final class WeightedVarianceTest implements EnsembleTest {

    /** Far above the rounding of exact probabilities, and too little to count even in an eighth moment. */
    private static final double NEGLIGIBLE = 1e-13;

    private final Sample sample;
    private final String name;
    private final SampleSummary sampled;
    private final List<Distribution.Bin> atoms;
    private final Moments exact;
    private final double mean;
    private final double unit;

    /**
     * A test.
     *
     * @param sampled what is shown
     * @param atoms the same values, with the weights of the trajectories of each
     * @param exact their distribution
     * @param unit of the quantity: 1 for a number of jumps, the energy scale for heat
     */
    WeightedVarianceTest(Sample sample, String name, SampleSummary sampled, Distribution atoms, CountingDistribution exact, double unit) {
        this.sample = sample;
        this.name = name;
        this.sampled = sampled;
        this.atoms = atoms.bins();
        this.unit = unit;
        this.mean = expectation(exact, n -> n);
        double variance = expectation(exact, this::square);
        this.exact = new Moments(variance, central(exact, variance, 2), central(exact, variance, 3), central(exact, variance, 4));
    }

    private double square(double n) {
        return (n - mean) * (n - mean);
    }

    private double central(CountingDistribution exact, double variance, int order) {
        return expectation(exact, n -> Math.pow(square(n) - variance, order));
    }

    private static double expectation(CountingDistribution exact, DoubleUnaryOperator of) {
        return exact.atoms().stream().filter(a -> a.probability() > NEGLIGIBLE).mapToDouble(a -> a.probability() * of.applyAsDouble(a.value())).sum();
    }

    @Override
    public Finding finding() {
        Tally total = atoms.stream().map(Distribution.Bin::values).reduce(Tally.NONE, Tally::plus);
        if (total.count() < sample.count) {
            return Finding.notMade(name, ElementaryTest.Z, "more different values than a run holds");
        }
        // of M₂/W = s² (1 − 1/n), n the effective size, and Σw(n − μ)²/W = M₂/W + (mean − μ)²
        double estimate = sampled.variance() * (1 - 1 / total.effectiveCount()) + square(sampled.mean());
        double squares = atoms.stream().mapToDouble(a -> a.values().squares() * Math.pow(square(a.low()) - estimate, 2)).sum();
        return new WeightedMeanTest(sample, name, estimate, Math.sqrt(squares) / total.weight(), 0, exact, unit * unit).finding()
                .withNote("weighted; " + Digits.six(sampled.variance()) + ", exact " + Digits.six(exact.mean()));
    }
}
