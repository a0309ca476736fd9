package org.unravel.engine.taylor;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The loops of the sparse engine with the Vector API; one flat method each. Two vectors of rows at a time. Products
 * with imaginary entries are summed apart and subtracted once, as a negation for each would take the ports of the multiply-adds.
 */
final class VectorTaylorKernel implements TaylorKernel {

    private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;
    private static final int L = S.length();

    @Override
    public String name() {
        return "vector" + S.vectorBitSize();
    }

    @Override
    public boolean takesFlips() {
        return VectorFlipLoops.POSSIBLE;
    }

    /** Adds up a vector in a fixed order: {@code reduceLanes} leaves the order open. */
    static double sum(double[] scratch, int from) {
        double sum = 0;
        for (int j = from; j < from + L; j++) {
            sum += scratch[j];
        }
        return sum;
    }

    @Override
    public double nextTerm(SlicedRows a, double scale, double[] re, double[] im, int xAt, int outAt, double[] scratch) {
        if (a.hasFlips()) {
            return VectorFlipLoops.nextTerm(a, scale, re, im, xAt, outAt, scratch);
        }
        if (a.bands().exist()) {
            return VectorBandLoops.nextTerm(a.bands(), SlicedRows.rows(a.dimension()), scale, re, im, xAt, outAt, scratch);
        }
        int[] realStart = a.realStart();
        int[] realOffset = a.realOffset();
        int[] realPlace = a.realPlace();
        int[] imaginaryStart = a.imaginaryStart();
        int[] imaginaryOffset = a.imaginaryOffset();
        int[] imaginaryPlace = a.imaginaryPlace();
        double[] coefficients = a.coefficients();
        int slices = realStart.length - 1;
        DoubleVector factor = DoubleVector.broadcast(S, scale);
        DoubleVector norm0 = DoubleVector.zero(S);
        DoubleVector norm1 = norm0;
        for (int s = 0; s < slices; s++) {
            for (int half = 0; half < SlicedRows.HEIGHT; half += 2 * L) {
                int row = s * SlicedRows.HEIGHT + half;
                DoubleVector r0 = DoubleVector.zero(S);
                DoubleVector r1 = r0;
                DoubleVector i0 = r0;
                DoubleVector i1 = r0;
                DoubleVector m0 = r0;
                DoubleVector m1 = r0;
                for (int p = realStart[s]; p < realStart[s + 1]; p++) {
                    int x = xAt + row + realOffset[p];
                    int c = realPlace[p] + half;
                    DoubleVector c0 = DoubleVector.fromArray(S, coefficients, c);
                    DoubleVector c1 = DoubleVector.fromArray(S, coefficients, c + L);
                    r0 = c0.fma(DoubleVector.fromArray(S, re, x), r0);
                    r1 = c1.fma(DoubleVector.fromArray(S, re, x + L), r1);
                    i0 = c0.fma(DoubleVector.fromArray(S, im, x), i0);
                    i1 = c1.fma(DoubleVector.fromArray(S, im, x + L), i1);
                }
                for (int p = imaginaryStart[s]; p < imaginaryStart[s + 1]; p++) {
                    int x = xAt + row + imaginaryOffset[p];
                    int c = imaginaryPlace[p] + half;
                    DoubleVector c0 = DoubleVector.fromArray(S, coefficients, c);
                    DoubleVector c1 = DoubleVector.fromArray(S, coefficients, c + L);
                    m0 = c0.fma(DoubleVector.fromArray(S, im, x), m0);
                    m1 = c1.fma(DoubleVector.fromArray(S, im, x + L), m1);
                    i0 = c0.fma(DoubleVector.fromArray(S, re, x), i0);
                    i1 = c1.fma(DoubleVector.fromArray(S, re, x + L), i1);
                }
                r0 = r0.sub(m0).mul(factor);
                r1 = r1.sub(m1).mul(factor);
                i0 = i0.mul(factor);
                i1 = i1.mul(factor);
                norm0 = r0.fma(r0, i0.fma(i0, norm0));
                norm1 = r1.fma(r1, i1.fma(i1, norm1));
                int to = outAt + row;
                r0.intoArray(re, to);
                r1.intoArray(re, to + L);
                i0.intoArray(im, to);
                i1.intoArray(im, to + L);
            }
        }
        norm0.add(norm1).intoArray(scratch, 0);
        return sum(scratch, 0);
    }

