package org.unravel.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Eigenvectors of unitary matrices made of known phases and random vectors. Bounds are some roundings of matrices of norm 1. */
class UnitaryEigenTest {

    private static final double ROUNDING = 1e-13;

    /** Orthonormal vectors: those of a random Hermitian matrix. */
    private static HermitianEigen vectors(int n, long seed) {
        Random random = new Random(seed);
        SparseMatrixBuilder m = new SparseMatrixBuilder(n);
        for (int i = 0; i < n; i++) {
            m.add(i, i, random.nextGaussian(), 0);
            for (int j = i + 1; j < n; j++) {
                double x = random.nextGaussian();
                double y = random.nextGaussian();
                m.add(i, j, x, y).add(j, i, x, -y);
            }
        }
        return HermitianEigen.of(m.build());
    }

    private static SparseMatrix unitary(HermitianEigen vectors, double[] phases) {
        SparseMatrixBuilder u = new SparseMatrixBuilder(phases.length);
        for (int k = 0; k < phases.length; k++) {
            u.add(Math.cos(phases[k]), -Math.sin(phases[k]), SparseMatrix.projector(vectors.vectorsRe()[k], vectors.vectorsIm()[k]));
        }
        return u.build();
    }

    private static void check(double[] phases, long seed) {
        SparseMatrix u = unitary(vectors(phases.length, seed), phases);
        UnitaryEigen eigen = UnitaryEigen.of(u);
        double[] expected = phases.clone();
        java.util.Arrays.sort(expected);
        SparseMatrixBuilder again = new SparseMatrixBuilder(phases.length);
        for (int k = 0; k < phases.length; k++) {
            assertEquals(expected[k], eigen.phases()[k], ROUNDING);
            SparseMatrix projector = SparseMatrix.projector(eigen.vectorsRe()[k], eigen.vectorsIm()[k]);
            again.add(Math.cos(eigen.phases()[k]), -Math.sin(eigen.phases()[k]), projector);
            assertTrue(u.commutator(projector).maxModulus() < ROUNDING, "phase " + k);
        }
        assertTrue(again.build().minus(u).maxModulus() < ROUNDING);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 20})
    void randomPhases(int n) {
        check(new Random(n).doubles(n, -Math.PI, Math.PI).toArray(), n);
    }

    /** Close, equal and opposite ones, and pairs that lie mirrored about the common phase of the first step. */
    @Test
    void closeAndMirroredPhases() {
        check(new double[] {0, 1e-9, 1e-4, 1, 1, 1, -1, Math.PI, -Math.PI + 1e-7}, 1);
        double middle = -0.7390851332;
        check(new double[] {middle + 0.5, middle - 0.5, middle + 0.5, middle - 0.5, middle + 2, middle - 2 + 1e-12}, 2);
        check(new double[] {Math.PI, Math.PI, 0, 0}, 3);
    }

    /** e^{-iθ} of a shift of n places: all n-th roots of 1, no diagonal to begin with. */
    @ParameterizedTest
    @ValueSource(ints = {3, 4, 8})
    void shifts(int n) {
        SparseMatrixBuilder u = new SparseMatrixBuilder(n);
        for (int i = 0; i < n; i++) {
            u.add(i, (i + 1) % n, 1, 0);
        }
        UnitaryEigen eigen = UnitaryEigen.of(u.build());
        for (int k = 1; k < n; k++) {
            assertEquals(2 * Math.PI / n, eigen.phases()[k] - eigen.phases()[k - 1], ROUNDING);
        }
    }

    @Test
    void whatIsNotFiniteIsRefused() {
        assertThrows(ArithmeticException.class, () -> UnitaryEigen.of(new SparseMatrixBuilder(2).add(0, 0, Double.NaN, 0).add(0, 1, 1, 0).add(1, 0, 1, 0).build()));
    }
}
