package org.unravel.engine;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

import org.unravel.numeric.SparseMatrix;

/** The loops of the sparse engine with the Vector API; one flat method each (limits.md P1, traps 3 and 4). */
final class VectorTaylorKernel implements TaylorKernel {

    private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;
    private static final int L = S.length();

    @Override
    public String name() {
        return "vector" + S.vectorBitSize();
    }

    @Override
    public void nextTerm(SparseMatrix g, double[] xRe, double[] xIm, double[] scale, double[] outRe, double[] outIm, double[] norms,
            int width) {
        int[] start = g.rowStart();
        int[] column = g.columns();
        double[] gRe = g.re();
        double[] gIm = g.im();
        int dimension = g.dimension();
        for (int b = 0; b < width; b += 2 * L) {
            DoubleVector s0 = DoubleVector.fromArray(S, scale, b);
            DoubleVector s1 = DoubleVector.fromArray(S, scale, b + L);
            DoubleVector n0 = DoubleVector.zero(S);
            DoubleVector n1 = n0;
            for (int i = 0; i < dimension; i++) {
                DoubleVector r0 = DoubleVector.zero(S);
                DoubleVector i0 = r0;
                DoubleVector r1 = r0;
                DoubleVector i1 = r0;
                for (int p = start[i]; p < start[i + 1]; p++) {
                    int from = column[p] * width + b;
                    DoubleVector a = DoubleVector.broadcast(S, gRe[p]);
                    DoubleVector c = DoubleVector.broadcast(S, gIm[p]);
                    DoubleVector m = c.neg();
                    DoubleVector x0 = DoubleVector.fromArray(S, xRe, from);
                    DoubleVector y0 = DoubleVector.fromArray(S, xIm, from);
                    DoubleVector x1 = DoubleVector.fromArray(S, xRe, from + L);
                    DoubleVector y1 = DoubleVector.fromArray(S, xIm, from + L);
                    r0 = m.fma(y0, a.fma(x0, r0));
                    i0 = c.fma(x0, a.fma(y0, i0));
                    r1 = m.fma(y1, a.fma(x1, r1));
                    i1 = c.fma(x1, a.fma(y1, i1));
                }
                r0 = r0.mul(s0);
                i0 = i0.mul(s0);
                r1 = r1.mul(s1);
                i1 = i1.mul(s1);
                n0 = r0.fma(r0, i0.fma(i0, n0));
                n1 = r1.fma(r1, i1.fma(i1, n1));
                int to = i * width + b;
                r0.intoArray(outRe, to);
                i0.intoArray(outIm, to);
                r1.intoArray(outRe, to + L);
                i1.intoArray(outIm, to + L);
            }
            n0.intoArray(norms, b);
            n1.intoArray(norms, b + L);
        }
    }

    @Override
    public void evaluate(double[][] cRe, double[][] cIm, int degree, double[] x, double[] yRe, double[] yIm, double[] norms, int dimension,
            int width) {
        for (int b = 0; b < width; b += 2 * L) {
            DoubleVector x0 = DoubleVector.fromArray(S, x, b);
            DoubleVector x1 = DoubleVector.fromArray(S, x, b + L);
            DoubleVector n0 = DoubleVector.zero(S);
            DoubleVector n1 = n0;
            for (int i = 0, p = b; i < dimension; i++, p += width) {
                DoubleVector r0 = DoubleVector.fromArray(S, cRe[degree], p);
                DoubleVector i0 = DoubleVector.fromArray(S, cIm[degree], p);
                DoubleVector r1 = DoubleVector.fromArray(S, cRe[degree], p + L);
                DoubleVector i1 = DoubleVector.fromArray(S, cIm[degree], p + L);
                for (int m = degree - 1; m >= 0; m--) {
                    double[] re = cRe[m];
                    double[] im = cIm[m];
                    r0 = r0.fma(x0, DoubleVector.fromArray(S, re, p));
                    i0 = i0.fma(x0, DoubleVector.fromArray(S, im, p));
                    r1 = r1.fma(x1, DoubleVector.fromArray(S, re, p + L));
                    i1 = i1.fma(x1, DoubleVector.fromArray(S, im, p + L));
                }
                n0 = r0.fma(r0, i0.fma(i0, n0));
                n1 = r1.fma(r1, i1.fma(i1, n1));
                r0.intoArray(yRe, p);
                i0.intoArray(yIm, p);
                r1.intoArray(yRe, p + L);
                i1.intoArray(yIm, p + L);
            }
            n0.intoArray(norms, b);
            n1.intoArray(norms, b + L);
        }
    }

