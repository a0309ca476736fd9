package org.unravel.validation;

import java.util.List;

import org.unravel.exact.CountingDistribution;
import org.unravel.statistics.Distribution;
import org.unravel.statistics.SampleSummary;
import org.unravel.statistics.WeightedCount;

/**
 * The weighted variance of what is counted against the exact one: {@link WeightedMeanTest} of x = (n − μ)² with the exact mean μ. The moments of x follow
 * from the exact distribution of n, its scatter from the weights of every atom, and its mean from the variance that is shown.
 */
final class WeightedVarianceTest implements EnsembleTest {

    private final Sample sample;
    private final Subject subject;
    private final SampleSummary sampled;
    private final List<Distribution.Bin> atoms;
    private final SquaredDeviation square;
    private final double unit;

    /**
     * A test.
     *
     * @param sampled what is shown
     * @param atoms the same values, with the weights of the trajectories of each
     * @param exact their distribution
     * @param unit of the quantity: 1 for a number of jumps, the energy scale for heat
     */
    WeightedVarianceTest(Sample sample, Subject subject, SampleSummary sampled, Distribution atoms, CountingDistribution exact, double unit) {
        this.sample = sample;
        this.subject = subject;
        this.sampled = sampled;
        this.atoms = atoms.bins();
        this.unit = unit;
        this.square = new SquaredDeviation(exact);
    }

    @Override
    public Finding finding() {
        WeightedCount total = atoms.stream().map(Distribution.Bin::values).reduce(WeightedCount.NONE, WeightedCount::plus);
        if (total.count() < sample.count) {
            return Finding.notMade(subject, Statistic.Z, "more different values than a run holds");
        }
        // of M₂/W = s² (1 − 1/n), n the effective size, and Σw(n − μ)²/W = M₂/W + (mean − μ)²
        double estimate = sampled.variance() * (1 - 1 / total.effectiveCount()) + square.of(sampled.mean());
        double squares = atoms.stream().mapToDouble(a -> a.values().squares() * Math.pow(square.of(a.low()) - estimate, 2)).sum();
        return new WeightedMeanTest(sample, subject, estimate, Math.sqrt(squares) / total.weight(), 0, square.moments(), unit * unit).finding()
                .withNote("weighted; " + Digits.six(sampled.variance()) + ", exact " + Digits.six(square.moments().mean()));
    }
}
