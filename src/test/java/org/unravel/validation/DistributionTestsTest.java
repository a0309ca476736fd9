package org.unravel.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.junit.jupiter.api.Test;
import org.unravel.bath.HeatExchange;
import org.unravel.ensemble.ExchangeRelation;
import org.unravel.ensemble.FirstJumpTimes;
import org.unravel.ensemble.NeighbourCorrelation;
import org.unravel.ensemble.NeighbourCorrelation.Neighbours;
import org.unravel.exact.CountingDistribution;
import org.unravel.exact.CountingMoments;
import org.unravel.exact.FirstJumpDistribution;
import org.unravel.statistics.Distribution;
import org.unravel.statistics.StatisticalTests;

/** The small tests by hand: known statistics, values that cannot be, samples too small. */
class DistributionTestsTest {

    private static final double ROUNDING = 1e-12;
    private static final long N = 10_000;

    /** Moments of a Poisson number of mean 4: variance 4, fourth central moment 4 + 3 · 16. */
    private static final CountingMoments POISSON = new CountingMoments("jumps", new double[] {4}, new double[] {4}, new double[] {4},
            new double[] {52});

    private static Distribution atoms(double... valuesAndCounts) {
        List<Distribution.Bin> bins = new java.util.ArrayList<>();
        for (int i = 0; i < valuesAndCounts.length; i += 2) {
            bins.add(Distribution.Bin.ofCount(valuesAndCounts[i], valuesAndCounts[i], (long) valuesAndCounts[i + 1], N));
        }
        return new Distribution(bins, Distribution.Shape.ATOMS);
    }

    private static Finding atoms(Distribution sampled) {
        return new AtomsTest(Subject.atoms("a"), sampled, List.of(new AtomsTest.Expected(-1, 0.25), new AtomsTest.Expected(0, 0.25),
                new AtomsTest.Expected(0, 0.25), new AtomsTest.Expected(1, 0.25)), 0, N).finding();
    }

    @Test
    void equalExactValuesAreOneAtom() {
        // 2500, 5000, 2500 expected: 100²/2500 + 100²/5000
        Finding found = atoms(atoms(-1, 2600, 0, 4900, 1, 2500));
        assertEquals(6, found.value(), ROUNDING);
        assertEquals(Math.exp(-3), found.pValue(), ROUNDING);
    }

    @Test
    void aValueThatCannotBeIsFoundWithoutChance() {
        Finding found = atoms(atoms(-1, 2500, 0, 4999, 0.5, 1, 1, 2500));
        assertEquals(0, found.pValue());
        assertEquals(Finding.Kind.CERTAIN, found.kind());
        assertEquals(1, found.value());
    }

    /** A run holds so many different values; those of the other trajectories are not known. */
    @Test
    void valuesBeyondTheLimitLeaveTheTestUnmade() {
        Finding found = atoms(atoms(-1, 2600, 0, 4900, 1, 2493));
        assertEquals(Finding.Kind.NOT_MADE, found.kind());
        assertTrue(found.note().startsWith("7 trajectories"), found.note());
        // an impossible value among those that were told apart is one all the same
        assertEquals(0, atoms(atoms(-1, 2500, 0, 4999, 0.5, 1, 1, 2400)).pValue());
    }

    /** One |Q| = 1 with P(Q)/P(−Q) = 4: z of the log-odds ln 4, exact, against ln 4 − x is x √(n₊n₋/n); below 1000 it is not normal. */
    @Test
    void heatExchangeNeedsManyTrajectoriesOfEitherSign() {
        HeatExchange condition = new HeatExchange("hot", "cold", Math.log(4), HeatExchange.Validity.ALWAYS, "");
        List<ExchangeRelation.Pair> pairs = List.of(new ExchangeRelation.Pair(1, 4000, 1000));
        double se = pairs.get(0).standardError();
        Finding found = new HeatExchangeTest(new ExchangeRelation(condition, pairs, Math.log(4) + 2 * se, se, 0)).finding();
        assertEquals(StatisticalTests.normalPValue(2), found.pValue(), ROUNDING);
        assertEquals(1, found.elementary().size());
        for (ExchangeRelation.Pair few : List.of(new ExchangeRelation.Pair(1, 4000, 999), new ExchangeRelation.Pair(1, 999, 4000))) {
            assertEquals(Finding.Kind.NOT_MADE, new HeatExchangeTest(new ExchangeRelation(condition, List.of(few), 0, se, 0)).finding().kind());
        }
    }

    /** The Poisson distribution of mean 4, in a window that lacks 1e-16. */
    private static CountingDistribution poisson() {
        double[] p = IntStream.range(0, 40).mapToDouble(n -> PoissonDistribution.of(4).probability(n)).toArray();
        return new CountingDistribution("jumps", new double[] {1}, new int[1], new int[] {p.length}, p, 0);
    }

