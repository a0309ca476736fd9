package org.unravel.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

class PowerSumsTest {

    /** Moments of ten small integers: fewer than 100 roundings of numbers below 100. */
    private static final double SMALL_SAMPLE = 100 * Math.ulp(100.0);

    /** A thousand updates, each off by some ulp that do not grow: relative rounding below 1000 · 8 ulp. */
    private static final double MERGED = 8000 * Math.ulp(1.0);

    @Test
    void integersFromOneToTenHaveTheMomentsOfTheDiscreteUniformDistribution() {
        PowerSums sums = new PowerSums();
        for (int i = 1; i <= 10; i++) {
            sums.add(i);
        }
        assertEquals(5.5, sums.mean(), SMALL_SAMPLE);
        assertEquals(110.0 / 12, sums.variance(), SMALL_SAMPLE);
        assertEquals(0, sums.skewness(), SMALL_SAMPLE);
        // excess kurtosis −6(n² + 1)/(5(n² − 1)) of the discrete uniform distribution
        assertEquals(-6 * 101.0 / (5 * 99), sums.kurtosis(), SMALL_SAMPLE);
        assertEquals(10, sums.count());
        assertEquals(1, sums.min());
        assertEquals(10, sums.max());
    }

    @Test
    void weightedCoinHasTheMomentsOfTheBernoulliDistribution() {
        double p = 0.2;
        PowerSums sums = new PowerSums();
        sums.add(1, p);
        sums.add(0, 1 - p);
        double variance = p * (1 - p);
        assertEquals(p, sums.mean(), SMALL_SAMPLE);
        assertEquals((1 - 2 * p) / Math.sqrt(variance), sums.skewness(), SMALL_SAMPLE);
        assertEquals((1 - 6 * variance) / variance, sums.kurtosis(), SMALL_SAMPLE);
        // Σw² = 0.68, so the divisor of reliability weights is 0.32
        assertEquals(variance / 0.32, sums.variance(), SMALL_SAMPLE);
        assertEquals(1 / 0.68, sums.effectiveSize(), SMALL_SAMPLE);
    }

    @Test
    void equalWeightsGiveTheSameAsUnitWeights() {
        PowerSums unit = new PowerSums();
        PowerSums scaled = new PowerSums();
        for (double x : new double[] {1, 4, 9, 16, 25}) {
            unit.add(x);
            scaled.add(x, 4);
        }
        assertEquals(unit.variance(), scaled.variance(), SMALL_SAMPLE);
        assertEquals(unit.standardError(), scaled.standardError(), SMALL_SAMPLE);
    }

