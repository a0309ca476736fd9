package org.unravel.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

class GroupedSampleTest {

    private static final int SIZE = 64_000;

    /**
     * The jackknife over 64 groups knows a standard error to 1/√(2·63) = 9 %; five such errors are allowed to each of two estimates.
     */
    private static final double JACKKNIFE = 5 / Math.sqrt(2 * 63);

    private static GroupedSample exponential(long from, long to) {
        GroupedSample sample = new GroupedSample();
        for (long i = from; i < to; i++) {
            sample.add(i, -Math.log1p(-new SplittableRandom(i).nextDouble()), 1);
        }
        return sample;
    }

    @Test
    void standardErrorsOfAnExponentialSampleAreThoseOfTheory() {
        SampleSummary s = exponential(0, SIZE).summary();
        double root = Math.sqrt(SIZE);
        // central moments of Exp(1): μ2 = 1, μ4 = 9; var(s²) = (μ4 − μ2²)/N
        assertEquals(1, s.mean(), 5 / root);
        assertEquals(1 / root, s.standardError(), JACKKNIFE / root);
        assertEquals(Math.sqrt(8) / root, s.varianceStandardError(), JACKKNIFE * Math.sqrt(8) / root);
        assertTrue(Math.abs(s.variance() - 1) < 5 * s.varianceStandardError());
        assertTrue(Math.abs(s.skewness() - 2) < 5 * s.skewnessStandardError());
        assertTrue(Math.abs(s.kurtosis() - 6) < 5 * s.kurtosisStandardError());
    }

    @Test
    void jackknifeOfVarianceFollowsFromTheReplicatesByHand() {
        // 64 groups of one value, 0 or 1 in turn: leaving out either kind gives the same variance, 32·31/(63·62)
        GroupedSample sample = new GroupedSample();
        for (int i = 0; i < 64; i++) {
            sample.add(i, i % 2, 1);
        }
        SampleSummary s = sample.summary();
        assertEquals(32.0 * 32 / (64 * 63), s.variance(), 64 * Math.ulp(1.0));
        // replicates are equal up to the rounding of 63 merges, and the jackknife multiplies their spread by 63/8 < 8
        assertEquals(0, s.varianceStandardError(), 8 * 64 * Math.ulp(1.0));
    }

    @Test
    void mergedBlocksAgreeWithOnePass() {
        GroupedSample merged = exponential(0, 1000);
        merged.combine(exponential(1000, 4096));
        SampleSummary a = merged.summary();
        SampleSummary b = exponential(0, 4096).summary();
        // 4096 updates, each off by a few ulp
        double rounding = 4096 * 8 * Math.ulp(1.0);
        assertEquals(b.mean(), a.mean(), rounding);
        assertEquals(b.variance(), a.variance(), rounding);
        assertEquals(b.kurtosisStandardError(), a.kurtosisStandardError(), 64 * rounding);
        assertEquals(b.max(), a.max());
    }

    @Test
    void tooFewGroupsAndNoSpreadGiveNaN() {
        GroupedSample few = new GroupedSample();
        for (int i = 0; i < 7; i++) {
            few.add(i, i, 1);
        }
        assertTrue(Double.isNaN(few.summary().varianceStandardError()));
        assertTrue(few.summary().standardError() > 0);
        GroupedSample constant = new GroupedSample();
        for (int i = 0; i < 640; i++) {
            constant.add(i, 0.3, 1);
        }
        SampleSummary s = constant.summary();
        assertEquals(0, s.standardError());
        assertEquals(0, s.varianceStandardError());
        assertTrue(Double.isNaN(s.skewness()) && Double.isNaN(s.kurtosisStandardError()));
    }
}