    private static Finding spread(double estimate, CountingMoments exact, CountingDistribution distribution, long count) {
        return new SpreadTest(Subject.variance("v"), estimate, exact, Optional.ofNullable(distribution), "no reason", 1, count).finding();
    }

    @Test
    void varianceIsHeldAgainstItsOwnStandardError() {
        double se = Math.sqrt((52 - 16.0) / N + 2 * 16.0 / N / (N - 1));
        assertEquals(3, spread(4 + 3 * se, POISSON, poisson(), N).value(), 1e-8);
        assertEquals(Finding.Kind.NOT_MADE, spread(4, POISSON, poisson(), 200).kind());
        assertEquals(Finding.Kind.NOT_MADE, spread(4, POISSON, null, N).kind());
        // a standard error 20 % too small
        assertTrue(spread(4 * 0.64, POISSON, poisson(), N).pValue() < 1e-12);
    }

    /**
     * One trajectory in 10⁸ has 562 jumps beside the Poisson number: one such in 10⁶ trajectories, 1 % of all samples, makes s² larger by 8 %, 60 of the standard
     * errors that the fourth moment gives. So nothing is said of such a variance.
     */
    @Test
    void aVarianceThatASingleTrajectoryCanChangeIsNotTested() {
        double[] p = java.util.Arrays.copyOf(poisson().probabilities(), 600);
        p[562] = 1e-8;
        CountingDistribution bursts = new CountingDistribution("jumps", new double[] {1}, new int[1], new int[] {p.length}, p, 0);
        double burst = 1e-8 * Math.pow(558, 2);
        CountingMoments exact = new CountingMoments("jumps", new double[1], new double[] {4 + burst}, new double[1],
                new double[] {52 + 1e-8 * Math.pow(558, 4)});
        assertEquals(Finding.Kind.NOT_MADE, spread(4.3, exact, bursts, 1_000_000).kind());
    }

    @Test
    void whatCannotScatterMustNot() {
        CountingMoments none = new CountingMoments("jumps", new double[1], new double[] {1e-14}, new double[1], new double[1]);
        assertEquals(1, spread(0, none, null, N).pValue());
        assertEquals(Finding.Kind.NOT_MADE, spread(1e-4, none, null, N).kind());
    }

    @Test
    void correlationsAreHeldAgainstOneOverTheRootOfTheNumberOfPairs() {
        NeighbourCorrelation found = new NeighbourCorrelation("heat", Neighbours.EVEN_WITH_ODD, N, 0.03, 0);
        assertEquals(StatisticalTests.normalPValue(3), new IndependenceTest(found).finding().pValue(), ROUNDING);
        // a value that is 1 in one of a thousand trajectories: κ = 1000, and N pairs hold a hundredth of a coincidence
        NeighbourCorrelation rare = new NeighbourCorrelation("heat", Neighbours.EVEN_WITH_ODD, N, 0.03, 997);
        assertEquals(Finding.Kind.NOT_MADE, new IndependenceTest(rare).finding().kind());
    }

    @Test
    void jumpsAtTheEndsOfCellsTwiceAsWideAreFound() {
        int cells = 1000;
        double[] uniform = java.util.stream.IntStream.rangeClosed(1, cells).mapToDouble(i -> 0.5 * i / cells).toArray();
        long[] right = new long[cells];
        java.util.Arrays.fill(right, 1000);
        long[] late = new long[cells];
        for (int c = 19; c < cells; c += 20) {
            late[c] = 20_000;
        }
        FirstJumpDistribution exact = new FirstJumpDistribution(uniform);
        assertEquals(1, new FirstJumpTest(FirstJumpTimes.ofCounts(right, 1_000_000), exact).finding().pValue(), ROUNDING);
        // 19 of 1000 cells come too late: D = 0.019 of a million values
        Finding found = new FirstJumpTest(FirstJumpTimes.ofCounts(late, 1_000_000), exact).finding();
        assertEquals(0.019, found.value(), ROUNDING);
        assertTrue(found.pValue() < 1e-12);
        assertEquals(0, new JumpShareTest(FirstJumpTimes.ofCounts(right, 1_000_000), exact).finding().value(), ROUNDING);
    }

    /** One trajectory of N at a value that was left out with probability 1e-3/N: the bound is N P. */
    @Test
    void valueThatWasLeftOutIsNotImpossible() {
        Distribution sampled = new Distribution(List.of(Distribution.Bin.ofCount(0, 0, N - 1, N), Distribution.Bin.ofCount(5, 5, 1, N)),
                Distribution.Shape.ATOMS);
        List<AtomsTest.Expected> exact = List.of(new AtomsTest.Expected(0, 0.5), new AtomsTest.Expected(1, 0.5));
        assertEquals(0, new AtomsTest(Subject.atoms("a"), sampled, exact, 0, N).finding().pValue());
        assertEquals(1e-3, new AtomsTest(Subject.atoms("a"), sampled, exact, 1e-3 / N, N).finding().pValue(), Math.ulp(1e-3));
    }
}
