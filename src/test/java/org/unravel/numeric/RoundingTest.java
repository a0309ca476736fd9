package org.unravel.numeric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;

class RoundingTest {

    @Test
    void overlapMakesNumbersOne() {
        assertArrayEquals(new int[] {0, 1, 1, 2}, Rounding.sets(new double[] {0, 1, 1.5, 1e10}, new double[] {0.4, 0.3, 0.2, 1}));
        assertArrayEquals(new int[] {1, 0, 1}, Rounding.sets(new double[] {5, 1, 4}, new double[] {0, 0, 1}));
        assertArrayEquals(new int[0], Rounding.sets(new double[0], new double[0]));
        assertTrue(Rounding.isOne(1, 0.5, 2, 0.5));
        assertFalse(Rounding.isOne(1, 0.5, 2, 0.4));
    }

    /** A coarse number in between links two that are fine, whatever their order. */
    @Test
    void aCoarseNumberLinksOthers() {
        assertArrayEquals(new int[] {0, 0, 0}, Rounding.sets(new double[] {0, 0.5, 1}, new double[] {0, 0.5, 0}));
        assertArrayEquals(new int[] {0, 0, 0}, Rounding.sets(new double[] {0.5, 1, 0}, new double[] {0.5, 0, 0}));
    }

    /** What a part of the numbers tells apart may be one in the whole, never the other way. */
    @Test
    void aPartIsNeverMoreLinkedThanTheWhole() {
        Random random = new Random(3);
        for (int run = 0; run < 1000; run++) {
            double[] values = random.doubles(20).toArray();
            double[] roundings = random.doubles(20, 0, 0.05).toArray();
            int[] whole = Rounding.sets(values, roundings);
            int[] part = Rounding.sets(java.util.Arrays.copyOf(values, 10), java.util.Arrays.copyOf(roundings, 10));
            for (int i = 0; i < 10; i++) {
                for (int j = 0; j < 10; j++) {
                    assertTrue(part[i] != part[j] || whole[i] == whole[j]);
                }
            }
        }
    }
}
