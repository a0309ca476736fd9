package org.unravel.numeric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Eigenvalues against closed forms, eigenvectors against their definition. */
class HermitianEigenTest {

    /**
     * Jacobi is backward stable: errors are a small multiple of n ulp of the norm (Golub and Van Loan §8.5.6). About ten sweeps of n
     * rotations each touch an entry, each rotation with a few roundings: 100 n ulp bounds it.
     */
    private static double tolerance(SparseMatrix matrix) {
        return 100 * matrix.dimension() * Math.ulp(Math.max(1, matrix.rowSumNorm()));
    }

    /** A ring of n sites with hopping e^{iφ}: λ_k = 2 cos(2πk/n + φ), degenerate in pairs at φ = 0. */
    private static SparseMatrix ring(int n, double phase) {
        SparseMatrixBuilder builder = new SparseMatrixBuilder(n);
        for (int i = 0; i < n; i++) {
            int j = (i + 1) % n;
            builder.add(i, j, Math.cos(phase), Math.sin(phase)).add(j, i, Math.cos(phase), -Math.sin(phase));
        }
        return builder.build();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, Math.PI / 2})
    void aRingHasTheSpectrumOfABand(double phase) {
        for (int n : new int[] {3, 8, 40}) {
            SparseMatrix matrix = ring(n, phase);
            double[] expected = IntStream.range(0, n).mapToDouble(k -> 2 * Math.cos(2 * Math.PI * k / n + phase)).sorted().toArray();
            assertArrayEquals(expected, HermitianEigen.of(matrix).values(), tolerance(matrix));
            assertEigenvectors(matrix);
        }
    }

    @Test
    void randomMatricesHaveOrthonormalEigenvectors() {
        for (int n : new int[] {1, 2, 5, 30}) {
            assertEigenvectors(random(n, n));
        }
    }

    /** Pairs of equal eigenvalues in one block, at φ = 0, differ by less than they claim to; and what they claim is some thousand ulp at most. */
    @Test
    void roundingBoundsTheErrorOfEigenvalues() {
        for (int n : new int[] {3, 8, 40, 64}) {
            HermitianEigen eigen = HermitianEigen.of(ring(n, 0));
            double[] expected = IntStream.range(0, n).mapToDouble(k -> 2 * Math.cos(2 * Math.PI * k / n)).sorted().toArray();
            for (int k = 0; k < n; k++) {
                assertEquals(expected[k], eigen.values()[k], eigen.roundings()[k]);
                assertTrue(eigen.roundings()[k] < 1000 * Math.ulp(2.0), () -> "found " + eigen.roundings()[0]);
            }
        }
    }

    /** Blocks of 1e15 and of 1 beside each other: each level knows its own. */
    @Test
    void aLargeBlockDoesNotBlurASmallOne() {
        SparseMatrix matrix = new SparseMatrixBuilder(4).add(0, 1, 0.5, 0).add(1, 0, 0.5, 0).add(2, 2, 1e15, 0).add(3, 2, 1e15, 0).add(2, 3, 1e15, 0).build();
        HermitianEigen eigen = HermitianEigen.of(matrix);
        assertEquals(-0.5, eigen.values()[1], eigen.roundings()[1]);
        assertEquals(0.5, eigen.values()[2], eigen.roundings()[2]);
        assertTrue(eigen.roundings()[2] < 1e-13);
        assertTrue(eigen.roundings()[3] > 1);
    }

    /** What cancels in an entry leaves its rounding to the eigenvalue, also after sums, multiples and adjoints. */
    @Test
    void cancelledEntriesRememberTheirSize() {
        SparseMatrix sum = SparseMatrix.diagonal(700.7, 1).plus(SparseMatrix.diagonal(-700, 0)).scaled(2, 0).adjoint();
        HermitianEigen eigen = HermitianEigen.of(sum.plus(SparseMatrix.identity(2)));
        assertEquals(2.4, eigen.values()[0], eigen.roundings()[0]);
        // 1401.4 + 1400 + 1 and the eigenvalue itself
        assertEquals((2802.4 + 2.4) * Rounding.OF_SUM, eigen.roundings()[0], 1e-9 * Rounding.OF_SUM);
        assertEquals((3 + 3) * Rounding.OF_SUM, eigen.roundings()[1], 1e-9 * Rounding.OF_SUM);
    }

    /** One block of couplings 1 and energies up to 1e16, with λ = ±1/2 but for c²/E, and the Gibbs-like order of its levels: what is small is not lost. */
    @ParameterizedTest
    @ValueSource(doubles = {1e11, 1e14, 1e16, -1e16, 1e20})
    void aLargeEntryDoesNotBlurItsBlock(double large) {
        double c = 0.3;
        SparseMatrix matrix = new SparseMatrixBuilder(3).add(0, 1, 0, 0.5).add(1, 0, 0, -0.5).add(1, 2, c, 0).add(2, 1, c, 0).add(2, 2, large, 0).build();
        HermitianEigen eigen = HermitianEigen.of(matrix);
        int low = large > 0 ? 0 : 1;
        for (int k = low; k < low + 2; k++) {
            assertEquals(k - low - 0.5, eigen.values()[k], eigen.roundings()[k] + c * c / Math.abs(large));
            assertTrue(eigen.roundings()[k] < 1e-12, "found " + eigen.roundings()[k]);
            assertEquals(0.5, Math.pow(eigen.vectorsRe()[k][0], 2) + Math.pow(eigen.vectorsIm()[k][0], 2), 1e-11);
        }
    }

    @Test
    void degenerateEigenspacesAreResolved() {
        int n = 12;
        HermitianEigen basis = HermitianEigen.of(random(n, 7));
        SparseMatrix twoLevels = SparseMatrix.zero(n);
        for (int k = 0; k < n; k++) {
            SparseMatrix projector = SparseMatrix.projector(basis.vectorsRe()[k], basis.vectorsIm()[k]);
            twoLevels = twoLevels.plus(k < 5 ? -1 : 2, 0, projector);
        }
        double[] expected = IntStream.range(0, n).mapToDouble(k -> k < 5 ? -1 : 2).toArray();
        assertArrayEquals(expected, HermitianEigen.of(twoLevels).values(), tolerance(twoLevels));
        assertEigenvectors(twoLevels);
    }

    @Test
    void entriesOfVeryDifferentSizeKeepTheirSmallEigenvalues() {
        SparseMatrix matrix = new SparseMatrixBuilder(2).add(0, 0, 1e8, 0).add(1, 1, 1e-8, 0).add(0, 1, 0, 1e-3).add(1, 0, 0, -1e-3).build();
        // the exact smaller root of λ² − (1e8 + 1e-8)λ + (1 − 1e-6) = 0 is (1 − 1e-6)/1e8 to a relative 1e-16
        double expected = (1 - 1e-6) / 1e8;
        // one rotation: the error is that of 1e-8 − t·1e-3, two roundings of 1e-8
        assertEquals(expected, HermitianEigen.of(matrix).values()[0], 4 * Math.ulp(1e-8));
    }

    @Test
    void aDiagonalMatrixIsOrdered() {
        HermitianEigen eigen = HermitianEigen.of(SparseMatrix.diagonal(3, -1, 0, -1));
        assertArrayEquals(new double[] {-1, -1, 0, 3}, eigen.values());
        assertArrayEquals(new double[] {0, 0, 1, 0}, eigen.vectorsRe()[2]);
    }

    @Test
    void infinityIsRefused() {
        assertThrows(ArithmeticException.class, () -> HermitianEigen.of(SparseMatrix.diagonal(1, Double.NaN)));
    }

    private static SparseMatrix random(int n, long seed) {
        Random random = new Random(seed);
        SparseMatrixBuilder builder = new SparseMatrixBuilder(n);
        for (int i = 0; i < n; i++) {
            builder.add(i, i, random.nextGaussian(), 0);
            for (int j = 0; j < i; j++) {
                double x = random.nextGaussian();
                double y = random.nextGaussian();
                builder.add(i, j, x, y).add(j, i, x, -y);
            }
        }
        return builder.build();
    }

    private static void assertEigenvectors(SparseMatrix matrix) {
        HermitianEigen eigen = HermitianEigen.of(matrix);
        int n = matrix.dimension();
        double[] re = new double[n];
        double[] im = new double[n];
        for (int k = 0; k < n; k++) {
            matrix.apply(eigen.vectorsRe()[k], eigen.vectorsIm()[k], re, im);
            for (int j = 0; j < n; j++) {
                double expected = j == k ? 1 : 0;
                double x = 0;
                double y = 0;
                for (int i = 0; i < n; i++) {
                    x += eigen.vectorsRe()[j][i] * eigen.vectorsRe()[k][i] + eigen.vectorsIm()[j][i] * eigen.vectorsIm()[k][i];
                    y += eigen.vectorsRe()[j][i] * eigen.vectorsIm()[k][i] - eigen.vectorsIm()[j][i] * eigen.vectorsRe()[k][i];
                }
                assertEquals(expected, x, tolerance(matrix));
                assertEquals(0, y, tolerance(matrix));
            }
            for (int i = 0; i < n; i++) {
                assertEquals(eigen.values()[k] * eigen.vectorsRe()[k][i], re[i], tolerance(matrix));
                assertEquals(eigen.values()[k] * eigen.vectorsIm()[k][i], im[i], tolerance(matrix));
            }
        }
    }
}
