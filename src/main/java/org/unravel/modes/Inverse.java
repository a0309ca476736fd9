package org.unravel.modes;

import org.unravel.modes.ProductKernel.Block;

/**
 * The inverse of a complex matrix, by factors L and U with the largest pivot of each column, in blocks of columns so that nearly all of the work are products.
 *
 * @see <a href="https://doi.org/10.1137/1.9781421407944">Golub and Van Loan (2013), Matrix Computations, 4th ed., §3.4</a>
 */
final class Inverse {

    private static final int WIDTH = 32;

    private final int n;
    private final double[] re;
    private final double[] im;
    /** The unit matrix, which becomes the inverse. */
    private final double[] xRe;
    private final double[] xIm;

    private Inverse(ComplexMatrix matrix) {
        n = matrix.rows();
        re = matrix.re().entries().clone();
        im = matrix.im().entries().clone();
        xRe = new double[n * n];
        xIm = new double[n * n];
        for (int i = 0; i < n; i++) {
            xRe[i * n + i] = 1;
        }
    }

    /** The inverse; with entries that are not finite where a pivot is zero. */
    static ComplexMatrix of(ComplexMatrix matrix) {
        Inverse inverse = new Inverse(matrix);
        inverse.factorise();
        inverse.solve();
        return new ComplexMatrix(new RealMatrix(inverse.n, inverse.n, inverse.xRe), new RealMatrix(inverse.n, inverse.n, inverse.xIm));
    }

    private void factorise() {
        for (int k = 0; k < n; k += WIDTH) {
            int end = Math.min(n, k + WIDTH);
            for (int column = k; column < end; column++) {
                pivot(column);
                eliminate(column, end);
            }
            // the rows of U to the right, then what is left below them
            for (int row = k; row < end; row++) {
                for (int above = k; above < row; above++) {
                    subtract(re, im, row, above, end, n, re[row * n + above], im[row * n + above]);
                }
            }
            subtractProduct(re, im, end, n - end, k, end - k, end, n - end, re, im, end);
        }
    }

    private void pivot(int column) {
        int best = column;
        double largest = -1;
        for (int i = column; i < n; i++) {
            double modulus = Math.hypot(re[i * n + column], im[i * n + column]);
            if (modulus > largest) {
                largest = modulus;
                best = i;
            }
        }
        if (best != column) {
            swap(re, best, column);
            swap(im, best, column);
            swap(xRe, best, column);
            swap(xIm, best, column);
        }
    }

    private void swap(double[] entries, int a, int b) {
        for (int j = 0; j < n; j++) {
            double x = entries[a * n + j];
            entries[a * n + j] = entries[b * n + j];
            entries[b * n + j] = x;
        }
    }

    /** Makes a column of L and takes it from the columns of its block. */
    private void eliminate(int column, int end) {
        double x = re[column * n + column];
        double y = im[column * n + column];
        double square = x * x + y * y;
        for (int i = column + 1; i < n; i++) {
            double a = re[i * n + column];
            double b = im[i * n + column];
            double lRe = (a * x + b * y) / square;
            double lIm = (b * x - a * y) / square;
            re[i * n + column] = lRe;
            im[i * n + column] = lIm;
            subtract(re, im, i, column, column + 1, end, lRe, lIm);
        }
    }

    /** row ← row − (x + iy) other, in some columns. */
    private void subtract(double[] partRe, double[] partIm, int row, int other, int from, int to, double x, double y) {
        int a = row * n;
        int b = other * n;
        for (int j = from; j < to; j++) {
            double u = partRe[b + j];
            double v = partIm[b + j];
            partRe[a + j] -= x * u - y * v;
            partIm[a + j] -= x * v + y * u;
        }
    }

    /** C ← C − A B, where A lies in the factors at [row][inner] and B and C in one matrix at [inner][column] and [row][column]. */
    private void subtractProduct(double[] bRe, double[] bIm, int row, int rows, int inner, int inners, int column, int columns, double[] cRe, double[] cIm, int columnOfC) {
        if (rows <= 0 || columns <= 0 || inners <= 0) {
            return;
        }
        ProductKernel kernel = ProductKernel.FASTEST;
        Block a = new Block(re, row * n + inner, n);
        Block ai = new Block(im, row * n + inner, n);
        Block b = new Block(bRe, inner * n + column, n);
        Block bi = new Block(bIm, inner * n + column, n);
        Block c = new Block(cRe, row * n + columnOfC, n);
        Block ci = new Block(cIm, row * n + columnOfC, n);
        kernel.add(-1, a, b, c, rows, inners, columns);
        kernel.add(1, ai, bi, c, rows, inners, columns);
        kernel.add(-1, a, bi, ci, rows, inners, columns);
        kernel.add(-1, ai, b, ci, rows, inners, columns);
    }

    private void solve() {
        for (int k = 0; k < n; k += WIDTH) {
            int end = Math.min(n, k + WIDTH);
            subtractProduct(xRe, xIm, k, end - k, 0, k, 0, n, xRe, xIm, 0);
            for (int row = k; row < end; row++) {
                for (int above = k; above < row; above++) {
                    subtract(xRe, xIm, row, above, 0, n, re[row * n + above], im[row * n + above]);
                }
            }
        }
        for (int k = (n - 1) / WIDTH * WIDTH; k >= 0; k -= WIDTH) {
            int end = Math.min(n, k + WIDTH);
            subtractProduct(xRe, xIm, k, end - k, end, n - end, 0, n, xRe, xIm, 0);
            for (int row = end - 1; row >= k; row--) {
                for (int below = row + 1; below < end; below++) {
                    subtract(xRe, xIm, row, below, 0, n, re[row * n + below], im[row * n + below]);
                }
                divide(row);
            }
        }
    }

    private void divide(int row) {
        double x = re[row * n + row];
        double y = im[row * n + row];
        double square = x * x + y * y;
        for (int j = 0; j < n; j++) {
            double a = xRe[row * n + j];
            double b = xIm[row * n + j];
            xRe[row * n + j] = (a * x + b * y) / square;
            xIm[row * n + j] = (b * x - a * y) / square;
        }
    }
}