    @Override
    public void mix(double[] factors, int count, double[] re, double[] im, int xAt, int stride, int outAt, int rows) {
        for (int i = 0; i < rows; i += 2 * L) {
            int x = xAt + i;
            DoubleVector f = DoubleVector.broadcast(S, factors[0]);
            DoubleVector r0 = DoubleVector.fromArray(S, re, x).mul(f);
            DoubleVector r1 = DoubleVector.fromArray(S, re, x + L).mul(f);
            DoubleVector i0 = DoubleVector.fromArray(S, im, x).mul(f);
            DoubleVector i1 = DoubleVector.fromArray(S, im, x + L).mul(f);
            for (int m = 1; m < count; m++) {
                x -= stride;
                f = DoubleVector.broadcast(S, factors[m]);
                r0 = f.fma(DoubleVector.fromArray(S, re, x), r0);
                r1 = f.fma(DoubleVector.fromArray(S, re, x + L), r1);
                i0 = f.fma(DoubleVector.fromArray(S, im, x), i0);
                i1 = f.fma(DoubleVector.fromArray(S, im, x + L), i1);
            }
            int to = outAt + i;
            r0.intoArray(re, to);
            r1.intoArray(re, to + L);
            i0.intoArray(im, to);
            i1.intoArray(im, to + L);
        }
    }

    @Override
    public double add(double[] re, double[] im, int xAt, int outAt, int rows, double[] scratch) {
        DoubleVector norm0 = DoubleVector.zero(S);
        DoubleVector norm1 = norm0;
        for (int i = 0; i < rows; i += 2 * L) {
            int x = xAt + i;
            int to = outAt + i;
            DoubleVector r0 = DoubleVector.fromArray(S, re, to).add(DoubleVector.fromArray(S, re, x));
            DoubleVector r1 = DoubleVector.fromArray(S, re, to + L).add(DoubleVector.fromArray(S, re, x + L));
            DoubleVector i0 = DoubleVector.fromArray(S, im, to).add(DoubleVector.fromArray(S, im, x));
            DoubleVector i1 = DoubleVector.fromArray(S, im, to + L).add(DoubleVector.fromArray(S, im, x + L));
            norm0 = r0.fma(r0, i0.fma(i0, norm0));
            norm1 = r1.fma(r1, i1.fma(i1, norm1));
            r0.intoArray(re, to);
            r1.intoArray(re, to + L);
            i0.intoArray(im, to);
            i1.intoArray(im, to + L);
        }
        norm0.add(norm1).intoArray(scratch, 0);
        return sum(scratch, 0);
    }

