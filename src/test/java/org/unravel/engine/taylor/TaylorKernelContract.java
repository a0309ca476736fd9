package org.unravel.engine.taylor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unravel.engine.sparse.TaylorSeries;
import org.unravel.numeric.SparseMatrix;
import org.unravel.numeric.SparseMatrixBuilder;

/** Every Taylor kernel does what the matrix itself does, entry by entry ({@link SparseMatrix#apply}). */
abstract class TaylorKernelContract {

    /** Sums of some hundred products of numbers of order one, to a few roundings each; of a form, for each row and in units of its matrices. */
    private static final double ROUNDING = 1e-12;
    private static final int H = SlicedRows.HEIGHT;

    private final SplittableRandom random = new SplittableRandom(7);
    private final double[] scratch = new double[TaylorKernel.SCRATCH];

    /** The kernel. */
    abstract TaylorKernel kernel();

    private double[] values(int count) {
        return random.doubles(count, -1, 1).toArray();
    }

    /** Shifted diagonals, as of a ladder and of spins, and entries without order; some rows have none. */
    private SparseMatrix matrix(int dimension) {
        SparseMatrixBuilder builder = new SparseMatrixBuilder(dimension);
        for (int i = 0; i < dimension; i++) {
            for (int j : new int[] {i, i + 1, i - 1, i ^ 2, i ^ 16, i + 33, random.nextInt(dimension)}) {
                if (j >= 0 && j < dimension && i % 5 != 3) {
                    builder.add(i, j, random.nextInt(3) - 1, i == j ? 0 : random.nextDouble(-1, 1));
                }
            }
        }
        return builder.build();
    }

    /** Three diagonals, or one that is real. */
    private static SparseMatrix diagonals(int dimension, int distance) {
        SparseMatrixBuilder builder = new SparseMatrixBuilder(dimension);
        for (int i = 0; i < dimension; i++) {
            builder.add(i, i, 1 + i % 7, 0);
            for (int j = i - distance; distance > 0 && j <= i + distance; j += 2 * distance) {
                if (j >= 0 && j < dimension) {
                    builder.add(i, j, 0.1 * (i + j), 0.3 * (j - i));
                }
            }
        }
        return builder.build();
    }

    /** The same with flips of all kinds of masks, times re + i im; the dimension is a power of two. */
    private SparseMatrix flipping(int dimension, double re, double im) {
        SparseMatrixBuilder builder = new SparseMatrixBuilder(dimension);
        for (int i = 0; i < dimension; i++) {
            for (int mask : new int[] {1, 2, 4, 8, 16, 32, 48, 3, 17}) {
                if (mask < dimension) {
                    builder.add(i, i ^ mask, re * mask / 7, im * mask / 7);
                }
            }
            builder.add(i, i, i % 3, i % 2);
        }
        return builder.build();
    }

    private SlicedRows rows(SparseMatrix a, UniformFlips.Unit unit) {
        return kernel().takesFlips() ? SlicedRows.withFlips(a, unit) : SlicedRows.of(a);
    }

    private static SparseMatrix hermitian(SparseMatrix a) {
        return a.plus(a.adjoint());
    }

