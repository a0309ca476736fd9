package org.unravel.validation.calibration;

import java.util.List;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.unravel.statistics.StatisticalTests;
import org.unravel.validation.ElementaryTest;
import org.unravel.validation.Statistic;

/**
 * One elementary comparison over all seeds.
 *
 * @param name what was compared
 * @param statistic which one
 * @param values of every seed in which the comparison was made
 * @param uniformity p-value of the Kolmogorov–Smirnov test that the p-values are uniform
 * @param meanSquare mean z² over the seeds, 1 if standard errors are right; NaN where the statistic is no z
 * @param spread p-value of its sum as a chi-square with one degree of freedom for each seed, two-sided; NaN likewise
 */
public record CalibratedTest(String name, Statistic statistic, List<Value> values, double uniformity, double meanSquare, double spread) {

    /**
     * The comparison under one seed.
     *
     * @param seed the seed
     * @param test what was found
     */
    public record Value(long seed, ElementaryTest test) {
    }

    static CalibratedTest of(String name, List<Value> values) {
        double[] p = values.stream().mapToDouble(v -> v.test().pValue()).sorted().toArray();
        double uniformity = p.length < 2 ? Double.NaN : StatisticalTests.kolmogorovSmirnov(p, x -> Math.max(0, Math.min(1, x))).pValue();
        Statistic statistic = values.get(0).test().statistic();
        if (statistic != Statistic.Z) {
            return new CalibratedTest(name, statistic, List.copyOf(values), uniformity, Double.NaN, Double.NaN);
        }
        double sum = values.stream().mapToDouble(v -> v.test().value() * v.test().value()).sum();
        ChiSquaredDistribution law = ChiSquaredDistribution.of(values.size());
        double spread = Math.min(1, 2 * Math.min(law.cumulativeProbability(sum), law.survivalProbability(sum)));
        return new CalibratedTest(name, statistic, List.copyOf(values), uniformity, sum / values.size(), spread);
    }
}