    @Override
    public void evaluate(double[] cRe, double[] cIm, int stride, int degree, int rows, double x0, double x1, double x2, double[] yRe,
            double[] yIm) {
        DoubleVector x = DoubleVector.broadcast(S, x0);
        DoubleVector y = DoubleVector.broadcast(S, x1);
        DoubleVector z = DoubleVector.broadcast(S, x2);
        for (int i = SlicedRows.HEIGHT; i < SlicedRows.HEIGHT + rows; i += 2 * L) {
            int p = degree * stride + i;
            DoubleVector xr0 = DoubleVector.fromArray(S, cRe, p);
            DoubleVector xr1 = DoubleVector.fromArray(S, cRe, p + L);
            DoubleVector xi0 = DoubleVector.fromArray(S, cIm, p);
            DoubleVector xi1 = DoubleVector.fromArray(S, cIm, p + L);
            DoubleVector yr0 = xr0;
            DoubleVector yr1 = xr1;
            DoubleVector yi0 = xi0;
            DoubleVector yi1 = xi1;
            DoubleVector zr0 = xr0;
            DoubleVector zr1 = xr1;
            DoubleVector zi0 = xi0;
            DoubleVector zi1 = xi1;
            for (p -= stride; p >= i; p -= stride) {
                DoubleVector r0 = DoubleVector.fromArray(S, cRe, p);
                DoubleVector r1 = DoubleVector.fromArray(S, cRe, p + L);
                DoubleVector i0 = DoubleVector.fromArray(S, cIm, p);
                DoubleVector i1 = DoubleVector.fromArray(S, cIm, p + L);
                xr0 = xr0.fma(x, r0);
                xr1 = xr1.fma(x, r1);
                xi0 = xi0.fma(x, i0);
                xi1 = xi1.fma(x, i1);
                yr0 = yr0.fma(y, r0);
                yr1 = yr1.fma(y, r1);
                yi0 = yi0.fma(y, i0);
                yi1 = yi1.fma(y, i1);
                zr0 = zr0.fma(z, r0);
                zr1 = zr1.fma(z, r1);
                zi0 = zi0.fma(z, i0);
                zi1 = zi1.fma(z, i1);
            }
            xr0.intoArray(yRe, i);
            xr1.intoArray(yRe, i + L);
            xi0.intoArray(yIm, i);
            xi1.intoArray(yIm, i + L);
            yr0.intoArray(yRe, i + stride);
            yr1.intoArray(yRe, i + stride + L);
            yi0.intoArray(yIm, i + stride);
            yi1.intoArray(yIm, i + stride + L);
            zr0.intoArray(yRe, i + 2 * stride);
            zr1.intoArray(yRe, i + 2 * stride + L);
            zi0.intoArray(yIm, i + 2 * stride);
            zi1.intoArray(yIm, i + 2 * stride + L);
        }
    }

    @Override
    public void energyForms(SlicedRows energy, SlicedRows jumpRate, double[] re, double[] im, int at, double[] out, int to, double[] scratch) {
        if (energy.hasFlips()) {
            VectorFlipLoops.energyForms(energy, jumpRate, re, im, at, out, to, scratch);
            return;
        }
        if (energy.bands().exist() && jumpRate.bands().realDiagonal()) {
            VectorBandLoops.energyForms(energy.bands(), jumpRate.bands(), SlicedRows.rows(energy.dimension()), re, im, at, out, to, scratch);
            return;
        }
        int[] eRealStart = energy.realStart();
        int[] eRealOffset = energy.realOffset();
        int[] eRealPlace = energy.realPlace();
        int[] eImaginaryStart = energy.imaginaryStart();
        int[] eImaginaryOffset = energy.imaginaryOffset();
        int[] eImaginaryPlace = energy.imaginaryPlace();
        double[] eCoefficients = energy.coefficients();
        int[] kRealStart = jumpRate.realStart();
        int[] kRealOffset = jumpRate.realOffset();
        int[] kRealPlace = jumpRate.realPlace();
        int[] kImaginaryStart = jumpRate.imaginaryStart();
        int[] kImaginaryOffset = jumpRate.imaginaryOffset();
        int[] kImaginaryPlace = jumpRate.imaginaryPlace();
        double[] kCoefficients = jumpRate.coefficients();
        int slices = eRealStart.length - 1;
        DoubleVector n = DoubleVector.zero(S);
        DoubleVector k = n;
        DoubleVector e = n;
        DoubleVector c = n;
        for (int s = 0; s < slices; s++) {
            for (int half = 0; half < SlicedRows.HEIGHT; half += L) {
                int row = at + s * SlicedRows.HEIGHT + half;
                DoubleVector er = DoubleVector.zero(S);
                DoubleVector ei = er;
                DoubleVector em = er;
                for (int p = eRealStart[s]; p < eRealStart[s + 1]; p++) {
                    int x = row + eRealOffset[p];
                    DoubleVector a = DoubleVector.fromArray(S, eCoefficients, eRealPlace[p] + half);
                    er = a.fma(DoubleVector.fromArray(S, re, x), er);
                    ei = a.fma(DoubleVector.fromArray(S, im, x), ei);
                }
                for (int p = eImaginaryStart[s]; p < eImaginaryStart[s + 1]; p++) {
                    int x = row + eImaginaryOffset[p];
                    DoubleVector a = DoubleVector.fromArray(S, eCoefficients, eImaginaryPlace[p] + half);
                    em = a.fma(DoubleVector.fromArray(S, im, x), em);
                    ei = a.fma(DoubleVector.fromArray(S, re, x), ei);
                }
                er = er.sub(em);
                DoubleVector kr = DoubleVector.zero(S);
                DoubleVector ki = kr;
                DoubleVector km = kr;
                for (int p = kRealStart[s]; p < kRealStart[s + 1]; p++) {
                    int x = row + kRealOffset[p];
                    DoubleVector a = DoubleVector.fromArray(S, kCoefficients, kRealPlace[p] + half);
                    kr = a.fma(DoubleVector.fromArray(S, re, x), kr);
                    ki = a.fma(DoubleVector.fromArray(S, im, x), ki);
                }
                for (int p = kImaginaryStart[s]; p < kImaginaryStart[s + 1]; p++) {
                    int x = row + kImaginaryOffset[p];
                    DoubleVector a = DoubleVector.fromArray(S, kCoefficients, kImaginaryPlace[p] + half);
                    km = a.fma(DoubleVector.fromArray(S, im, x), km);
                    ki = a.fma(DoubleVector.fromArray(S, re, x), ki);
                }
                kr = kr.sub(km);
                DoubleVector yr = DoubleVector.fromArray(S, re, row);
                DoubleVector yi = DoubleVector.fromArray(S, im, row);
                n = yr.fma(yr, yi.fma(yi, n));
                k = yr.fma(kr, yi.fma(ki, k));
                e = yr.fma(er, yi.fma(ei, e));
                c = er.fma(kr, ei.fma(ki, c));
            }
        }
        n.intoArray(scratch, 0);
        k.intoArray(scratch, L);
        e.intoArray(scratch, 2 * L);
        c.intoArray(scratch, 3 * L);
        out[to] = sum(scratch, 0);
        out[to + 1] = sum(scratch, L);
        out[to + 2] = sum(scratch, 2 * L);
        out[to + 3] = sum(scratch, 3 * L);
    }