    @Test
    void mergedPartsAgreeWithOnePassInWhateverGrouping() {
        PowerSums onePass = new PowerSums();
        PowerSums[] parts = {new PowerSums(), new PowerSums(), new PowerSums()};
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 1000; i++) {
            double x = Math.exp(random.nextDouble());
            double w = 0.5 + random.nextDouble();
            onePass.add(x, w);
            parts[i < 10 ? 0 : i < 500 ? 1 : 2].add(x, w);
        }
        PowerSums left = parts[0].copy();
        left.combine(parts[1]);
        left.combine(parts[2]);
        PowerSums right = parts[1].copy();
        right.combine(parts[2]);
        PowerSums all = parts[0].copy();
        all.combine(right);
        for (PowerSums merged : new PowerSums[] {left, all}) {
            assertEquals(onePass.mean(), merged.mean(), MERGED * onePass.mean());
            assertEquals(onePass.variance(), merged.variance(), MERGED * onePass.variance());
            assertEquals(onePass.skewness(), merged.skewness(), MERGED);
            assertEquals(onePass.kurtosis(), merged.kurtosis(), MERGED);
            assertEquals(onePass.effectiveSize(), merged.effectiveSize(), MERGED * 1000);
        }
    }

    /** The short form for a value of weight 1 leaves out terms that are zero: no rounding differs from the general form, which the merge of a sample of one takes. */
    @Test
    void addingAValueIsMergingASampleOfOneToTheLastBit() throws IOException {
        SplittableRandom random = new SplittableRandom(4);
        PowerSums added = new PowerSums();
        PowerSums merged = new PowerSums();
        for (int i = 0; i < 1000; i++) {
            double x = i % 3 == 0 ? -0.0 : random.nextDouble(-2, 5);
            PowerSums one = new PowerSums();
            one.add(x);
            added.add(x);
            merged.combine(one);
            assertArrayEquals(bytes(merged), bytes(added), "after " + (i + 1) + " values");
        }
    }

    private static byte[] bytes(PowerSums sums) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        sums.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    @Test
    void aLargeOffsetDoesNotDrownTheVariance() {
        PowerSums sums = new PowerSums();
        for (int i = 0; i < 1000; i++) {
            sums.add(1e9 + i % 2);
        }
        // x is exact; the running mean is rounded to ulp(1e9) = 1.2e-7, a relative 1.2e-7 of the spread at most
        assertEquals(1000 * 0.25 / 999, sums.variance(), 1.2e-7);
    }

    @Test
    void emptyAndConstantSamplesSayNaNWhereNothingIsKnown() {
        PowerSums sums = new PowerSums();
        assertTrue(Double.isNaN(sums.mean()) && Double.isNaN(sums.min()) && Double.isNaN(sums.variance()));
        for (int i = 0; i < 10; i++) {
            sums.add(0.1);
        }
        assertEquals(0, sums.variance());
        assertTrue(Double.isNaN(sums.skewness()) && Double.isNaN(sums.kurtosis()));
    }

    @Test
    void weightsThatAreNotFiniteAreRefused() {
        PowerSums sums = new PowerSums();
        assertThrows(IllegalArgumentException.class, () -> sums.add(1, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> sums.add(1, Double.NEGATIVE_INFINITY));
        assertThrows(IllegalArgumentException.class, () -> sums.add(1, Double.POSITIVE_INFINITY));
    }

    /** se² = Σw²(x − μ)²/W² · N/(N − 1) in two passes, also where one part has unit weights. */
    @Test
    void theErrorOfAWeightedMeanIsThatOfAQuotientOfSums() {
        SplittableRandom random = new SplittableRandom(3);
        double[] x = random.doubles(1000).map(Math::exp).toArray();
        double[] w = random.doubles(1000, 0, 3).toArray();
        java.util.Arrays.fill(w, 100, 400, 1);
        PowerSums onePass = new PowerSums();
        PowerSums[] parts = {new PowerSums(), new PowerSums(), new PowerSums(), new PowerSums()};
        double weight = 0;
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            onePass.add(x[i], w[i]);
            parts[i < 100 ? 0 : i < 400 ? 1 : i < 700 ? 2 : 3].add(x[i], w[i]);
            weight += w[i];
            sum += w[i] * x[i];
        }
        double squares = 0;
        double terms = 0;
        double largest = 0;
        for (int i = 0; i < x.length; i++) {
            squares += w[i] * w[i] * (x[i] - sum / weight) * (x[i] - sum / weight);
            terms += w[i] * x[i] * w[i] * x[i];
            largest = Math.max(largest, w[i] * x[i]);
        }
        double expected = Math.sqrt(squares * 1000 / 999) / weight;
        parts[1].combine(parts[2]);
        parts[0].combine(parts[1]);
        parts[0].combine(parts[3]);
        for (PowerSums found : new PowerSums[] {onePass, parts[0], onePass.copy()}) {
            assertEquals(expected, found.standardError(), MERGED * expected);
            assertEquals(sum * sum / terms, found.effectiveTermCount(), 2 * MERGED * 1000);
            assertEquals(largest, found.largestTerm());
        }
    }

    /**
     * An event of probability p drawn with probability 1/2: its weight is 2p, that of the rest 2(1 − p), and the estimate has the error 2p(1 − p)/√N. The
     * effective size of the weights is near N/2 and knows nothing of it: it would give √(2p/N), seven hundred times as much.
     */
    @Test
    void aRareEventDrawnOftenHasASmallError() {
        double p = 1e-6;
        int half = 5000;
        PowerSums sums = new PowerSums();
        for (int i = 0; i < half; i++) {
            sums.add(1, 2 * p);
            sums.add(0, 2 * (1 - p));
        }
        double expected = 2 * p * (1 - p) / Math.sqrt(2 * half - 1);
        assertEquals(p, sums.mean(), MERGED * 10 * p);
        assertEquals(expected, sums.standardError(), MERGED * 10 * expected);
        assertTrue(Math.sqrt(sums.variance() / sums.effectiveSize()) > 500 * expected);
        Distribution.Bin bin = Distribution.Bin.of(1, 1, new WeightedCount(half, half * 2 * p, half * 4 * p * p),
                new WeightedCount(2 * half, 2 * half, half * 4 * p * p + half * 4 * (1 - p) * (1 - p)));
        assertEquals(expected * Math.sqrt((2 * half - 1) / (2.0 * half)), bin.standardError(), MERGED * expected);
        assertEquals(p, bin.probability(), MERGED * p);
    }

    /** Thirty values that are not zero, of 500 of one weight: thirty terms; with a value of the other sign only the weights count. */
    @Test
    void aMeanRestsOnItsTermsWhereTheyHaveOneSign() {
        PowerSums sums = new PowerSums();
        for (int i = 0; i < 500; i++) {
            sums.add(i < 30 ? 3 : 0, 0.5);
        }
        assertEquals(30, sums.effectiveSupport(), MERGED * 500);
        sums.add(-1e-3, 0.5);
        assertEquals(501, sums.effectiveSupport(), MERGED * 500);
        PowerSums units = new PowerSums();
        units.add(3);
        assertEquals(Double.POSITIVE_INFINITY, units.effectiveSupport());
    }

    @Test
    void aWeightedConstantHasNoErrorAtAll() {
        PowerSums sums = new PowerSums();
        for (int i = 1; i <= 10; i++) {
            sums.add(0.1, i / 7.0);
        }
        assertEquals(0, sums.standardError());
    }
}
