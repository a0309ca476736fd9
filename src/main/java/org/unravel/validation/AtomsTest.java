package org.unravel.validation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.unravel.exact.CountingDistribution;
import org.unravel.statistics.Distribution;
import org.unravel.statistics.StatisticalTests;
import org.unravel.statistics.WeightedCount;

/** The distribution of a quantity with few values against the exact one: Pearson's chi-square, atoms of fewer than 5 expected trajectories pooled. */
final class AtomsTest implements EnsembleTest {

    /** One exact value; numbers within its rounding are that value. */
    record Expected(double value, double probability, double rounding) {

        Expected(double value, double probability) {
            this(value, probability, 0);
        }

        static Expected of(CountingDistribution.Atom atom) {
            return new Expected(atom.value(), atom.probability(), atom.rounding());
        }
    }

    private final Subject subject;
    private final Distribution sampled;
    private final List<Expected> exact;
    private final double outside;
    private final long count;
    private final double largestWeight;

    /**
     * A test.
     *
     * @param exact values; those that rounding does not tell apart, such as sums of incommensurate quanta, count as one
     * @param outside bound of the probability that they lack
     * @param count number of trajectories
     */
    AtomsTest(Subject subject, Distribution sampled, List<Expected> exact, double outside, long count) {
        this(subject, sampled, exact, outside, count, 1);
    }

    /** A test of trajectories of weights up to the largest one. */
    AtomsTest(Subject subject, Distribution sampled, List<Expected> exact, double outside, long count, double largestWeight) {
        this.largestWeight = largestWeight;
        this.outside = outside;
        this.subject = subject;
        this.sampled = sampled;
        this.exact = exact;
        this.count = count;
    }

    @Override
    public Finding finding() {
        PooledAtoms atoms = PooledAtoms.of(exact, sampled);
        double known = Arrays.stream(atoms.probabilities()).map(p -> Math.max(0, p)).sum();
        return finding(atoms.observed(), Arrays.stream(atoms.probabilities()).map(p -> count * Math.max(0, p) / known).toArray(), atoms.stray());
    }

    private Finding finding(WeightedCount[] observed, double[] expected, WeightedCount stray) {
        long unknown = count - stray.count() - Stream.of(observed).mapToLong(WeightedCount::count).sum();
        if (stray.count() > 0) {
            return strayFinding(stray);
        }
        if (unknown > 0) {
            return Finding.notMade(subject, Statistic.CHI_SQUARE, unknown + (unknown == 1 ? " trajectory has" : " trajectories have")
                    + " a value beyond those that a run tells apart");
        }
        if (expected.length == 1) {
            return Finding.certain(subject, Statistic.STRAYS, 0, 1, "a single value");
        }
        boolean weighted = !Stream.of(observed).allMatch(WeightedCount::hasUnitWeights);
        if (weighted) {
            return new WeightedShares(List.of(observed), Arrays.stream(expected).map(e -> e / count).toArray(), largestWeight, count).finding(subject);
        }
        StatisticalTests.Outcome outcome = StatisticalTests.chiSquare(Stream.of(observed).mapToLong(WeightedCount::count).toArray(), expected);
        if (Double.isNaN(outcome.pValue())) {
            return Finding.notMade(subject, Statistic.CHI_SQUARE, "fewer than two atoms with 5 expected trajectories");
        }
        return Finding.of(subject, Statistic.CHI_SQUARE, outcome.statistic(), outcome.pValue(), sampled.bins().size() + " atoms seen");
    }

    private Finding strayFinding(WeightedCount stray) {
        // P(k of N or more outside) ≤ C(N, k) P^k ≤ (NP)^k; with weights Bernstein's bound, as the biased law may be elsewhere more often
        double p = stray.hasUnitWeights() ? Math.pow(Math.min(1, count * outside), stray.count())
                : outside == 0 ? 0 : MeanTest.ofFewEvents(stray.weight() / count, largestWeight * outside, largestWeight, count).pValue();
        return p == 0 ? Finding.certain(subject, Statistic.STRAYS, stray.count(), 0, "no such atom")
                : Finding.ofBound(subject, Statistic.STRAYS, stray.count(), p, "no such atom");
    }
}
