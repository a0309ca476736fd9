package org.unravel.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The nested rules have the degrees that their source states: powers of x up to there are integrated exactly, the next even one is not. */
class LobattoKronrodTest {

    private static final int[] DEGREE = {5, 9, 19};
    /** A sum of 13 terms below one. */
    private static final double ROUNDING = 1e-15;
    /** What the finest rule misses of the next even power, 9e-6 of it, is far above rounding. */
    private static final double SEEN = 1e-6;

    /** ∫ (2x − 1)^power over [0, 1]. */
    private static double integral(int level, int power) {
        double sum = 0;
        for (int i = 0; i < LobattoKronrod.COUNT; i += LobattoKronrod.stride(level)) {
            sum += LobattoKronrod.weight(level, i) * Math.pow(2 * LobattoKronrod.node(i) - 1, power);
        }
        return sum;
    }

    @Test
    void powersUpToTheDegreeAreExact() {
        for (int level = 0; level < LobattoKronrod.LEVELS; level++) {
            for (int power = 0; power <= DEGREE[level]; power++) {
                assertEquals(power % 2 == 0 ? 1.0 / (power + 1) : 0, integral(level, power), ROUNDING, "power " + power + " at level " + level);
            }
        }
    }

    @Test
    void theNextEvenPowerIsNot() {
        for (int level = 0; level < LobattoKronrod.LEVELS; level++) {
            int power = DEGREE[level] + 1;
            double exact = 1.0 / (power + 1);
            assertTrue(Math.abs(integral(level, power) - exact) > SEEN * exact, "level " + level);
        }
    }

    @Test
    void nodesAscendFromEndToEnd() {
        assertEquals(0, LobattoKronrod.node(0), 0);
        assertEquals(1, LobattoKronrod.node(LobattoKronrod.COUNT - 1), 0);
        for (int i = 1; i < LobattoKronrod.COUNT; i++) {
            assertTrue(LobattoKronrod.node(i) > LobattoKronrod.node(i - 1));
        }
    }
}