    @Override
    public double expectation(SlicedRows a, double[] re, double[] im, int at, double[] scratch) {
        if (a.hasFlips()) {
            return VectorFlipLoops.expectation(a, re, im, at, scratch);
        }
        int[] realStart = a.realStart();
        int[] realOffset = a.realOffset();
        int[] realPlace = a.realPlace();
        int[] imaginaryStart = a.imaginaryStart();
        int[] imaginaryOffset = a.imaginaryOffset();
        int[] imaginaryPlace = a.imaginaryPlace();
        double[] coefficients = a.coefficients();
        int slices = realStart.length - 1;
        DoubleVector sum = DoubleVector.zero(S);
        for (int s = 0; s < slices; s++) {
            for (int half = 0; half < SlicedRows.HEIGHT; half += L) {
                int row = at + s * SlicedRows.HEIGHT + half;
                DoubleVector ar = DoubleVector.zero(S);
                DoubleVector ai = ar;
                DoubleVector am = ar;
                for (int p = realStart[s]; p < realStart[s + 1]; p++) {
                    int x = row + realOffset[p];
                    DoubleVector c = DoubleVector.fromArray(S, coefficients, realPlace[p] + half);
                    ar = c.fma(DoubleVector.fromArray(S, re, x), ar);
                    ai = c.fma(DoubleVector.fromArray(S, im, x), ai);
                }
                for (int p = imaginaryStart[s]; p < imaginaryStart[s + 1]; p++) {
                    int x = row + imaginaryOffset[p];
                    DoubleVector c = DoubleVector.fromArray(S, coefficients, imaginaryPlace[p] + half);
                    am = c.fma(DoubleVector.fromArray(S, im, x), am);
                    ai = c.fma(DoubleVector.fromArray(S, re, x), ai);
                }
                sum = DoubleVector.fromArray(S, re, row).fma(ar.sub(am), DoubleVector.fromArray(S, im, row).fma(ai, sum));
            }
        }
        sum.intoArray(scratch, 0);
        return sum(scratch, 0);
    }
}
