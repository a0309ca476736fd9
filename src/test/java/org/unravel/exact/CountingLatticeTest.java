package org.unravel.exact;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unravel.model.ModelException;
import org.unravel.numeric.Rounding;

class CountingLatticeTest {

    private static CountingLattice of(double... quanta) {
        return CountingLattice.of("heat", quanta);
    }

    /** Each quantum is what its steps say, and takes steps in one direction. */
    private static void assertHolds(CountingLattice lattice, double... quanta) {
        for (int k = 0; k < quanta.length; k++) {
            double sum = 0;
            int directions = 0;
            for (int f = 0; f < lattice.directionCount(); f++) {
                sum += lattice.steps()[k][f] * lattice.units()[f];
                directions += lattice.steps()[k][f] == 0 ? 0 : 1;
            }
            assertEquals(quanta[k], sum, 2 * Rounding.OF_SUM * Math.abs(quanta[k]));
            assertEquals(quanta[k] == 0 ? 0 : 1, directions);
        }
    }

    @Test
    void aMultipleOfALaterUnitCountsOnce() {
        double[] quanta = {-100, -1, 1};
        assertArrayEquals(new double[] {1}, of(quanta).units());
        assertHolds(of(quanta), quanta);
        assertArrayEquals(new int[][] {{-100}, {-1}, {1}}, of(quanta).steps());
    }

    /** 65/67 has no common unit with 1 by denominators up to 64, but both have one with 1/67. */
    @Test
    void aFinerUnitJoinsOthers() {
        double[] quanta = {1, 65.0 / 67, 1.0 / 67};
        assertEquals(1, of(quanta).directionCount());
        assertHolds(of(quanta), quanta);
    }

    @Test
    void equalUpToRoundingIsEqual() {
        assertEquals(1, of(0.1 + 0.2, -0.3).directionCount());
        assertEquals(1, of(0.7, 3 * 0.7 - 2 * 0.7).directionCount());
        assertEquals(0, of(0, -0.0).directionCount());
    }

    /** Quanta that differ by a part of 1e-9 or of 1e-12 are two, as no rounding makes that. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-9, 1e-12})
    void nearlyEqualIsNotEqual(double part) {
        double[] quanta = {1, -1 - part};
        assertEquals(2, of(quanta).directionCount());
        assertHolds(of(quanta), quanta);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e10, 1e-12, 1e15, 1e300, 1001, 2e9, 0.4e-9})
    void quantaFarApartAreRefusedByName(double big) {
        ModelException e = assertThrows(ModelException.class, () -> of(-big, 1, -1));
        assertTrue(e.getMessage().startsWith("the quanta of heat must be multiples of common units by at most 1000 for its exact distribution, found "),
                e.getMessage());
    }

    /** Whatever the quanta, those that a lattice is found for are on it, once each. */
    @Test
    void randomQuanta() {
        Random random = new Random(5);
        int found = 0;
        for (int run = 0; run < 20_000; run++) {
            double unit = Math.pow(10, 12 * random.nextDouble() - 6);
            double[] quanta = random.ints(1 + random.nextInt(6), -30, 31)
                    .mapToDouble(n -> n * unit / (1 + random.nextInt(12)) * (random.nextInt(8) == 0 ? Math.PI : 1)).toArray();
            try {
                assertHolds(of(quanta), quanta);
                found++;
            } catch (ModelException e) {
                assertTrue(Arrays.stream(quanta).map(Math::abs).filter(q -> q > 0).count() > 1);
            }
        }
        assertTrue(found > 15_000, "found " + found);
    }
}
