package org.unravel.modes;

import java.util.Arrays;

/**
 * Eigenvalues of a Hermitian matrix, without eigenvectors: Householder reflections to a tridiagonal matrix, then the implicit QL method.
 *
 * @see <a href="https://doi.org/10.1137/1.9781421407944">Golub and Van Loan (2013), Matrix Computations, 4th ed., §8.3</a>
 */
final class HermitianSpectrum {

    /** Steps of QL for one eigenvalue: two or three are usual. */
    private static final int MOST_STEPS = 60;

    private final int n;
    private final double[][] re;
    private final double[][] im;
    private final double[] diagonal;
    /** Moduli of the entries beside the diagonal: a phase changes no eigenvalue. */
    private final double[] beside;
    /** Of the largest entries: no eigenvalue is known better. */
    private double rounding;

    private HermitianSpectrum(ComplexMatrix matrix) {
        n = matrix.rows();
        re = new double[n][];
        im = new double[n][];
        for (int i = 0; i < n; i++) {
            re[i] = Arrays.copyOfRange(matrix.re().entries(), i * n, (i + 1) * n);
            im[i] = Arrays.copyOfRange(matrix.im().entries(), i * n, (i + 1) * n);
        }
        diagonal = new double[n];
        beside = new double[n];
    }

    /**
     * All eigenvalues.
     *
     * @param matrix Hermitian; the lower triangle is not looked at
     * @return ascending
     */
    static double[] of(ComplexMatrix matrix) {
        HermitianSpectrum spectrum = new HermitianSpectrum(matrix);
        spectrum.reduce();
        spectrum.diagonalise();
        Arrays.sort(spectrum.diagonal);
        return spectrum.diagonal;
    }

    /** One row after the other loses all but the entry beside the diagonal. Only the upper triangle of what is left is kept. */
    private void reduce() {
        double[] vRe = new double[n];
        double[] vIm = new double[n];
        double[] pRe = new double[n];
        double[] pIm = new double[n];
        for (int k = 0; k < n; k++) {
            diagonal[k] = re[k][k];
            if (k + 1 < n) {
                beside[k] = reflect(k, vRe, vIm, pRe, pIm);
            }
        }
    }

    /** Reflects what is below and right of row k; returns the modulus of the entry that is left beside the diagonal. */
    private double reflect(int k, double[] vRe, double[] vIm, double[] pRe, double[] pIm) {
        double scale = 0;
        for (int j = k + 1; j < n; j++) {
            scale = Math.max(scale, Math.abs(re[k][j]) + Math.abs(im[k][j]));
        }
        if (scale == 0) {
            return 0;
        }
        // the column below the diagonal, the conjugate of the row
        double norm = 0;
        for (int j = k + 1; j < n; j++) {
            vRe[j] = re[k][j] / scale;
            vIm[j] = -im[k][j] / scale;
            norm += vRe[j] * vRe[j] + vIm[j] * vIm[j];
        }
        norm = Math.sqrt(norm);
        double first = Math.hypot(vRe[k + 1], vIm[k + 1]);
        double phaseRe = first == 0 ? 1 : vRe[k + 1] / first;
        double phaseIm = first == 0 ? 0 : vIm[k + 1] / first;
        vRe[k + 1] += phaseRe * norm;
        vIm[k + 1] += phaseIm * norm;
        // H = 1 − τ v v†
        double tau = 1 / (norm * (norm + first));
        multiply(k + 1, vRe, vIm, pRe, pIm);
        double inner = 0;
        for (int j = k + 1; j < n; j++) {
            pRe[j] *= tau;
            pIm[j] *= tau;
            inner += vRe[j] * pRe[j] + vIm[j] * pIm[j];
        }
        double half = 0.5 * tau * inner;
        for (int j = k + 1; j < n; j++) {
            pRe[j] -= half * vRe[j];
            pIm[j] -= half * vIm[j];
        }
        for (int i = k + 1; i < n; i++) {
            update(re[i], im[i], i, vRe, vIm, pRe, pIm);
        }
        return norm * scale;
    }

