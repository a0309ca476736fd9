package org.unravel.reproduction;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Sums over the binomial law against closed forms. */
class BinomialEstimatesTest {

    /** A mean has no bias and the deviation √(p(1 − p)/N); the jackknife leaves it as it is, and its error squared has the mean p(1 − p)/N. */
    @Test
    void aMeanIsKnownInClosedForm() {
        BinomialEstimates found = BinomialEstimates.of(100, 0.2, q -> q);
        assertEquals(0, found.plugin().mean(), 1e-15);
        assertEquals(0.04, found.plugin().deviation(), 1e-15);
        assertEquals(0, found.jackknife().mean(), 1e-14);
        assertEquals(0.04, found.jackknife().deviation(), 1e-14);
        assertEquals(3 + (1 - 6 * 0.16) / 16, found.plugin().kurtosis(), 1e-12, "of the binomial law");
    }

    /** q² has the bias p(1 − p)/N, which the jackknife removes altogether. */
    @Test
    void theJackknifeRemovesTheBiasOfASquare() {
        BinomialEstimates found = BinomialEstimates.of(1000, 0.3, q -> q * q);
        assertEquals(0.21 / 1000, found.plugin().mean(), 1e-15);
        assertEquals(0, found.jackknife().mean(), 1e-13);
    }

    /** Of two trajectories by hand: k = 0, 1, 2 with the weights 9/16, 6/16, 1/16; leaving out one gives 0 or 1. */
    @Test
    void twoTrajectoriesByHand() {
        BinomialEstimates found = BinomialEstimates.of(2, 0.25, q -> Math.min(q, 1 - q));
        assertEquals(0.5 * 6 / 16 - 0.25, found.plugin().mean(), 1e-15);
        assertEquals(1.0 * 6 / 16 - 0.25, found.jackknife().mean(), 1e-15);
        assertEquals(0, found.error().mean(), 1e-15);
    }
}
