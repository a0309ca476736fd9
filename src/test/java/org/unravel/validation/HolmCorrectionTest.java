package org.unravel.validation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class HolmCorrectionTest {

    private static final double ROUNDING = 4 * Math.ulp(1.0);

    /** By hand: 0.01 · 4; 0.02 · 3; the larger of 0.03 · 2 and what came before; 0.04 · 1 likewise. */
    @Test
    void smallestIsMultipliedMost() {
        assertArrayEquals(new double[] {0.06, 0.04, 0.06, 0.06}, HolmCorrection.of(new double[] {0.03, 0.01, 0.04, 0.02}), ROUNDING);
    }

    @Test
    void noneExceedsOneAndEmptyStaysEmpty() {
        assertArrayEquals(new double[] {1, 1}, HolmCorrection.of(new double[] {0.9, 0.6}), ROUNDING);
        assertArrayEquals(new double[0], HolmCorrection.of(new double[0]));
    }
}