    /** A ket with state 0 at {@code at}, zeros around. */
    private static double[] padded(double[] x, int at, int length) {
        double[] y = new double[length];
        System.arraycopy(x, 0, y, at, x.length);
        return y;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 15, 16, 17, 50, 64, 100})
    void nextTermIsTheProduct(int dimension) {
        SparseMatrix a = matrix(dimension);
        nextTermIsTheProduct(a, SlicedRows.of(a));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 16, 50, 64})
    void nextTermOfFewDiagonalsIsTheProduct(int dimension) {
        for (int distance : new int[] {0, 1, 2, H, H + 3}) {
            SparseMatrix a = diagonals(dimension, distance).scaled(0.5, -1);
            nextTermIsTheProduct(a, SlicedRows.of(a));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8, 16, 32, 64, 128})
    void nextTermOfFlipsIsTheProduct(int dimension) {
        SparseMatrix a = flipping(dimension, 0, 1);
        nextTermIsTheProduct(a, rows(a, UniformFlips.Unit.I));
        SparseMatrix other = flipping(dimension, 1, 0.5);
        nextTermIsTheProduct(other, rows(other, UniformFlips.Unit.I));
    }

    private void nextTermIsTheProduct(SparseMatrix a, SlicedRows sliced) {
        int dimension = a.dimension();
        double[] x = values(dimension);
        double[] y = values(dimension);
        int stride = TaylorSeries.stride(dimension);
        double[] re = padded(x, H, 2 * stride + H);
        double[] im = padded(y, H, 2 * stride + H);
        double norm = kernel().nextTerm(sliced, 0.25, re, im, H, H + stride, scratch);
        double[] u = new double[dimension];
        double[] v = new double[dimension];
        a.apply(x, y, u, v);
        double square = 0;
        for (int i = 0; i < dimension; i++) {
            assertEquals(0.25 * u[i], re[H + stride + i], ROUNDING);
            assertEquals(0.25 * v[i], im[H + stride + i], ROUNDING);
            square += (u[i] * u[i] + v[i] * v[i]) / 16;
        }
        assertEquals(square, norm, ROUNDING * Math.max(1, square));
        for (int i = dimension; i < stride; i++) {
            assertEquals(0, re[H + stride + i], 0, "padding");
            assertEquals(0, im[H + stride + i], 0, "padding");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16, 50})
    void polynomialsAreTheSumsOfTheirTerms(int dimension) {
        int degree = 7;
        int stride = TaylorSeries.stride(dimension);
        double[] re = values((degree + 1) * stride + H);
        double[] im = values((degree + 1) * stride + H);
        double[] x = {0, 0.3, 1};
        double[] yRe = new double[3 * stride + H];
        double[] yIm = new double[3 * stride + H];
        kernel().evaluate(re, im, stride, degree, SlicedRows.rows(dimension), x[0], x[1], x[2], yRe, yIm);
        for (int q = 0; q < 3; q++) {
            for (int i = H; i < H + dimension; i++) {
                double sumRe = 0;
                double sumIm = 0;
                for (int m = 0; m <= degree; m++) {
                    sumRe += re[m * stride + i] * Math.pow(x[q], m);
                    sumIm += im[m * stride + i] * Math.pow(x[q], m);
                }
                assertEquals(sumRe, yRe[q * stride + i], ROUNDING);
                assertEquals(sumIm, yIm[q * stride + i], ROUNDING);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16, 50})
    void mixturesAreTheSumsOfTheirTerms(int dimension) {
        int stride = TaylorSeries.stride(dimension);
        int newest = 4 * stride + H;
        for (int count : new int[] {1, 2, 5}) {
            double[] re = values(6 * stride + H);
            double[] im = values(6 * stride + H);
            double[] oldRe = re.clone();
            double[] oldIm = im.clone();
            double[] factors = values(count + 2);
            kernel().mix(factors, count, re, im, newest, stride, newest + stride, SlicedRows.rows(dimension));
            for (int i = 0; i < dimension; i++) {
                double sumRe = 0;
                double sumIm = 0;
                for (int m = 0; m < count; m++) {
                    sumRe += factors[m] * oldRe[newest - m * stride + i];
                    sumIm += factors[m] * oldIm[newest - m * stride + i];
                }
                assertEquals(sumRe, re[newest + stride + i], ROUNDING);
                assertEquals(sumIm, im[newest + stride + i], ROUNDING);
            }
            assertArrayEquals(Arrays.copyOf(oldRe, newest + stride), Arrays.copyOf(re, newest + stride), 0, "terms are only read");
            assertEquals(oldRe[re.length - 1], re[re.length - 1], 0, "nothing behind the rows is written");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16, 50})
    void additionGivesSumAndSquaredNorm(int dimension) {
        int stride = TaylorSeries.stride(dimension);
        double[] x = values(dimension);
        double[] y = values(dimension);
        double[] re = padded(x, H, 2 * stride + H);
        double[] im = padded(y, H, 2 * stride + H);
        System.arraycopy(y, 0, re, H + stride, dimension);
        System.arraycopy(x, 0, im, H + stride, dimension);
        double norm = kernel().add(re, im, H, H + stride, SlicedRows.rows(dimension), scratch);
        double square = 0;
        for (int i = 0; i < dimension; i++) {
            assertEquals(x[i] + y[i], re[H + stride + i], ROUNDING);
            assertEquals(x[i] + y[i], im[H + stride + i], ROUNDING);
            square += 2 * (x[i] + y[i]) * (x[i] + y[i]);
        }
        assertEquals(square, norm, ROUNDING * Math.max(1, square));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 16, 64, 128})
    void expectationOfFlipsIsThatOfTheMatrix(int dimension) {
        SparseMatrix a = hermitian(flipping(dimension, 1, 0));
        double[] x = values(dimension);
        double[] y = values(dimension);
        double[] re = padded(x, H, SlicedRows.paddedLength(dimension));
        double[] im = padded(y, H, SlicedRows.paddedLength(dimension));
        double found = kernel().expectation(rows(a, UniformFlips.Unit.ONE), re, im, H, scratch);
        assertEquals(a.expectation(x, y), found, ROUNDING * dimension * a.rowSumNorm());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 17, 50, 64})
    void formsAreThoseOfTheMatrices(int dimension) {
        SparseMatrix e = hermitian(matrix(dimension));
        formsAreThoseOfTheMatrices(e, SlicedRows.of(e), hermitian(matrix(dimension)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 17, 50, 64})
    void formsOfFewDiagonalsAreThoseOfTheMatrices(int dimension) {
        for (int distance : new int[] {1, H, H + 3}) {
            SparseMatrix e = diagonals(dimension, distance);
            formsAreThoseOfTheMatrices(e, SlicedRows.of(e), diagonals(dimension, 0));
            formsAreThoseOfTheMatrices(e, SlicedRows.of(e), diagonals(dimension, 2));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 16, 64})
    void formsOfFlipsAreThoseOfTheMatrices(int dimension) {
        SparseMatrix e = hermitian(flipping(dimension, 1, 0));
        formsAreThoseOfTheMatrices(e, rows(e, UniformFlips.Unit.ONE), hermitian(matrix(dimension)));
    }

    private void formsAreThoseOfTheMatrices(SparseMatrix e, SlicedRows sliced, SparseMatrix k) {
        int dimension = e.dimension();
        double[] x = values(dimension);
        double[] y = values(dimension);
        double[] re = padded(x, H, SlicedRows.paddedLength(dimension));
        double[] im = padded(y, H, SlicedRows.paddedLength(dimension));
        double[] out = new double[1 + TaylorKernel.FORMS];
        kernel().energyForms(sliced, SlicedRows.of(k), re, im, H, out, 1, scratch);
        SparseMatrix both = e.times(k);
        assertEquals(SparseMatrix.identity(dimension).expectation(x, y), out[1], ROUNDING);
        assertEquals(k.expectation(x, y), out[2], ROUNDING * dimension * k.rowSumNorm());
        assertEquals(e.expectation(x, y), out[3], ROUNDING * dimension * e.rowSumNorm());
        assertEquals(both.expectation(x, y), out[4], ROUNDING * dimension * e.rowSumNorm() * k.rowSumNorm());
        assertEquals(e.expectation(x, y), kernel().expectation(SlicedRows.of(e), re, im, H, scratch), ROUNDING * dimension * e.rowSumNorm());
    }
}
