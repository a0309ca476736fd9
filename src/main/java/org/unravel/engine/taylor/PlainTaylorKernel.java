package org.unravel.engine.taylor;

import java.util.Arrays;

/** The loops of the sparse engine in plain Java: the twin of {@link VectorTaylorKernel}, slice by slice. */
public final class PlainTaylorKernel implements TaylorKernel {

    private static final int H = SlicedRows.HEIGHT;

    @Override
    public String name() {
        return "plain";
    }

    @Override
    public boolean takesFlips() {
        return false;
    }

    /** Rows of slice s of A x, to H places of the outputs. */
    private static void sliceTimes(SlicedRows a, int s, double[] re, double[] im, int at, double[] outRe, int toRe, double[] outIm, int toIm) {
        Arrays.fill(outRe, toRe, toRe + H, 0);
        Arrays.fill(outIm, toIm, toIm + H, 0);
        double[] c = a.coefficients();
        for (int p = a.realStart()[s]; p < a.realStart()[s + 1]; p++) {
            int x = at + s * H + a.realOffset()[p];
            int place = a.realPlace()[p];
            for (int j = 0; j < H; j++) {
                outRe[toRe + j] = Math.fma(c[place + j], re[x + j], outRe[toRe + j]);
                outIm[toIm + j] = Math.fma(c[place + j], im[x + j], outIm[toIm + j]);
            }
        }
        for (int p = a.imaginaryStart()[s]; p < a.imaginaryStart()[s + 1]; p++) {
            int x = at + s * H + a.imaginaryOffset()[p];
            int place = a.imaginaryPlace()[p];
            for (int j = 0; j < H; j++) {
                outRe[toRe + j] = Math.fma(-c[place + j], im[x + j], outRe[toRe + j]);
                outIm[toIm + j] = Math.fma(c[place + j], re[x + j], outIm[toIm + j]);
            }
        }
    }

    /** Σ_j a_j·b_j + c_j·d_j over a slice. */
    private static double inner(double[] a, int i, double[] b, int j, double[] c, int k, double[] d, int l) {
        double sum = 0;
        for (int q = 0; q < H; q++) {
            sum = Math.fma(a[i + q], b[j + q], Math.fma(c[k + q], d[l + q], sum));
        }
        return sum;
    }

    @Override
    public double nextTerm(SlicedRows a, double scale, double[] re, double[] im, int xAt, int outAt, double[] scratch) {
        double norm = 0;
        for (int s = 0; s < a.sliceCount(); s++) {
            int to = outAt + s * H;
            sliceTimes(a, s, re, im, xAt, re, to, im, to);
            for (int j = to; j < to + H; j++) {
                re[j] *= scale;
                im[j] *= scale;
            }
            norm += inner(re, to, re, to, im, to, im, to);
        }
        return norm;
    }

    @Override
    public void mix(double[] factors, int count, double[] re, double[] im, int xAt, int stride, int outAt, int rows) {
        mix(factors, count, re, xAt, stride, outAt, rows);
        mix(factors, count, im, xAt, stride, outAt, rows);
    }

    private static void mix(double[] factors, int count, double[] x, int xAt, int stride, int outAt, int rows) {
        for (int i = 0; i < rows; i++) {
            double sum = factors[0] * x[xAt + i];
            for (int m = 1; m < count; m++) {
                sum = Math.fma(factors[m], x[xAt + i - m * stride], sum);
            }
            x[outAt + i] = sum;
        }
    }

    @Override
    public double add(double[] re, double[] im, int xAt, int outAt, int rows, double[] scratch) {
        double norm = 0;
        for (int i = 0; i < rows; i++) {
            re[outAt + i] += re[xAt + i];
            im[outAt + i] += im[xAt + i];
            norm = Math.fma(re[outAt + i], re[outAt + i], Math.fma(im[outAt + i], im[outAt + i], norm));
        }
        return norm;
    }

    @Override
    public void evaluate(double[] cRe, double[] cIm, int stride, int degree, int rows, double x0, double x1, double x2, double[] yRe,
            double[] yIm) {
        evaluate(cRe, stride, degree, rows, x0, yRe, 0);
        evaluate(cIm, stride, degree, rows, x0, yIm, 0);
        evaluate(cRe, stride, degree, rows, x1, yRe, stride);
        evaluate(cIm, stride, degree, rows, x1, yIm, stride);
        evaluate(cRe, stride, degree, rows, x2, yRe, 2 * stride);
        evaluate(cIm, stride, degree, rows, x2, yIm, 2 * stride);
    }

    private static void evaluate(double[] c, int stride, int degree, int rows, double x, double[] y, int to) {
        for (int i = H; i < H + rows; i++) {
            double sum = c[degree * stride + i];
            for (int m = degree - 1; m >= 0; m--) {
                sum = Math.fma(sum, x, c[m * stride + i]);
            }
            y[to + i] = sum;
        }
    }

    @Override
    public void energyForms(SlicedRows energy, SlicedRows jumpRate, double[] re, double[] im, int at, double[] out, int to, double[] scratch) {
        Arrays.fill(out, to, to + FORMS, 0);
        for (int s = 0; s < energy.sliceCount(); s++) {
            int row = at + s * H;
            sliceTimes(energy, s, re, im, at, scratch, 0, scratch, H);
            sliceTimes(jumpRate, s, re, im, at, scratch, 2 * H, scratch, 3 * H);
            out[to] += inner(re, row, re, row, im, row, im, row);
            out[to + 1] += inner(re, row, scratch, 2 * H, im, row, scratch, 3 * H);
            out[to + 2] += inner(re, row, scratch, 0, im, row, scratch, H);
            out[to + 3] += inner(scratch, 0, scratch, 2 * H, scratch, H, scratch, 3 * H);
        }
    }

    @Override
    public double expectation(SlicedRows a, double[] re, double[] im, int at, double[] scratch) {
        double sum = 0;
        for (int s = 0; s < a.sliceCount(); s++) {
            int row = at + s * H;
            sliceTimes(a, s, re, im, at, scratch, 0, scratch, H);
            sum += inner(re, row, scratch, 0, im, row, scratch, H);
        }
        return sum;
    }
}
