package org.unravel.engine.ladder;

import org.unravel.numeric.SparseMatrix;

/**
 * Square complex matrix of numbers that are unevaluated sums of two doubles, some 32 digits: for tables whose error grows with norm times time. Mutable.
 *
 * <p>Sums and products without error: Dekker (1971), Numer. Math. 18, 224; with a fused multiply-add: Ogita, Rump and Oishi (2005), SIAM J. Sci. Comput.
 * 26, 1955, algorithms 3.1 and 3.5.
 */
final class ExtendedMatrix {

    private final int n;
    private final double[] re;
    private final double[] reLow;
    private final double[] im;
    private final double[] imLow;
    /** Result of the last operation on single numbers. */
    private double high;
    private double low;

    /** The zero matrix. */
    ExtendedMatrix(int n) {
        this.n = n;
        re = new double[n * n];
        reLow = new double[n * n];
        im = new double[n * n];
        imLow = new double[n * n];
    }

    int dimension() {
        return n;
    }

    /** Adds (re + i im) to an entry. */
    void add(int row, int column, double addRe, double addIm) {
        int p = row * n + column;
        sum(re[p], reLow[p], addRe, 0);
        re[p] = high;
        reLow[p] = low;
        sum(im[p], imLow[p], addIm, 0);
        im[p] = high;
        imLow[p] = low;
    }

    /** Adds factor · conj(a) b to an entry, with the products to all digits. */
    void addProduct(int row, int column, double factor, double aRe, double aIm, double bRe, double bIm) {
        int p = row * n + column;
        addProduct(re, reLow, p, factor, aRe, bRe);
        addProduct(re, reLow, p, factor, aIm, bIm);
        addProduct(im, imLow, p, factor, aRe, bIm);
        addProduct(im, imLow, p, -factor, aIm, bRe);
    }

    private void addProduct(double[] to, double[] toLow, int p, double factor, double a, double b) {
        double c = a * b;
        product(factor, 0, c, Math.fma(a, b, -c));
        sum(to[p], toLow[p], high, low);
        to[p] = high;
        toLow[p] = low;
    }

    private void sum(double a, double aLow, double b, double bLow) {
        double s = a + b;
        double t = s - a;
        double e = a - (s - t) + (b - t) + (aLow + bLow);
        high = s + e;
        low = e - (high - s);
    }

    private void product(double a, double aLow, double b, double bLow) {
        double p = a * b;
        double e = Math.fma(a, b, -p) + (a * bLow + aLow * b);
        high = p + e;
        low = e - (high - p);
    }

    /** This matrix times a number. */
    ExtendedMatrix scaled(double factor) {
        ExtendedMatrix out = new ExtendedMatrix(n);
        for (int p = 0; p < re.length; p++) {
            product(re[p], reLow[p], factor, 0);
            out.re[p] = high;
            out.reLow[p] = low;
            product(im[p], imLow[p], factor, 0);
            out.im[p] = high;
            out.imLow[p] = low;
        }
        return out;
    }

    /** This matrix over a number. */
    ExtendedMatrix over(double divisor) {
        ExtendedMatrix out = new ExtendedMatrix(n);
        for (int p = 0; p < re.length; p++) {
            quotient(re[p], reLow[p], divisor);
            out.re[p] = high;
            out.reLow[p] = low;
            quotient(im[p], imLow[p], divisor);
            out.im[p] = high;
            out.imLow[p] = low;
        }
        return out;
    }

    private void quotient(double a, double aLow, double divisor) {
        double q = a / divisor;
        double rest = (Math.fma(-q, divisor, a) + aLow) / divisor;
        high = q + rest;
        low = rest - (high - q);
    }

    /** The sum of two matrices. */
    ExtendedMatrix plus(ExtendedMatrix other) {
        ExtendedMatrix out = new ExtendedMatrix(n);
        for (int p = 0; p < re.length; p++) {
            sum(re[p], reLow[p], other.re[p], other.reLow[p]);
            out.re[p] = high;
            out.reLow[p] = low;
            sum(im[p], imLow[p], other.im[p], other.imLow[p]);
            out.im[p] = high;
            out.imLow[p] = low;
        }
        return out;
    }

    /** This matrix plus the identity. */
    ExtendedMatrix plusIdentity() {
        ExtendedMatrix out = plus(new ExtendedMatrix(n));
        for (int i = 0; i < n; i++) {
            out.add(i, i, 1, 0);
        }
        return out;
    }

    /** The matrix product; zeros cost nothing. */
    ExtendedMatrix times(ExtendedMatrix other) {
        ExtendedMatrix out = new ExtendedMatrix(n);
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                int p = i * n + k;
                if (re[p] != 0 || im[p] != 0) {
                    for (int j = 0; j < n; j++) {
                        out.accumulate(i * n + j, this, p, other, k * n + j);
                    }
                }
            }
        }
        return out;
    }

    private void accumulate(int at, ExtendedMatrix a, int p, ExtendedMatrix b, int q) {
        product(a.re[p], a.reLow[p], b.re[q], b.reLow[q]);
        sum(re[at], reLow[at], high, low);
        double x = high;
        double xLow = low;
        product(a.im[p], a.imLow[p], b.im[q], b.imLow[q]);
        sum(x, xLow, -high, -low);
        re[at] = high;
        reLow[at] = low;
        product(a.re[p], a.reLow[p], b.im[q], b.imLow[q]);
        sum(im[at], imLow[at], high, low);
        x = high;
        xLow = low;
        product(a.im[p], a.imLow[p], b.re[q], b.reLow[q]);
        sum(x, xLow, high, low);
        im[at] = high;
        imLow[at] = low;
    }

    /** Largest row sum of moduli. */
    double rowSumNorm() {
        double most = 0;
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int p = i * n; p < (i + 1) * n; p++) {
                sum += Math.hypot(re[p], im[p]);
            }
            most = Math.max(most, sum);
        }
        return most;
    }

    /** Real parts, rounded, row by row. */
    double[] re() {
        return re.clone();
    }

    /** Imaginary parts, rounded, row by row. */
    double[] im() {
        return im.clone();
    }

    /** Adds the part (factorRe + i factorIm) of a matrix on some states, whose entries are as they are. */
    void add(double factorRe, double factorIm, SparseMatrix a, int[] states) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double x = a.re(states[i], states[j]);
                double y = a.im(states[i], states[j]);
                add(i, j, factorRe * x - factorIm * y, factorRe * y + factorIm * x);
            }
        }
    }
}
