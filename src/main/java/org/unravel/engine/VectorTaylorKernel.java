package org.unravel.engine;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** The loops of the sparse engine with the Vector API; one flat method each (limits.md P1, traps 3 and 4). */
final class VectorTaylorKernel implements TaylorKernel {

    private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;
    private static final int L = S.length();

    @Override
    public String name() {
        return "vector" + S.vectorBitSize();
    }

    @Override
    public void nextTerm(SplitRows g, double[] xRe, double[] xIm, double[] scale, double[] outRe, double[] outIm, double[] norms,
            int width) {
        int[] realStart = g.realStart();
        int[] realColumn = g.realColumn();
        double[] real = g.real();
        int[] imaginaryStart = g.imaginaryStart();
        int[] imaginaryColumn = g.imaginaryColumn();
        double[] imaginary = g.imaginary();
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
                for (int p = realStart[i]; p < realStart[i + 1]; p++) {
                    int from = realColumn[p] * width + b;
                    DoubleVector a = DoubleVector.broadcast(S, real[p]);
                    r0 = a.fma(DoubleVector.fromArray(S, xRe, from), r0);
                    i0 = a.fma(DoubleVector.fromArray(S, xIm, from), i0);
                    r1 = a.fma(DoubleVector.fromArray(S, xRe, from + L), r1);
                    i1 = a.fma(DoubleVector.fromArray(S, xIm, from + L), i1);
                }
                for (int p = imaginaryStart[i]; p < imaginaryStart[i + 1]; p++) {
                    int from = imaginaryColumn[p] * width + b;
                    DoubleVector c = DoubleVector.broadcast(S, imaginary[p]);
                    DoubleVector m = c.neg();
                    r0 = m.fma(DoubleVector.fromArray(S, xIm, from), r0);
                    i0 = c.fma(DoubleVector.fromArray(S, xRe, from), i0);
                    r1 = m.fma(DoubleVector.fromArray(S, xIm, from + L), r1);
                    i1 = c.fma(DoubleVector.fromArray(S, xRe, from + L), i1);
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
    public void evaluateMany(double[][] cRe, double[][] cIm, int degree, double[][] x, double[][] yRe, double[][] yIm, double[][] norms,
            int dimension, int width) {
        for (int b = 0; b < width; b += L) {
            DoubleVector x0 = DoubleVector.fromArray(S, x[0], b);
            DoubleVector x1 = DoubleVector.fromArray(S, x[1], b);
            DoubleVector x2 = DoubleVector.fromArray(S, x[2], b);
            DoubleVector x3 = DoubleVector.fromArray(S, x[3], b);
            DoubleVector n0 = DoubleVector.zero(S);
            DoubleVector n1 = n0;
            DoubleVector n2 = n0;
            DoubleVector n3 = n0;
            for (int i = 0, p = b; i < dimension; i++, p += width) {
                DoubleVector r0 = DoubleVector.fromArray(S, cRe[degree], p);
                DoubleVector i0 = DoubleVector.fromArray(S, cIm[degree], p);
                DoubleVector r1 = r0;
                DoubleVector i1 = i0;
                DoubleVector r2 = r0;
                DoubleVector i2 = i0;
                DoubleVector r3 = r0;
                DoubleVector i3 = i0;
                for (int m = degree - 1; m >= 0; m--) {
                    DoubleVector re = DoubleVector.fromArray(S, cRe[m], p);
                    DoubleVector im = DoubleVector.fromArray(S, cIm[m], p);
                    r0 = r0.fma(x0, re);
                    i0 = i0.fma(x0, im);
                    r1 = r1.fma(x1, re);
                    i1 = i1.fma(x1, im);
                    r2 = r2.fma(x2, re);
                    i2 = i2.fma(x2, im);
                    r3 = r3.fma(x3, re);
                    i3 = i3.fma(x3, im);
                }
                n0 = r0.fma(r0, i0.fma(i0, n0));
                n1 = r1.fma(r1, i1.fma(i1, n1));
                n2 = r2.fma(r2, i2.fma(i2, n2));
                n3 = r3.fma(r3, i3.fma(i3, n3));
                r0.intoArray(yRe[0], p);
                i0.intoArray(yIm[0], p);
                r1.intoArray(yRe[1], p);
                i1.intoArray(yIm[1], p);
                r2.intoArray(yRe[2], p);
                i2.intoArray(yIm[2], p);
                r3.intoArray(yRe[3], p);
                i3.intoArray(yIm[3], p);
            }
            n0.intoArray(norms[0], b);
            n1.intoArray(norms[1], b);
            n2.intoArray(norms[2], b);
            n3.intoArray(norms[3], b);
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
    public void driftForms(SplitRows energy, SplitRows jumpRate, double[] yRe, double[] yIm, double[] k, double[] e, double[] c,
            int width) {
        int[] eRealStart = energy.realStart();
        int[] eRealColumn = energy.realColumn();
        double[] eReal = energy.real();
        int[] eImaginaryStart = energy.imaginaryStart();
        int[] eImaginaryColumn = energy.imaginaryColumn();
        double[] eImaginary = energy.imaginary();
        int[] kRealStart = jumpRate.realStart();
        int[] kRealColumn = jumpRate.realColumn();
        double[] kReal = jumpRate.real();
        int[] kImaginaryStart = jumpRate.imaginaryStart();
        int[] kImaginaryColumn = jumpRate.imaginaryColumn();
        double[] kImaginary = jumpRate.imaginary();
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
                for (int p = kRealStart[i]; p < kRealStart[i + 1]; p++) {
                    DoubleVector a = DoubleVector.broadcast(S, kReal[p]);
                    kx = a.fma(DoubleVector.fromArray(S, yRe, kRealColumn[p] * width + b), kx);
                    ky = a.fma(DoubleVector.fromArray(S, yIm, kRealColumn[p] * width + b), ky);
                }
                for (int p = kImaginaryStart[i]; p < kImaginaryStart[i + 1]; p++) {
                    DoubleVector d = DoubleVector.broadcast(S, kImaginary[p]);
                    kx = d.neg().fma(DoubleVector.fromArray(S, yIm, kImaginaryColumn[p] * width + b), kx);
                    ky = d.fma(DoubleVector.fromArray(S, yRe, kImaginaryColumn[p] * width + b), ky);
                }
                for (int p = eRealStart[i]; p < eRealStart[i + 1]; p++) {
                    DoubleVector a = DoubleVector.broadcast(S, eReal[p]);
                    ex = a.fma(DoubleVector.fromArray(S, yRe, eRealColumn[p] * width + b), ex);
                    ey = a.fma(DoubleVector.fromArray(S, yIm, eRealColumn[p] * width + b), ey);
                }
                for (int p = eImaginaryStart[i]; p < eImaginaryStart[i + 1]; p++) {
                    DoubleVector d = DoubleVector.broadcast(S, eImaginary[p]);
                    ex = d.neg().fma(DoubleVector.fromArray(S, yIm, eImaginaryColumn[p] * width + b), ex);
                    ey = d.fma(DoubleVector.fromArray(S, yRe, eImaginaryColumn[p] * width + b), ey);
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
