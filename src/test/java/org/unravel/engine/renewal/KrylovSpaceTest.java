package org.unravel.engine.renewal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.unravel.engine.sector.Kets;
import org.unravel.numeric.SparseMatrix;
import org.unravel.numeric.SparseMatrixBuilder;

/** A space holds every direction that the matrix leads to, whatever else is in it, and none that is rounding. */
class KrylovSpaceTest {

    private static KrylovSpace complete(SparseMatrix matrix, double duration) {
        double[] re = new double[matrix.dimension()];
        re[0] = 1;
        KrylovSpace space = new KrylovSpace(matrix, re, new double[re.length], duration);
        while (space.extend()) {
            assertOrthonormal(space);
        }
        return space;
    }

    /** Two passes leave a few roundings of one. */
    private static void assertOrthonormal(KrylovSpace space) {
        int last = space.dimension() - 1;
        for (int i = 0; i <= last; i++) {
            double product = Math.hypot(Kets.innerRe(space.re(i), space.im(i), space.re(last), space.im(last)),
                    Kets.innerIm(space.re(i), space.im(i), space.re(last), space.im(last)));
            assertEquals(i == last ? 1 : 0, product, 1e-14);
        }
    }

    private static void couple(SparseMatrixBuilder builder, int i, int j, double g) {
        builder.add(i, j, 0, -g);
        builder.add(j, i, 0, -g);
    }

    /** A coupling of one, then one of 1e-3, to a level at 1e15; and one of 1e-6 that acts for 1e7. */
    @Test
    void smallScalesBesideALargeOneAreKept() {
        SparseMatrixBuilder builder = new SparseMatrixBuilder(5).add(2, 2, 0, -1e15);
        couple(builder, 0, 1, 1);
        couple(builder, 1, 2, 1e-3);
        couple(builder, 2, 3, 1e-6);
        assertEquals(4, complete(builder.build(), 1e7).dimension());
        assertEquals(2, complete(new SparseMatrixBuilder(3).add(2, 2, 0, -1e15).add(1, 0, 0, -1).add(0, 1, 0, -1).build(), 10).dimension());
    }

    /** A state that couples to one superposition of many, with weights that have no short binary form, for 1e9 turns: the rounding of the two is no direction. */
    @Test
    void roundingIsNoDirection() {
        SparseMatrixBuilder builder = new SparseMatrixBuilder(12);
        for (int i = 1; i < 12; i++) {
            couple(builder, 0, i, 1e6 * Math.sqrt(i));
        }
        assertEquals(2, complete(builder.build(), 1e3).dimension());
    }

    /** What acts too weakly to change anything in the run is left out. */
    @Test
    void whatDoesNothingIsLeftOut() {
        SparseMatrixBuilder builder = new SparseMatrixBuilder(3);
        couple(builder, 0, 1, 1);
        couple(builder, 1, 2, 1e-16);
        assertEquals(2, complete(builder.build(), 10).dimension());
        assertEquals(3, complete(builder.build(), 1e17).dimension());
    }
}
