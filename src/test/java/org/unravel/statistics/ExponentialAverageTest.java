package org.unravel.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.IntToDoubleFunction;

import org.apache.commons.rng.core.source64.XoShiRo256PlusPlus;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

/** Averages of e^{−x}: what is known of them for a few laws of x, and when they are not to be believed. */
class ExponentialAverageTest {

    private static final int COUNT = 64_000;
    /** Sums of some thousand numbers of order 1. */
    private static final double ROUNDING = 1e-12;
    /** Shares are read off bins of x whose width is a thousandth. */
    private static final double BINNED = 5e-3;
    /** Five standard errors: e^{−x} of the narrow law has relative spread 1.3, its square, which the effective size needs, 7. */
    private static final double SAMPLED_MEAN = 5 * 1.31 / 253;
    private static final double SAMPLED_SQUARE = 5 * 7.3 / 253;

    private static ExponentialAverage average(IntToDoubleFunction value) {
        GroupedSample weights = new GroupedSample();
        SignedHistogram values = new SignedHistogram(0x1p-20);
        for (int i = 0; i < COUNT; i++) {
            double x = value.applyAsDouble(i);
            values.add(x);
            weights.add(i, Math.exp(-x), 1);
        }
        return ExponentialAverage.of(weights, values.distribution(4096), 1);
    }

    /** Independent normal values from a fixed seed. */
    private static IntToDoubleFunction normal(double sd) {
        XoShiRo256PlusPlus generator = new XoShiRo256PlusPlus(0x9e3779b97f4a7c15L, 0xbf58476d1ce4e5b9L, 0x94d049bb133111ebL, 0xd6e8feb86659fd93L);
        return i -> sd * NormalDistribution.of(0, 1).inverseCumulativeProbability(((generator.nextLong() >>> 11) + 0.5) * 0x1.0p-53);
    }

    @Test
    void weightsOfBothSignsAreRefused() {
        GroupedSample sample = new GroupedSample();
        SignedHistogram values = new SignedHistogram(1);
        for (int i = 0; i < COUNT; i++) {
            sample.add(i, 1, 2);
            values.add(0, 2);
        }
        assertFalse(ExponentialAverage.of(sample, values.distribution(2), 1).isDominatedByRareEvents());
        sample.add(0, 1, -1e-3);
        assertThrows(IllegalArgumentException.class, () -> ExponentialAverage.of(sample, values.distribution(2), 1));
    }

    @Test
    void twoValuesAreCountedByHand() {
        ExponentialAverage a = average(i -> i % 4 == 1 ? 0 : Math.log(2));
        assertEquals(0.625, a.mean(), ROUNDING);
        assertEquals(COUNT * 0.625 * 0.625 / (0.25 + 0.75 * 0.25), a.effectiveSize(), COUNT * ROUNDING);
        assertEquals(1 / (0.625 * COUNT), a.largestShare(), ROUNDING);
        assertEquals(0.01 / 0.625, a.topShare(), BINNED);
    }

    /** Lognormal weights: mean e^{s²/2}, (E w)²/E w² = e^{−s²}, and the largest 1 % carry Φ(s − 2.326). */
    @Test
    void narrowLawHasAnErrorBar() {
        ExponentialAverage a = average(normal(1));
        assertFalse(a.isDominatedByRareEvents());
        assertEquals(1, a.mean() / Math.exp(0.5), SAMPLED_MEAN);
        assertEquals(1, a.effectiveSize() / COUNT * Math.E, SAMPLED_SQUARE);
        assertEquals(NormalDistribution.of(0, 1).cumulativeProbability(1 - 2.326), a.topShare(), BINNED + SAMPLED_MEAN);
        // jackknife over 64 groups: relative error 1/√126 = 9 %, five of these
        assertEquals(1, a.standardError() / Math.sqrt((Math.exp(2) - Math.E) / COUNT), 0.45);
    }

    /** At s = 6 the weight sits at x = −36, six standard deviations out: the sample holds no such value. */
    @Test
    void wideLawHasNone() {
        ExponentialAverage a = average(normal(6));
        assertTrue(a.isDominatedByRareEvents());
        assertTrue(Double.isNaN(a.standardError()));
        assertTrue(a.topShare() > 0.9, "share " + a.topShare());
        assertFalse(Math.abs(a.mean() / Math.exp(18) - 1) < 0.3, "and it would have been wrong: " + a.mean());
    }

    /** One value in 64 000 is missing from the distribution: it may be the one that carries the sum. */
    @Test
    void missingValuesTakeTheErrorBar() {
        GroupedSample weights = new GroupedSample();
        for (int i = 0; i < COUNT; i++) {
            weights.add(i, 1 + i % 2, 1);
        }
        for (int missing = 0; missing < 2; missing++) {
            Distribution values = new Distribution(java.util.List.of(Distribution.Bin.ofCount(-Math.log(2), -Math.log(2), COUNT / 2, COUNT),
                    Distribution.Bin.ofCount(0, 0, COUNT / 2 - missing, COUNT)), Distribution.Shape.ATOMS);
            assertEquals(missing == 1, ExponentialAverage.of(weights, values, 1).isDominatedByRareEvents());
        }
    }
}
