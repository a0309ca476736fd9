package org.unravel.ensemble;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.SplittableRandom;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run changes from plain sums to vectors on its way, so both must give the same bits. */
class SumKernelTest {

    private static final int BASE = 2 * CurveSums.PARTIAL_COUNT;

    @ParameterizedTest
    @CsvSource({"64, 0", "8, 0", "256, 0", "61, 0", "64, 3", "5, 7"})
    void vectorsGiveTheBitsOfPlainLoops(int lanes, int phase) {
        SplittableRandom random = new SplittableRandom(lanes);
        double[] values = random.doubles(256, -1, 1).toArray();
        double[] before = random.doubles(2 * BASE, -10, 10).toArray();
        double[][] plain = {before.clone(), before.clone()};
        double[][] vector = {before.clone(), before.clone()};
        new PlainSumKernel().add(values, lanes, phase, 0.3, plain[0], plain[1], BASE);
        new VectorSumKernel().add(values, lanes, phase, 0.3, vector[0], vector[1], BASE);
        assertArrayEquals(plain[0], vector[0]);
        assertArrayEquals(plain[1], vector[1]);
    }
}
