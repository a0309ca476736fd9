package org.unravel.engine.taylor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.unravel.numeric.SparseMatrix;
import org.unravel.numeric.SparseMatrixBuilder;

/** Flips are found where all rows have the same entry, and only there. */
class UniformFlipsTest {

    private static final int DIMENSION = 64;

    private static SparseMatrix flips(int spoiltRow, int... masks) {
        SparseMatrixBuilder builder = new SparseMatrixBuilder(DIMENSION);
        for (int i = 0; i < DIMENSION; i++) {
            for (int mask : masks) {
                builder.add(i, i ^ mask, mask + (i == spoiltRow ? 1e-9 : 0), 0);
            }
            builder.add(i, i, i, 1);
        }
        return builder.build();
    }

    @Test
    void masksInsideASliceAndBeyondItAreTakenOut() {
        SparseMatrix a = flips(-1, 1, 3, 8, 16, 48, 33);
        UniformFlips found = UniformFlips.of(a, UniformFlips.Unit.ONE);
        assertArrayEquals(new int[] {1, 8, 16, 48}, found.masks());
        assertArrayEquals(new double[] {1, 0, 0, 8}, found.innerValues(), 0);
        assertArrayEquals(new int[] {16, 48}, found.outerMasks());
        assertArrayEquals(new double[] {16, 48}, found.outerValues(), 0);
        assertEquals(flips(-1, 3, 33), found.withoutFrom(a));
    }

    @Test
    void flipsOfSeveralMatricesAreFlipsOrNothingInEach() {
        List<UniformFlips> found = UniformFlips.of(List.of(flips(-1, 1, 16), flips(-1, 16, 32), flips(17, 32)), UniformFlips.Unit.ONE);
        assertEquals(3, found.size());
        for (UniformFlips f : found) {
            assertArrayEquals(new int[] {1, 16}, f.masks());
        }
        assertArrayEquals(new double[] {1, 16}, found.get(0).values(), 0);
        assertArrayEquals(new double[] {0, 16}, found.get(1).values(), 0);
        assertArrayEquals(new double[] {0, 0}, found.get(2).values(), 0);
    }

    @Test
    void oneDifferentRowIsEnoughToLeaveAnEntry() {
        assertEquals(0, UniformFlips.of(flips(17, 16), UniformFlips.Unit.ONE).masks().length);
    }

    @Test
    void entriesOfTheOtherKindAreLeft() {
        assertEquals(0, UniformFlips.of(flips(-1, 16), UniformFlips.Unit.I).masks().length);
        assertEquals(1, UniformFlips.of(flips(-1, 16).scaled(0, -1), UniformFlips.Unit.I).masks().length);
    }
}
