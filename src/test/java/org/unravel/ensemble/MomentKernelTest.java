package org.unravel.ensemble;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.SplittableRandom;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fastest loop gives the bits of the plain one. */
class MomentKernelTest {

    @ParameterizedTest
    @ValueSource(ints = {8, 32, 64})
    void sameBits(int lanes) {
        SplittableRandom random = new SplittableRandom(9);
        double[] values = random.doubles(lanes).map(u -> 100 * u).toArray();
        double[] start = random.doubles(3 * 40).toArray();
        for (int part = 40; part < 48; part++) {
            // numbers of lanes are whole
            start[part] = part;
        }
        double[] expected = start.clone();
        double[] found = start.clone();
        new PlainMomentKernel().add(values, lanes, 3.7, expected, 40);
        MomentKernel.fastest().add(values, lanes, 3.7, found, 40);
        assertArrayEquals(expected, found, 0);
        assertNotEquals(start[79], found[79]);
    }
}
