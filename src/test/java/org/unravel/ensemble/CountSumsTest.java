package org.unravel.ensemble;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.math.BigInteger;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unravel.statistics.MomentCells;

/** Sums of powers of numbers that jumps change, against those of the numbers themselves in whole numbers of any length. */
class CountSumsTest {

    private static final int LANES = 64;
    private static final int GROUPS = 32;

    /** Σ(n − p)^k of all numbers, k = 0 to 4. */
    private static double[] plain(int[] numbers, int pivot) {
        double[] sums = new double[MomentSums.POWERS];
        for (int k = 0; k < sums.length; k++) {
            BigInteger sum = BigInteger.ZERO;
            for (int n : numbers) {
                sum = sum.add(BigInteger.valueOf((long) n - pivot).pow(k));
            }
            sums[k] = sum.doubleValue();
        }
        return sums;
    }


    /** A block of groups whose lanes walk by single steps, most of them up; sums are exact, so they are those of the numbers to the last bit. */
    @ParameterizedTest
    @ValueSource(ints = {0, 40, 3000, 30_000})
    void sumsAreThoseOfTheNumbers(int steps) {
        SplittableRandom random = new SplittableRandom(steps);
        CountPowers powers = new CountPowers(LANES);
        CountSums sums = new CountSums(2);
        int[] numbers = new int[LANES * GROUPS];
        for (int g = 0; g < GROUPS; g++) {
            powers.clear();
            for (int b = 0; b < LANES; b++) {
                for (int s = random.nextInt(steps + 1); s > 0; s--) {
                    int step = random.nextInt(8) == 0 ? -1 : 1;
                    powers.add(b, step);
                    numbers[LANES * g + b] += step;
                }
            }
            if (g == 0) {
                sums.setPivot(1, powers.numbers()[0]);
            }
            sums.add(1, powers);
        }
        MomentCells found = new MomentCells(2);
        sums.set(1, numbers.length, found);
        MomentCells expected = new MomentCells(1);
        expected.set(0, numbers[0], plain(numbers, numbers[0]));
        assertEquals(expected.weight(0), found.weight(1));
        assertEquals(expected.mean(0), found.mean(1));
        assertEquals(expected.second(0, 0.25), found.second(1, 0.25));
        assertEquals(expected.fourth(0, 0.25), found.fourth(1, 0.25));
        // the planted error: a number that is one off
        numbers[77]++;
        expected.set(0, numbers[0], plain(numbers, numbers[0]));
        assertNotEquals(expected.fourth(0, 0.25), found.fourth(1, 0.25));
    }

    /** Numbers of 2²⁰, whose fourth powers of a group leave a word of 64 bits. */
    @Test
    void highNumbers() {
        CountPowers powers = new CountPowers(2);
        powers.clear();
        int high = 1 << 20;
        for (int n = 0; n < high; n++) {
            powers.add(0, -1);
            powers.add(1, 1);
        }
        CountSums sums = new CountSums(1);
        sums.setPivot(0, powers.numbers()[0]);
        sums.add(0, powers);
        MomentCells found = new MomentCells(1);
        sums.set(0, 2, found);
        assertEquals(0, found.mean(0));
        assertEquals(Math.scalb(2, 40), found.second(0, 0));
        assertEquals(Math.scalb(2, 80), found.fourth(0, 0));
    }
}
