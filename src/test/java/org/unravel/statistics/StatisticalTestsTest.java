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

    /** The other form of the limit: P(K < x) = √(2π)/x Σ_k e^{−(2k−1)²π²/(8x²)}, Feller (1948), Ann. Math. Stat. 19, 177, eq. 1.4. */
    @Test
    void kolmogorovDistanceOfManyValuesHasTheLimitingPValue() {
        for (double x : new double[] {0.4, 0.83, 1.36, 2}) {
            double below = 0;
            for (int k = 1; k <= 20; k++) {
                below += Math.sqrt(2 * Math.PI) / x * Math.exp(-Math.pow((2 * k - 1) * Math.PI / x, 2) / 8);
            }
            // x is rounded to 1e-6 and the slope of the p-value is at most 1.7; 0.12/√n adds 1e-7
            assertEquals(1 - below, ofDistance(x), 4e-6);
        }
    }

    /** n = 10¹² values in two cells at a distance of x/√n, up to the terms 0.12/√n in x that vanish here. */
    private static double ofDistance(double x) {
        long n = 1_000_000_000_000L;
        long half = n / 2;
        long shift = Math.round(x * 1e6);
        return StatisticalTests.kolmogorovSmirnov(new long[] {half + shift, half - shift}, new double[] {0.5, 1}).pValue();
    }

    @Test
    void valuesInFineCellsAreTestedAsTheValuesThemselves() {
        double[] sample = new SplittableRandom(5).doubles(2000).sorted().toArray();
        int cells = 100_000;
        long[] counts = new long[cells];
        Arrays.stream(sample).forEach(u -> counts[(int) (u * cells)]++);
        double[] edges = java.util.stream.IntStream.rangeClosed(1, cells).mapToDouble(i -> (double) i / cells).toArray();
        StatisticalTests.Outcome fine = StatisticalTests.kolmogorovSmirnov(counts, edges);
        StatisticalTests.Outcome values = StatisticalTests.kolmogorovSmirnov(sample, u -> u);
        // edges are 1e-5 apart and hold one value at most, so that the distance differs by 1/n and 1e-5 at most
        assertEquals(values.statistic(), fine.statistic(), 1.0 / 2000 + 1e-5);
        // the slope of the p-value in √n D is at most 1.7
        assertEquals(values.pValue(), fine.pValue(), 1.7 * Math.sqrt(2000) * (1.0 / 2000 + 1e-5) + 1e-3);
    }

    /** With one component T is Student's t, here −√3 for 1, 2, 3 against 3; with n − 1 = 2 degrees of freedom P(|t| ≥ x) = 1 − x/√(2 + x²). */
    @Test
    void hotellingOfOneComponentIsStudent() {
        StatisticalTests.Outcome outcome = StatisticalTests.hotelling(new double[][] {{1}, {2}, {3}}, new double[] {3});
        assertEquals(3, outcome.statistic(), 8 * Math.ulp(3.0));
        assertEquals(1 - Math.sqrt(3.0 / 5), outcome.pValue(), SPECIAL_FUNCTION);
    }

    @Test
    void hotellingDoesNotDependOnTheBasis() {
        SplittableRandom random = new SplittableRandom(8);
        double[][] vectors = new double[20][];
        double[][] turned = new double[20][];
        for (int g = 0; g < vectors.length; g++) {
            double a = random.nextDouble();
            double b = random.nextDouble();
            double c = random.nextDouble();
            vectors[g] = new double[] {a, b, c};
            turned[g] = new double[] {a + 2 * b, b - c, 3 * c};
        }
        StatisticalTests.Outcome one = StatisticalTests.hotelling(vectors, new double[] {0.4, 0.5, 0.6});
        StatisticalTests.Outcome other = StatisticalTests.hotelling(turned, new double[] {1.4, -0.1, 1.8});
        // 20 sums of rounded numbers and a condition of some ten
        assertEquals(one.statistic(), other.statistic(), 1e3 * Math.ulp(one.statistic()));
    }

    @Test
    void hotellingOfVectorsThatHangTogetherIsNotANumber() {
        StatisticalTests.Outcome outcome = StatisticalTests.hotelling(new double[][] {{1, 2}, {2, 4}, {4, 8}, {0, 0}}, new double[] {1, 2});
        assertTrue(Double.isNaN(outcome.pValue()));
        assertThrows(IllegalArgumentException.class, () -> StatisticalTests.hotelling(new double[][] {{1}}, new double[] {1}));
    }

    /** Multinomial shares add up to 1 but for rounding: what is left of the last pivot is no scatter. */
    @Test
    void hotellingOfSharesThatAddUpToOneIsNotANumber() {
        SplittableRandom random = new SplittableRandom(9);
        double[][] vectors = new double[64][3];
        for (double[] v : vectors) {
            v[0] = random.nextDouble() / 3;
            v[1] = random.nextDouble() / 3;
            v[2] = 1 - v[0] - v[1];
        }
        assertTrue(Double.isNaN(StatisticalTests.hotelling(vectors, new double[] {0.2, 0.2, 0.6}).pValue()));
        double[][] constant = new double[64][2];
        for (int g = 0; g < constant.length; g++) {
            constant[g] = new double[] {random.nextDouble(), 0.1 + (g % 2) * Math.ulp(0.1)};
        }
        assertTrue(Double.isNaN(StatisticalTests.hotelling(constant, new double[] {0.5, 0.2}).pValue()));
    }
}
