package org.unravel.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

class StatisticalTestsTest {

    /** Special functions of the library are good to some ulp; ten are allowed a thousandfold. */
    private static final double SPECIAL_FUNCTION = 1e4 * Math.ulp(1.0);

    /** What a planted error must be rejected at, far below any family-wise rate in use. */
    private static final double REJECTED = 1e-8;

    @Test
    void normalTailIsAccurateWhereOneMinusTheDistributionFunctionIsNot() {
        assertEquals(1, StatisticalTests.normalPValue(0), SPECIAL_FUNCTION);
        // erfc(10/√2) = 2 Φ(−10), Abramowitz and Stegun table 26.2: Φ(−10) = 7.61985e-24
        assertEquals(2 * 7.61985e-24, StatisticalTests.normalPValue(-10), 2e-29);
        assertTrue(Double.isNaN(StatisticalTests.normalPValue(Double.NaN)));
    }

    @Test
    void sidakThresholdGivesBackTheFamilyWiseRate() {
        double z = StatisticalTests.sidakThreshold(1e-4, 200);
        assertEquals(-Math.expm1(200 * Math.log1p(-StatisticalTests.normalPValue(z))), 1e-4, 1e-4 * 1e-9);
        // 5.03 is the bound of 200 tests at 1e-4, given to two places
        assertEquals(5.03, z, 0.005);
        assertThrows(IllegalArgumentException.class, () -> StatisticalTests.sidakThreshold(0, 1));
        assertThrows(IllegalArgumentException.class, () -> StatisticalTests.sidakThreshold(0.1, 0));
    }

    @Test
    void poissonTailsOfAFewCountsAreTheirSums() {
        assertEquals(2 * Math.exp(-3), StatisticalTests.poissonPValue(0, 3), SPECIAL_FUNCTION);
        double atLeastTwo = 1 - Math.exp(-0.1) * 1.1;
        assertEquals(2 * atLeastTwo, StatisticalTests.poissonPValue(2, 0.1), SPECIAL_FUNCTION);
        assertEquals(1, StatisticalTests.poissonPValue(5, 5));
        assertEquals(0, StatisticalTests.poissonPValue(1, 0));
        assertEquals(1, StatisticalTests.poissonPValue(0, 0));
    }

    @Test
    void aLargePoissonCountIsNearlyNormal() {
        double mean = 1e10;
        // Edgeworth: the tail differs from the normal one by a relative z³/(6√μ) < 2e-4 at z = 4
        double expected = StatisticalTests.normalPValue(4);
        assertEquals(expected, StatisticalTests.poissonPValue((long) (mean + 4 * Math.sqrt(mean)), mean), 2e-4 * expected);
    }

    @Test
    void kolmogorovSmirnovAcceptsTheRightRateAndRejectsOneOffByATenth() {
        double[] sample = new SplittableRandom(3).doubles(20_000).map(u -> -Math.log1p(-u)).sorted().toArray();
        assertTrue(StatisticalTests.kolmogorovSmirnov(sample, t -> -Math.expm1(-t)).pValue() > 1e-3);
        assertTrue(StatisticalTests.kolmogorovSmirnov(sample, t -> -Math.expm1(-1.1 * t)).pValue() < REJECTED);
    }

    @Test
    void kolmogorovSmirnovOfTwoValuesIsTheLargestStep() {
        // empirical function 0, 1/2, 1 with steps at 0.5 and 0.75: the distance is 1/2, from below at 0.5
        assertEquals(0.5, StatisticalTests.kolmogorovSmirnov(new double[] {0.5, 0.75}, x -> x).statistic());
    }

    @Test
    void chiSquareOfTwoBinsIsTheSquareOfTheBinomialZ() {
        StatisticalTests.Outcome outcome = StatisticalTests.chiSquare(new long[] {60, 40}, new double[] {50, 50});
        assertEquals(4, outcome.statistic(), SPECIAL_FUNCTION);
        assertEquals(StatisticalTests.normalPValue(2), outcome.pValue(), SPECIAL_FUNCTION);
    }

    @Test
    void chiSquarePoolsThinBins() {
        // pooled by hand: {1+2+3, 10, 84+0+0} against {6, 10, 84}, a perfect fit with two degrees of freedom
        StatisticalTests.Outcome outcome = StatisticalTests.chiSquare(new long[] {1, 2, 3, 10, 82, 1, 1}, new double[] {2, 2, 2, 10, 81, 1, 2});
        assertEquals(0, outcome.statistic(), SPECIAL_FUNCTION);
        assertEquals(1, outcome.pValue(), SPECIAL_FUNCTION);
        assertTrue(Double.isNaN(StatisticalTests.chiSquare(new long[] {3, 1}, new double[] {2, 2}).pValue()));
    }

    @Test
    void chiSquareRejectsAShiftedCoin() {
        assertTrue(StatisticalTests.chiSquare(new long[] {5300, 4700}, new double[] {5000, 5000}).pValue() < REJECTED);
        assertThrows(IllegalArgumentException.class, () -> StatisticalTests.chiSquare(new long[] {1}, new double[] {1, 2}));
        assertThrows(IllegalArgumentException.class, () -> StatisticalTests.chiSquare(new long[] {10, 10}, new double[] {15, 15}));
    }

    @Test
    void aSampleOfTheRightDistributionPassesChiSquare() {
        long[] observed = new long[10];
        Arrays.stream(new SplittableRandom(4).ints(10_000, 0, 10).toArray()).forEach(b -> observed[b]++);
        double[] expected = new double[10];
        Arrays.fill(expected, 1000);
        assertTrue(StatisticalTests.chiSquare(observed, expected).pValue() > 1e-3);
    }
}
