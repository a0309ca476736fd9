package org.unravel.validation;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

import org.unravel.exact.CountingDistribution;
import org.unravel.exact.TwoPointStatistics.Moments;
import org.unravel.statistics.Distribution;
import org.unravel.statistics.Tally;

/**
 * The weighted variance of what is counted, about its exact mean μ, against the exact one: {@link WeightedMeanTest} of x = (n − μ)², whose moments
 * follow from the exact distribution of n and whose scatter from the weights of every atom.
 */
final class WeightedVarianceTest implements EnsembleTest {

    private final Sample sample;
    private final String name;
    private final List<Distribution.Bin> atoms;
    private final Moments exact;
    private final double mean;
    private final double unit;

    /**
     * A test.
     *
     * @param atoms sampled, with the weights of the trajectories of each
     * @param exact their distribution
     * @param unit of the quantity: 1 for a number of jumps, the energy scale for heat
     */
    WeightedVarianceTest(Sample sample, String name, Distribution atoms, CountingDistribution exact, double unit) {
        this.sample = sample;
        this.name = name;
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

    /** The rounding of a probability below zero far out counts as one above it, so that high moments are rather too large. */
    private static double expectation(CountingDistribution exact, DoubleUnaryOperator of) {
        return exact.atoms().stream().mapToDouble(a -> Math.abs(a.probability()) * of.applyAsDouble(a.value())).sum();
    }

    @Override
    public Finding finding() {
        Tally total = atoms.stream().map(Distribution.Bin::values).reduce(Tally.NONE, Tally::plus);
        if (total.count() < sample.count) {
            return Finding.notMade(name, ElementaryTest.Z, "more different values than a run holds");
        }
        double estimate = atoms.stream().mapToDouble(a -> a.values().weight() * square(a.low())).sum() / total.weight();
        double squares = atoms.stream().mapToDouble(a -> a.values().squares() * Math.pow(square(a.low()) - estimate, 2)).sum();
        return new WeightedMeanTest(sample, name, estimate, Math.sqrt(squares) / total.weight(), 0, exact, unit * unit).finding();
    }
}
