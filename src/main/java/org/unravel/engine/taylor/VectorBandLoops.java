package org.unravel.engine.taylor;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** The loops of {@link VectorTaylorKernel} for matrices of at most three diagonals. */
final class VectorBandLoops {

    private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;
    private static final int L = S.length();

    private VectorBandLoops() {
    }

    static double nextTerm(Bands a, int rows, double scale, double[] re, double[] im, int xAt, int outAt, double[] scratch) {
        double[] cRe = a.re();
        double[] cIm = a.im();
        int first = xAt + a.offset()[0];
        int second = xAt + a.offset()[1];
        int third = xAt + a.offset()[2];
        DoubleVector factor = DoubleVector.broadcast(S, scale);
        DoubleVector norm = DoubleVector.zero(S);
        for (int i = 0; i < rows; i += L) {
            DoubleVector x = DoubleVector.fromArray(S, re, first + i);
            DoubleVector y = DoubleVector.fromArray(S, im, first + i);
            DoubleVector a0 = DoubleVector.fromArray(S, cRe, i);
            DoubleVector b0 = DoubleVector.fromArray(S, cIm, i);
            DoubleVector r = a0.mul(x);
            DoubleVector m = b0.mul(y);
            DoubleVector j = a0.mul(y);
            DoubleVector n = b0.mul(x);
            DoubleVector u = DoubleVector.fromArray(S, re, second + i);
            DoubleVector v = DoubleVector.fromArray(S, im, second + i);
            DoubleVector a1 = DoubleVector.fromArray(S, cRe, rows + i);
            DoubleVector b1 = DoubleVector.fromArray(S, cIm, rows + i);
            r = a1.fma(u, r);
            m = b1.fma(v, m);
            j = a1.fma(v, j);
            n = b1.fma(u, n);
            DoubleVector w = DoubleVector.fromArray(S, re, third + i);
            DoubleVector z = DoubleVector.fromArray(S, im, third + i);
            DoubleVector a2 = DoubleVector.fromArray(S, cRe, 2 * rows + i);
            DoubleVector b2 = DoubleVector.fromArray(S, cIm, 2 * rows + i);
            r = a2.fma(w, r);
            m = b2.fma(z, m);
            j = a2.fma(z, j);
            n = b2.fma(w, n);
            r = r.sub(m).mul(factor);
            j = j.add(n).mul(factor);
            norm = r.fma(r, j.fma(j, norm));
            r.intoArray(re, outAt + i);
            j.intoArray(im, outAt + i);
        }
        norm.intoArray(scratch, 0);
        return VectorTaylorKernel.sum(scratch, 0);
    }

    /** The same forms as {@link VectorTaylorKernel#energyForms} for a K that is a real diagonal. */
    static void energyForms(Bands energy, Bands jumpRate, int rows, double[] re, double[] im, int at, double[] out, int to, double[] scratch) {
        double[] cRe = energy.re();
        double[] cIm = energy.im();
        double[] rate = jumpRate.re();
        int first = at + energy.offset()[0];
        int second = at + energy.offset()[1];
        int third = at + energy.offset()[2];
        DoubleVector norm = DoubleVector.zero(S);
        DoubleVector k = norm;
        DoubleVector e = norm;
        DoubleVector c = norm;
        for (int i = 0; i < rows; i += L) {
            DoubleVector x = DoubleVector.fromArray(S, re, first + i);
            DoubleVector y = DoubleVector.fromArray(S, im, first + i);
            DoubleVector a0 = DoubleVector.fromArray(S, cRe, i);
            DoubleVector b0 = DoubleVector.fromArray(S, cIm, i);
            DoubleVector r = a0.mul(x);
            DoubleVector m = b0.mul(y);
            DoubleVector j = a0.mul(y);
            DoubleVector n = b0.mul(x);
            DoubleVector u = DoubleVector.fromArray(S, re, second + i);
            DoubleVector v = DoubleVector.fromArray(S, im, second + i);
            DoubleVector a1 = DoubleVector.fromArray(S, cRe, rows + i);
            DoubleVector b1 = DoubleVector.fromArray(S, cIm, rows + i);
            r = a1.fma(u, r);
            m = b1.fma(v, m);
            j = a1.fma(v, j);
            n = b1.fma(u, n);
            DoubleVector w = DoubleVector.fromArray(S, re, third + i);
            DoubleVector z = DoubleVector.fromArray(S, im, third + i);
            DoubleVector a2 = DoubleVector.fromArray(S, cRe, 2 * rows + i);
            DoubleVector b2 = DoubleVector.fromArray(S, cIm, 2 * rows + i);
            r = a2.fma(w, r);
            m = b2.fma(z, m);
            j = a2.fma(z, j);
            n = b2.fma(w, n);
            r = r.sub(m);
            j = j.add(n);
            DoubleVector yr = DoubleVector.fromArray(S, re, at + i);
            DoubleVector yi = DoubleVector.fromArray(S, im, at + i);
            DoubleVector g = DoubleVector.fromArray(S, rate, i);
            DoubleVector kr = g.mul(yr);
            DoubleVector ki = g.mul(yi);
            norm = yr.fma(yr, yi.fma(yi, norm));
            k = yr.fma(kr, yi.fma(ki, k));
            e = yr.fma(r, yi.fma(j, e));
            c = r.fma(kr, j.fma(ki, c));
        }
        norm.intoArray(scratch, 0);
        k.intoArray(scratch, L);
        e.intoArray(scratch, 2 * L);
        c.intoArray(scratch, 3 * L);
        out[to] = VectorTaylorKernel.sum(scratch, 0);
        out[to + 1] = VectorTaylorKernel.sum(scratch, L);
        out[to + 2] = VectorTaylorKernel.sum(scratch, 2 * L);
        out[to + 3] = VectorTaylorKernel.sum(scratch, 3 * L);
    }
}