    /** p = A v of the rows and columns from {@code first} on, by rows of the upper triangle. */
    private void multiply(int first, double[] vRe, double[] vIm, double[] pRe, double[] pIm) {
        Arrays.fill(pRe, first, n, 0);
        Arrays.fill(pIm, first, n, 0);
        for (int i = first; i < n; i++) {
            // entries beside the diagonal as a part of the rows below, conjugated
            spread(re[i], im[i], i, vRe[i], vIm[i], pRe, pIm);
            double x = re[i][i] * vRe[i];
            double y = re[i][i] * vIm[i];
            x += sum(re[i], vRe, i + 1) - sum(im[i], vIm, i + 1);
            y += sum(re[i], vIm, i + 1) + sum(im[i], vRe, i + 1);
            pRe[i] += x;
            pIm[i] += y;
        }
    }

    private void spread(double[] aRe, double[] aIm, int i, double x, double y, double[] pRe, double[] pIm) {
        for (int j = i + 1; j < n; j++) {
            pRe[j] += aRe[j] * x + aIm[j] * y;
        }
        for (int j = i + 1; j < n; j++) {
            pIm[j] += aRe[j] * y - aIm[j] * x;
        }
    }

    private double sum(double[] a, double[] b, int from) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int j = from;
        for (; j + 3 < n; j += 4) {
            s0 += a[j] * b[j];
            s1 += a[j + 1] * b[j + 1];
            s2 += a[j + 2] * b[j + 2];
            s3 += a[j + 3] * b[j + 3];
        }
        for (; j < n; j++) {
            s0 += a[j] * b[j];
        }
        return s0 + s1 + (s2 + s3);
    }

    /** Row i of A − v p† − p v†. */
    private void update(double[] aRe, double[] aIm, int i, double[] vRe, double[] vIm, double[] pRe, double[] pIm) {
        double vx = vRe[i];
        double vy = vIm[i];
        double px = pRe[i];
        double py = pIm[i];
        for (int j = i; j < n; j++) {
            aRe[j] -= vx * pRe[j] + vy * pIm[j] + px * vRe[j] + py * vIm[j];
        }
        for (int j = i; j < n; j++) {
            aIm[j] -= vy * pRe[j] - vx * pIm[j] + py * vRe[j] - px * vIm[j];
        }
    }

    private void diagonalise() {
        double norm = 0;
        for (int i = 0; i < n; i++) {
            norm = Math.max(norm, Math.abs(diagonal[i]) + Math.abs(beside[i]));
        }
        rounding = Math.ulp(norm) / 2;
        for (int l = 0; l < n; l++) {
            int steps = 0;
            int m = end(l);
            while (m != l) {
                if (steps++ == MOST_STEPS) {
                    throw new ArithmeticException("eigenvalues of a matrix of dimension " + n + " not found in " + MOST_STEPS + " steps");
                }
                step(l, m);
                m = end(l);
            }
        }
    }

    /** The last row of the block that begins at a row. */
    private int end(int l) {
        int m = l;
        while (m + 1 < n) {
            if (Math.abs(beside[m]) <= rounding) {
                return m;
            }
            m++;
        }
        return m;
    }

    /** One implicit step with Wilkinson's shift, from the last row of the block upwards. */
    private void step(int l, int m) {
        double g = (diagonal[l + 1] - diagonal[l]) / (2 * beside[l]);
        double r = Math.hypot(g, 1);
        g = diagonal[m] - diagonal[l] + beside[l] / (g + (g >= 0 ? r : -r));
        double s = 1;
        double c = 1;
        double p = 0;
        for (int i = m - 1; i >= l; i--) {
            double f = s * beside[i];
            double b = c * beside[i];
            r = Math.hypot(f, g);
            beside[i + 1] = r;
            if (r == 0) {
                diagonal[i + 1] -= p;
                beside[m] = 0;
                return;
            }
            s = f / r;
            c = g / r;
            g = diagonal[i + 1] - p;
            r = (diagonal[i] - g) * s + 2 * c * b;
            p = s * r;
            diagonal[i + 1] = g + p;
            g = c * r - b;
        }
        diagonal[l] -= p;
        beside[l] = g;
        beside[m] = 0;
    }
}
