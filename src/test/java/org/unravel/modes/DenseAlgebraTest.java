package org.unravel.modes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unravel.modes.ProductKernel.Block;
import org.unravel.numeric.HermitianEigen;
import org.unravel.numeric.SparseMatrixBuilder;

/** Products, inverses and eigenvalues beside others of them, at sizes that fill no tile. */
class DenseAlgebraTest {

    private static ComplexMatrix random(int rows, int columns, long seed) {
        Random random = new Random(seed);
        ComplexMatrix all = new ComplexMatrix(rows, columns);
        for (int i = 0; i < rows * columns; i++) {
            all.re().entries()[i] = random.nextDouble() - 0.5;
            all.im().entries()[i] = random.nextDouble() - 0.5;
        }
        return all;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 16, 37, 70})
    void bothKernelsGiveTheSameBits(int n) {
        double[] a = random(n, n + 5, 1).re().entries();
        double[] b = random(n + 5, n + 2, 2).re().entries();
        double[] plain = random(n, n + 2, 3).re().entries();
        double[] vector = plain.clone();
        new PlainProductKernel().add(-0.7, new Block(a, 0, n + 5), new Block(b, 0, n + 2), new Block(plain, 0, n + 2), n, n + 5, n + 2);
        new VectorProductKernel().add(-0.7, new Block(a, 0, n + 5), new Block(b, 0, n + 2), new Block(vector, 0, n + 2), n, n + 5, n + 2);
        assertArrayEquals(plain, vector);
    }

    /** More rows than a strip holds, inside larger matrices. */
    @Test
    void aBlockInsideAMatrixIsMultipliedAlone() {
        int n = 300;
        double[] a = random(n, n, 4).re().entries();
        double[] b = random(n, n, 5).re().entries();
        double[] c = new double[n * n];
        ProductKernel.FASTEST.add(1, new Block(a, 2 * n + 3, n), new Block(b, 5 * n + 7, n), new Block(c, n + 1, n), 9, 270, 21);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double expected = 0;
                for (int k = 0; k < 270 && i >= 1 && i < 10 && j >= 1 && j < 22; k++) {
                    expected += a[(i + 1) * n + 3 + k] * b[(5 + k) * n + 7 + j - 1];
                }
                assertEquals(expected, c[i * n + j], 1e-12);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 31, 32, 33, 75})
    void aMatrixTimesItsInverseIsOne(int n) {
        ComplexMatrix matrix = random(n, n, n);
        ComplexMatrix unit = matrix.times(Inverse.of(matrix));
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                assertEquals(i == j ? 1 : 0, unit.re().at(i, j), 1e-10);
                assertEquals(0, unit.im().at(i, j), 1e-10);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 40})
    void eigenvaluesAreThoseByRotations(int n) {
        ComplexMatrix square = random(n, n, 7L * n);
        ComplexMatrix matrix = square.plus(1, square.adjoint());
        SparseMatrixBuilder builder = new SparseMatrixBuilder(n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                builder.add(i, j, matrix.re().at(i, j), matrix.im().at(i, j));
            }
        }
        assertArrayEquals(HermitianEigen.of(builder.build()).values(), HermitianSpectrum.of(matrix), 1e-13 * n);
    }

    /** Of rank two, as damping by a coupling of one form is: all other eigenvalues are zero. */
    @Test
    void eigenvaluesOfSmallRankAreFound() {
        int n = 50;
        ComplexMatrix thin = random(n, 2, 3);
        double[] values = HermitianSpectrum.of(thin.times(thin.adjoint()));
        double[] inner = HermitianSpectrum.of(thin.adjoint().times(thin));
        for (int k = 0; k < n; k++) {
            assertEquals(k < n - 2 ? 0 : inner[k - n + 2], values[k], 1e-13);
        }
    }
}
