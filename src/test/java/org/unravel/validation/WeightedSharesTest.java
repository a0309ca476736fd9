package org.unravel.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.unravel.statistics.StatisticalTests;
import org.unravel.statistics.WeightedCount;

/** Shares of weights against probabilities, by numbers made up for it. */
class WeightedSharesTest {

    private static final long N = 100_000;
    /** z from sums of some numbers, as a part of itself. */
    private static final double ROUNDING = 1e-6;

    /** An event of probability p, drawn half the time: weight 2p each, and 2(1 − p) for the rest. */
    private static List<WeightedCount> drawn(double p, double factor) {
        double in = N / 2.0 * factor;
        return List.of(new WeightedCount((long) in, in * 2 * p, in * 4 * p * p),
                new WeightedCount(N / 2, N / 2.0 * 2 * (1 - p), N / 2.0 * 4 * (1 - p) * (1 - p)));
    }

    private static Finding finding(List<WeightedCount> cells, double p) {
        return new WeightedShares(cells, new double[] {p, 1 - p}, 100, N).finding(Subject.atoms("s"));
    }

    @Test
    void rareEventsThatWereDrawnOftenAreTestedSharply() {
        double p = 1e-6;
        assertEquals(1, finding(drawn(p, 1), p).pValue(), 0);
        // a share off by a factor f is off by z = (f − 1)√N/2: 7.9 and 0.3
        assertTrue(finding(drawn(p, 1.05), p).pValue() < 1e-6);
        assertTrue(finding(drawn(p, 1.002), p).pValue() > 1e-2);
        // a share that is too small may lack heavy trajectories that no sample of this size has
        assertTrue(finding(drawn(p, 0.95), p).pValue() > 0.1);
    }

    /** With weights of 2 for all, z is that of a binomial number. */
    @Test
    void equalWeightsGiveTheScoreOfABinomialNumber() {
        double p = 0.3;
        long seen = 30_600;
        List<WeightedCount> cells = List.of(new WeightedCount(seen, 2.0 * seen, 4.0 * seen), new WeightedCount(N - seen, 2.0 * (N - seen), 4.0 * (N - seen)));
        Finding found = finding(cells, p);
        double z = (seen - N * p) / Math.sqrt(N * p * (1 - p));
        assertEquals(z, found.value(), ROUNDING * z);
        // two cells, each no less likely than a normal one, and with 30000 events no more than a fifth more likely
        assertTrue(found.pValue() >= 2 * StatisticalTests.normalPValue(z) && found.pValue() <= 2.4 * StatisticalTests.normalPValue(z),
                found.toString());
    }

    /** What was hardly seen cannot hide: expected 1000 times in the model, and no weight is above 100. */
    @Test
    void whatIsMissingIsFoundByABound() {
        List<WeightedCount> cells = List.of(WeightedCount.NONE, new WeightedCount(N, N, 1.5 * N));
        assertTrue(new WeightedShares(cells, new double[] {0.05, 0.95}, 2, N).finding(Subject.atoms("s")).pValue() < 1e-6);
        Finding found = new WeightedShares(cells, new double[] {1e-5, 1 - 1e-5}, 2, N).finding(Subject.atoms("s"));
        assertTrue(found.pValue() > 0.1 && found.note().contains("by a bound"), found.toString());
    }
}
