package org.unravel.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.unravel.statistics.Distribution;
import org.unravel.statistics.StatisticalTests;
import org.unravel.statistics.Tally;

/** The distribution of a quantity with few values against the exact one: Pearson's chi-square, atoms of fewer than 5 expected trajectories pooled. */
final class AtomsTest implements EnsembleTest {

    static final String STATISTIC = "chi-square";

    /** Sampled and exact values are one atom if they agree to this part of the largest. */
    private static final double SAME_ATOM = 1e-9;

    /** One exact value. */
    record Expected(double value, double probability) {
    }

    private final String name;
    private final Distribution sampled;
    private final List<Expected> exact;
    private final double outside;
    private final long count;
    private final double largestWeight;

    /**
     * A test.
     *
     * @param exact ascending values
     * @param outside bound of the probability that they lack
     * @param count number of trajectories
     */
    AtomsTest(String name, Distribution sampled, List<Expected> exact, double outside, long count) {
        this(name, sampled, exact, outside, count, 1);
    }

    /** A test of trajectories of weights up to the largest one. */
    AtomsTest(String name, Distribution sampled, List<Expected> exact, double outside, long count, double largestWeight) {
        this.largestWeight = largestWeight;
        this.outside = outside;
        this.name = name;
        this.sampled = sampled;
        this.exact = gathered(exact);
        this.count = count;
    }

    /** Equal values as one: two incommensurate quanta may add up to the same. */
    private static List<Expected> gathered(List<Expected> atoms) {
        double same = same(atoms);
        List<Expected> all = new ArrayList<>();
        for (Expected atom : atoms) {
            int last = all.size() - 1;
            if (last >= 0 && atom.value() - all.get(last).value() <= same) {
                all.set(last, new Expected(all.get(last).value(), all.get(last).probability() + atom.probability()));
            } else {
                all.add(atom);
            }
        }
        return all;
    }

    private static double same(List<Expected> atoms) {
        return SAME_ATOM * Math.max(Math.abs(atoms.get(0).value()), Math.abs(atoms.get(atoms.size() - 1).value()));
    }

    @Override
    public Finding finding() {
        Tally[] observed = new Tally[exact.size()];
        Arrays.fill(observed, Tally.NONE);
        double[] expected = new double[exact.size()];
        double known = exact.stream().mapToDouble(e -> Math.max(0, e.probability())).sum();
        for (int a = 0; a < expected.length; a++) {
            expected[a] = count * Math.max(0, exact.get(a).probability()) / known;
        }
        Tally stray = assign(observed);
        long unknown = count - stray.count() - Stream.of(observed).mapToLong(Tally::count).sum();
        if (stray.count() > 0) {
            return strayFinding(stray);
        }
        if (unknown > 0) {
            return Finding.notMade(name, STATISTIC, unknown + (unknown == 1 ? " trajectory has" : " trajectories have")
                    + " a value beyond those that a run tells apart");
        }
        if (exact.size() == 1) {
            return Finding.certain(name, "trajectories at impossible values", 0, 1, "a single value");
        }
        boolean weighted = !Stream.of(observed).allMatch(Tally::hasUnitWeights);
        if (weighted) {
            return new WeightedShares(List.of(observed), Arrays.stream(expected).map(e -> e / count).toArray(), largestWeight, count).finding(name);
        }
        StatisticalTests.Outcome outcome = StatisticalTests.chiSquare(Stream.of(observed).mapToLong(Tally::count).toArray(), expected);
        if (Double.isNaN(outcome.pValue())) {
            return Finding.notMade(name, STATISTIC, "fewer than two atoms with 5 expected trajectories");
        }
        return Finding.of(name, STATISTIC, outcome.statistic(), outcome.pValue(), sampled.bins().size() + " atoms seen");
    }

    private Finding strayFinding(Tally stray) {
        // P(k of N or more outside) ≤ C(N, k) P^k ≤ (NP)^k; with weights Bernstein's bound, as the biased law may be elsewhere more often
        double p = stray.hasUnitWeights() ? Math.pow(Math.min(1, count * outside), stray.count())
                : outside == 0 ? 0 : MeanTest.ofFewEvents(stray.weight() / count, largestWeight * outside, largestWeight, count).pValue();
        String statistic = "trajectories at impossible values";
        return p == 0 ? Finding.certain(name, statistic, stray.count(), 0, "no such atom")
                : Finding.ofBound(name, statistic, stray.count(), p, "no such atom");
    }

    /** Counts the sampled atoms at the exact ones; returns the trajectories that have a value that none has. */
    private Tally assign(Tally[] observed) {
        double same = same(exact);
        Tally stray = Tally.NONE;
        int a = 0;
        for (Distribution.Bin bin : sampled.bins()) {
            while (a + 1 < observed.length && exact.get(a).value() < bin.low() - same) {
                a++;
            }
            if (Math.abs(exact.get(a).value() - bin.low()) <= same) {
                observed[a] = observed[a].plus(bin.values());
            } else {
                stray = stray.plus(bin.values());
            }
        }
        return stray;
    }
}