    @Override
    public void expectation(HermitianRows a, double[] yRe, double[] yIm, double[] out, int width) {
        int[] state = a.diagonalState();
        double[] diagonal = a.diagonal();
        int[] row = a.row();
        int[] column = a.column();
        double[] aRe = a.re();
        double[] aIm = a.im();
        for (int b = 0; b < width; b += L) {
            DoubleVector sum = DoubleVector.zero(S);
            for (int d = 0; d < diagonal.length; d++) {
                DoubleVector x = DoubleVector.fromArray(S, yRe, state[d] * width + b);
                DoubleVector y = DoubleVector.fromArray(S, yIm, state[d] * width + b);
                sum = DoubleVector.broadcast(S, diagonal[d]).fma(y.fma(y, x.mul(x)), sum);
            }
            for (int e = 0; e < row.length; e++) {
                DoubleVector x = DoubleVector.fromArray(S, yRe, row[e] * width + b);
                DoubleVector y = DoubleVector.fromArray(S, yIm, row[e] * width + b);
                DoubleVector u = DoubleVector.fromArray(S, yRe, column[e] * width + b);
                DoubleVector v = DoubleVector.fromArray(S, yIm, column[e] * width + b);
                sum = DoubleVector.broadcast(S, aRe[e]).fma(y.fma(v, x.mul(u)), sum);
                sum = DoubleVector.broadcast(S, aIm[e]).fma(x.fma(v, y.mul(u).neg()), sum);
            }
            sum.intoArray(out, b);
        }
    }

    @Override
    public void driftForms(SparseMatrix energy, SparseMatrix jumpRate, double[] yRe, double[] yIm, double[] k, double[] e, double[] c,
            int width) {
        int[] eStart = energy.rowStart();
        int[] eColumn = energy.columns();
        double[] eReal = energy.re();
        double[] eImaginary = energy.im();
        int[] kStart = jumpRate.rowStart();
        int[] kColumn = jumpRate.columns();
        double[] kReal = jumpRate.re();
        double[] kImaginary = jumpRate.im();
        int dimension = energy.dimension();
        for (int b = 0; b < width; b += L) {
            DoubleVector kSum = DoubleVector.zero(S);
            DoubleVector eSum = kSum;
            DoubleVector cSum = kSum;
            for (int i = 0; i < dimension; i++) {
                DoubleVector ex = DoubleVector.zero(S);
                DoubleVector ey = ex;
                DoubleVector kx = ex;
                DoubleVector ky = ex;
                for (int p = kStart[i]; p < kStart[i + 1]; p++) {
                    DoubleVector x = DoubleVector.fromArray(S, yRe, kColumn[p] * width + b);
                    DoubleVector y = DoubleVector.fromArray(S, yIm, kColumn[p] * width + b);
                    DoubleVector a = DoubleVector.broadcast(S, kReal[p]);
                    DoubleVector d = DoubleVector.broadcast(S, kImaginary[p]);
                    kx = d.neg().fma(y, a.fma(x, kx));
                    ky = d.fma(x, a.fma(y, ky));
                }
                for (int p = eStart[i]; p < eStart[i + 1]; p++) {
                    DoubleVector x = DoubleVector.fromArray(S, yRe, eColumn[p] * width + b);
                    DoubleVector y = DoubleVector.fromArray(S, yIm, eColumn[p] * width + b);
                    DoubleVector a = DoubleVector.broadcast(S, eReal[p]);
                    DoubleVector d = DoubleVector.broadcast(S, eImaginary[p]);
                    ex = d.neg().fma(y, a.fma(x, ex));
                    ey = d.fma(x, a.fma(y, ey));
                }
                DoubleVector x = DoubleVector.fromArray(S, yRe, i * width + b);
                DoubleVector y = DoubleVector.fromArray(S, yIm, i * width + b);
                kSum = x.fma(kx, y.fma(ky, kSum));
                eSum = x.fma(ex, y.fma(ey, eSum));
                cSum = ex.fma(kx, ey.fma(ky, cSum));
            }
            kSum.intoArray(k, b);
            eSum.intoArray(e, b);
            cSum.intoArray(c, b);
        }
    }
}
