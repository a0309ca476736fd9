package org.unravel.engine;

import java.util.Arrays;

import org.unravel.numeric.SparseMatrix;

/** The loops of the sparse engine in plain Java. */
final class PlainTaylorKernel implements TaylorKernel {

    @Override
    public String name() {
        return "plain";
    }

    @Override
    public void nextTerm(SparseMatrix g, double[] xRe, double[] xIm, double[] scale, double[] outRe, double[] outIm, double[] norms,
            int width) {
        Arrays.fill(norms, 0, width, 0);
        for (int i = 0; i < g.dimension(); i++) {
            int row = i * width;
            rowTimes(g, i, xRe, xIm, outRe, outIm, row, width);
            for (int b = 0; b < width; b++) {
                outRe[row + b] *= scale[b];
                outIm[row + b] *= scale[b];
                norms[b] = Math.fma(outRe[row + b], outRe[row + b], Math.fma(outIm[row + b], outIm[row + b], norms[b]));
            }
        }
    }

    private static void rowTimes(SparseMatrix a, int i, double[] xRe, double[] xIm, double[] outRe, double[] outIm, int to, int width) {
        Arrays.fill(outRe, to, to + width, 0);
        Arrays.fill(outIm, to, to + width, 0);
        for (int p = a.rowStart()[i]; p < a.rowStart()[i + 1]; p++) {
            int from = a.columns()[p] * width;
            double re = a.re()[p];
            double im = a.im()[p];
            for (int b = 0; b < width; b++) {
                outRe[to + b] = Math.fma(-im, xIm[from + b], Math.fma(re, xRe[from + b], outRe[to + b]));
                outIm[to + b] = Math.fma(im, xRe[from + b], Math.fma(re, xIm[from + b], outIm[to + b]));
            }
        }
    }

    @Override
    public void evaluate(double[][] cRe, double[][] cIm, int degree, double[] x, double[] yRe, double[] yIm, double[] norms, int dimension,
            int width) {
        int size = dimension * width;
        System.arraycopy(cRe[degree], 0, yRe, 0, size);
        System.arraycopy(cIm[degree], 0, yIm, 0, size);
        for (int m = degree - 1; m >= 0; m--) {
            for (int row = 0; row < size; row += width) {
                for (int b = 0; b < width; b++) {
                    yRe[row + b] = Math.fma(yRe[row + b], x[b], cRe[m][row + b]);
                    yIm[row + b] = Math.fma(yIm[row + b], x[b], cIm[m][row + b]);
                }
            }
        }
        Arrays.fill(norms, 0, width, 0);
        for (int row = 0; row < size; row += width) {
            addInner(yRe, yIm, row, yRe, yIm, row, norms, width);
        }
    }

    private static void addInner(double[] aRe, double[] aIm, int i, double[] bRe, double[] bIm, int j, double[] out, int width) {
        for (int b = 0; b < width; b++) {
            out[b] = Math.fma(aRe[i + b], bRe[j + b], Math.fma(aIm[i + b], bIm[j + b], out[b]));
        }
    }

    @Override
    public void expectation(HermitianRows a, double[] yRe, double[] yIm, double[] out, int width) {
        Arrays.fill(out, 0, width, 0);
        for (int d = 0; d < a.diagonal().length; d++) {
            int i = a.diagonalState()[d] * width;
            for (int b = 0; b < width; b++) {
                out[b] = Math.fma(a.diagonal()[d], Math.fma(yIm[i + b], yIm[i + b], yRe[i + b] * yRe[i + b]), out[b]);
            }
        }
        for (int e = 0; e < a.row().length; e++) {
            int i = a.row()[e] * width;
            int j = a.column()[e] * width;
            for (int b = 0; b < width; b++) {
                double x = Math.fma(yIm[i + b], yIm[j + b], yRe[i + b] * yRe[j + b]);
                double y = Math.fma(yRe[i + b], yIm[j + b], -(yIm[i + b] * yRe[j + b]));
                out[b] = Math.fma(a.im()[e], y, Math.fma(a.re()[e], x, out[b]));
            }
        }
    }

    @Override
    public void driftForms(SparseMatrix energy, SparseMatrix jumpRate, double[] yRe, double[] yIm, double[] k, double[] e, double[] c,
            int width) {
        double[] eRe = new double[width];
        double[] eIm = new double[width];
        double[] kRe = new double[width];
        double[] kIm = new double[width];
        Arrays.fill(k, 0, width, 0);
        Arrays.fill(e, 0, width, 0);
        Arrays.fill(c, 0, width, 0);
        for (int i = 0; i < energy.dimension(); i++) {
            rowTimes(energy, i, yRe, yIm, eRe, eIm, 0, width);
            rowTimes(jumpRate, i, yRe, yIm, kRe, kIm, 0, width);
            addInner(yRe, yIm, i * width, kRe, kIm, 0, k, width);
            addInner(yRe, yIm, i * width, eRe, eIm, 0, e, width);
            addInner(eRe, eIm, 0, kRe, kIm, 0, c, width);
        }
    }
}
