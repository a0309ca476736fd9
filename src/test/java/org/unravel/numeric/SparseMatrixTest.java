package org.unravel.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

/** Sparse algebra against dense algebra. */
class SparseMatrixTest {

    /** Sums of at most seven products of numbers below 2. */
    private static final double ROUNDING = 1e-14;

    private final SplittableRandom random = new SplittableRandom(4);
    private final SparseMatrix a = random(7);
    private final SparseMatrix b = random(7);

    /** A third of the entries, one row empty, some places met twice. */
    private SparseMatrix random(int d) {
        SparseMatrixBuilder builder = new SparseMatrixBuilder(d);
        for (int n = 0; n < d * d / 2; n++) {
            int row = random.nextInt(d);
            builder.add(row == 2 ? 3 : row, random.nextInt(d), random.nextDouble(-1, 1), random.nextDouble(-1, 1));
        }
        return builder.build();
    }

    private static void assertSame(DenseComplex expected, SparseMatrix found) {
        assertTrue(DenseComplex.of(found).distance(expected) <= ROUNDING);
    }

    @Test
    void sumsAndProductsAreThoseOfDenseMatrices() {
        assertSame(DenseComplex.of(a).plus(1, DenseComplex.of(b)), a.plus(b));
        assertSame(DenseComplex.of(a).plus(-1, DenseComplex.of(b)), a.minus(b));
        assertSame(DenseComplex.of(a).times(DenseComplex.of(b)), a.times(b));
        DenseComplex ab = DenseComplex.of(a).times(DenseComplex.of(b));
        assertSame(ab.plus(-1, DenseComplex.of(b).times(DenseComplex.of(a))), a.commutator(b));
    }

    @Test
    void complexFactorsMultiplyEntries() {
        SparseMatrix c = a.plus(0.5, -2, b);
        SparseMatrix s = b.scaled(0.5, -2);
        for (int i = 0; i < 7; i++) {
            for (int j = 0; j < 7; j++) {
                double re = 0.5 * b.re(i, j) + 2 * b.im(i, j);
                double im = 0.5 * b.im(i, j) - 2 * b.re(i, j);
                assertEquals(re, s.re(i, j), ROUNDING);
                assertEquals(im, s.im(i, j), ROUNDING);
                assertEquals(a.re(i, j) + re, c.re(i, j), ROUNDING);
                assertEquals(a.im(i, j) + im, c.im(i, j), ROUNDING);
            }
        }
    }

    @Test
    void aRestrictionHasTheEntriesOfItsStates() {
        int[] states = {1, 3, 6};
        SparseMatrix part = a.restricted(states);
        assertEquals(3, part.dimension());
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                assertEquals(a.re(states[i], states[j]), part.re(i, j), 0);
                assertEquals(a.im(states[i], states[j]), part.im(i, j), 0);
            }
        }
    }

    @Test
    void adjointAndHermiticity() {
        SparseMatrix dagger = a.adjoint();
        for (int i = 0; i < 7; i++) {
            for (int j = 0; j < 7; j++) {
                assertEquals(a.re(j, i), dagger.re(i, j), 0);
                assertEquals(-a.im(j, i), dagger.im(i, j), 0);
            }
        }
        assertEquals(0, a.plus(dagger).hermiticityDefect(), 0);
        assertTrue(a.hermiticityDefect() > 0);
        assertEquals(a, dagger.adjoint());
    }

    @Test
    void kroneckerHasTheFirstFactorSlow() {
        SparseMatrix small = SparseMatrix.diagonal(2, 3).plus(new SparseMatrixBuilder(2).add(0, 1, 0, 5).build());
        SparseMatrix k = a.kronecker(small);
        assertEquals(14, k.dimension());
        for (int i = 0; i < 14; i++) {
            for (int j = 0; j < 14; j++) {
                double re = a.re(i / 2, j / 2) * small.re(i % 2, j % 2) - a.im(i / 2, j / 2) * small.im(i % 2, j % 2);
                assertEquals(re, k.re(i, j), ROUNDING);
            }
        }
    }

    @Test
    void applyAndExpectationAreMatrixTimesKet() {
        double[] x = random.doubles(7, -1, 1).toArray();
        double[] y = random.doubles(7, -1, 1).toArray();
        double[] outRe = new double[7];
        double[] outIm = new double[7];
        a.apply(x, y, outRe, outIm);
        double mean = 0;
        for (int i = 0; i < 7; i++) {
            double re = 0;
            double im = 0;
            for (int j = 0; j < 7; j++) {
                re += a.re(i, j) * x[j] - a.im(i, j) * y[j];
                im += a.re(i, j) * y[j] + a.im(i, j) * x[j];
            }
            assertEquals(re, outRe[i], ROUNDING);
            assertEquals(im, outIm[i], ROUNDING);
            mean += x[i] * re + y[i] * im;
        }
        assertEquals(mean, a.expectation(x, y), ROUNDING);
    }

    @Test
    void normsAreThoseOfTheDefinition() {
        SparseMatrix m = new SparseMatrixBuilder(2).add(0, 0, 3, 4).add(0, 1, 0, -2).add(1, 1, 6, 0).build();
        assertEquals(6, m.maxModulus(), 0);
        assertEquals(7, m.rowSumNorm(), 0);
        assertEquals(3, m.nonZeroCount());
    }

    @Test
    void entriesThatCancelAreDropped() {
        assertTrue(a.minus(a).isZero());
        assertFalse(a.isZero());
        assertEquals(1, new SparseMatrixBuilder(3).add(0, 1, 2, 0).add(1, 1, 1, 0).add(0, 1, -2, 0).build().nonZeroCount());
    }

    @Test
    void projectorIsIdempotentAndKeepsItsKet() {
        double[] re = {0.6, 0};
        double[] im = {0, 0.8};
        SparseMatrix p = SparseMatrix.projector(re, im);
        assertSame(DenseComplex.of(p), p.times(p));
        assertEquals(1, p.expectation(re, im), ROUNDING);
        assertEquals(0, p.hermiticityDefect(), 0);
    }

    @Test
    void shapesThatDoNotFitAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> a.plus(SparseMatrix.identity(3)));
        assertThrows(IllegalArgumentException.class, () -> a.times(SparseMatrix.identity(3)));
        assertThrows(IllegalArgumentException.class, () -> new SparseMatrixBuilder(0));
        assertThrows(IllegalArgumentException.class, () -> new SparseMatrixBuilder(2).add(0, 2, 1, 0));
    }
}
