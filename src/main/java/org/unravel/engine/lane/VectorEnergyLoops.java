package org.unravel.engine.lane;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

import org.unravel.engine.energy.EnergyIntegrals;
import org.unravel.engine.sector.EnergyTerms;
import org.unravel.numeric.SparseMatrix;

/** The lane loops of the energy integrals with the Vector API: what one quadrature node adds to drift heat, work and unitary heat. */
final class VectorEnergyLoops {

    private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;
    private static final int L = S.length();

    private VectorEnergyLoops() {
    }

    /**
     * Row q of scratch: 1 / n at node q, all five nodes with one division: the products n_0…n_q, the inverse of the last, and back. A division
     * takes as long as a whole node's forms of a qubit (engine.md, "A step"), and a vector that is stored and loaded again waits.
     */
    static void inverseNorms(NodeForms[] nodes, double[][] rows, double[][] scratch, int lanes) {
        DoubleVector one = DoubleVector.broadcast(S, 1);
        int stride = nodes[0].terms().formCount();
        double[] f0 = nodes[0].coefficients();
        double[] f1 = nodes[1].coefficients();
        double[] f2 = nodes[2].coefficients();
        double[] f3 = nodes[3].coefficients();
        double[] f4 = nodes[4].coefficients();
        for (int b = 0; b < lanes; b += L) {
            DoubleVector n0 = DoubleVector.zero(S);
            DoubleVector n1 = n0;
            DoubleVector n2 = n0;
            DoubleVector n3 = n0;
            DoubleVector n4 = n0;
            for (int i = 0, p = 0; i < rows.length; i++, p += stride) {
                DoubleVector x = DoubleVector.fromArray(S, rows[i], b);
                n0 = DoubleVector.broadcast(S, f0[p]).fma(x, n0);
                n1 = DoubleVector.broadcast(S, f1[p]).fma(x, n1);
                n2 = DoubleVector.broadcast(S, f2[p]).fma(x, n2);
                n3 = DoubleVector.broadcast(S, f3[p]).fma(x, n3);
                n4 = DoubleVector.broadcast(S, f4[p]).fma(x, n4);
            }
            DoubleVector to1 = n0.mul(n1);
            DoubleVector to2 = to1.mul(n2);
            DoubleVector to3 = to2.mul(n3);
            DoubleVector inverse = one.div(to3.mul(n4));
            inverse.mul(to3).intoArray(scratch[4], b);
            inverse = inverse.mul(n4);
            inverse.mul(to2).intoArray(scratch[3], b);
            inverse = inverse.mul(n3);
            inverse.mul(to1).intoArray(scratch[2], b);
            inverse = inverse.mul(n2);
            inverse.mul(n0).intoArray(scratch[1], b);
            inverse.mul(n1).intoArray(scratch[0], b);
        }
    }

    static void driftAndPower(double[] f, double weight, double[][] rows, double[] inverse, double[] drift, double[] work, int lanes) {
        DoubleVector w = DoubleVector.broadcast(S, weight);
        for (int b = 0; b < lanes; b += 2 * L) {
            DoubleVector k0 = DoubleVector.zero(S);
            DoubleVector k1 = k0;
            DoubleVector e0 = k0;
            DoubleVector e1 = k0;
            DoubleVector c0 = k0;
            DoubleVector c1 = k0;
            DoubleVector p0 = k0;
            DoubleVector p1 = k0;
            for (int i = 0, p = 0; i < rows.length; i++, p += 5) {
                DoubleVector x = DoubleVector.fromArray(S, rows[i], b);
                DoubleVector y = DoubleVector.fromArray(S, rows[i], b + L);
                DoubleVector g = DoubleVector.broadcast(S, f[p + 1]);
                k0 = g.fma(x, k0);
                k1 = g.fma(y, k1);
                g = DoubleVector.broadcast(S, f[p + 2]);
                e0 = g.fma(x, e0);
                e1 = g.fma(y, e1);
                g = DoubleVector.broadcast(S, f[p + 3]);
                c0 = g.fma(x, c0);
                c1 = g.fma(y, c1);
                g = DoubleVector.broadcast(S, f[p + 4]);
                p0 = g.fma(x, p0);
                p1 = g.fma(y, p1);
            }
            DoubleVector n0 = DoubleVector.fromArray(S, inverse, b);
            DoubleVector n1 = DoubleVector.fromArray(S, inverse, b + L);
            DoubleVector v0 = w.mul(n0);
            DoubleVector v1 = w.mul(n1);
            e0.mul(n0).fma(k0, c0.neg()).fma(v0, DoubleVector.fromArray(S, drift, b)).intoArray(drift, b);
            e1.mul(n1).fma(k1, c1.neg()).fma(v1, DoubleVector.fromArray(S, drift, b + L)).intoArray(drift, b + L);
            p0.fma(v0, DoubleVector.fromArray(S, work, b)).intoArray(work, b);
            p1.fma(v1, DoubleVector.fromArray(S, work, b + L)).intoArray(work, b + L);
        }
    }

    static void drift(double[] f, double weight, double[][] rows, double[] inverse, double[] drift, int lanes) {
        DoubleVector w = DoubleVector.broadcast(S, weight);
        for (int b = 0; b < lanes; b += 2 * L) {
            DoubleVector k0 = DoubleVector.zero(S);
            DoubleVector k1 = k0;
            DoubleVector e0 = k0;
            DoubleVector e1 = k0;
            DoubleVector c0 = k0;
            DoubleVector c1 = k0;
            for (int i = 0, p = 0; i < rows.length; i++, p += 4) {
                DoubleVector x = DoubleVector.fromArray(S, rows[i], b);
                DoubleVector y = DoubleVector.fromArray(S, rows[i], b + L);
                DoubleVector g = DoubleVector.broadcast(S, f[p + 1]);
                k0 = g.fma(x, k0);
                k1 = g.fma(y, k1);
                g = DoubleVector.broadcast(S, f[p + 2]);
                e0 = g.fma(x, e0);
                e1 = g.fma(y, e1);
                g = DoubleVector.broadcast(S, f[p + 3]);
                c0 = g.fma(x, c0);
                c1 = g.fma(y, c1);
            }
            DoubleVector n0 = DoubleVector.fromArray(S, inverse, b);
            DoubleVector n1 = DoubleVector.fromArray(S, inverse, b + L);
            e0.mul(n0).fma(k0, c0.neg()).fma(w.mul(n0), DoubleVector.fromArray(S, drift, b)).intoArray(drift, b);
            e1.mul(n1).fma(k1, c1.neg()).fma(w.mul(n1), DoubleVector.fromArray(S, drift, b + L)).intoArray(drift, b + L);
        }
    }

    /** From the forms n; k, e, c; p; u in scratch rows in the order of {@link NodeForms}. */
    static void addNode(EnergyTerms terms, double weight, double[][] scratch, EnergyIntegrals sums, int lanes) {
        int next = 1;
        if (terms.drift()) {
            addDrift(weight, scratch[0], scratch[1], scratch[2], scratch[3], sums.drift(), lanes);
            next = 4;
        }
        if (terms.power()) {
            addRatio(weight, scratch[next++], scratch[0], sums.work(), lanes);
        }
        if (terms.unitary()) {
            addRatio(weight, scratch[next], scratch[0], sums.unitary(), lanes);
        }
    }

    static void addDrift(double weight, double[] n, double[] k, double[] e, double[] c, double[] drift, int lanes) {
        DoubleVector one = DoubleVector.broadcast(S, 1);
        DoubleVector w = DoubleVector.broadcast(S, weight);
        for (int b = 0; b < lanes; b += L) {
            DoubleVector inverse = one.div(DoubleVector.fromArray(S, n, b));
            DoubleVector rate = DoubleVector.fromArray(S, e, b).mul(inverse).fma(DoubleVector.fromArray(S, k, b),
                    DoubleVector.fromArray(S, c, b).neg());
            rate.fma(w.mul(inverse), DoubleVector.fromArray(S, drift, b)).intoArray(drift, b);
        }
    }

    static void addRatio(double weight, double[] p, double[] n, double[] sum, int lanes) {
        DoubleVector one = DoubleVector.broadcast(S, 1);
        DoubleVector w = DoubleVector.broadcast(S, weight);
        for (int b = 0; b < lanes; b += L) {
            DoubleVector v = w.mul(one.div(DoubleVector.fromArray(S, n, b)));
            DoubleVector.fromArray(S, p, b).fma(v, DoubleVector.fromArray(S, sum, b)).intoArray(sum, b);
        }
    }

    /** ⟨x|K|x⟩, ⟨x|E|x⟩ and Re⟨Ex|Kx⟩ = ½⟨x|{E,K}|x⟩. */
    static void driftForms(SparseMatrix e, SparseMatrix k, double[][] re, double[][] im, double[] kOut, double[] eOut, double[] cOut,
            int lanes) {
        int[] eStart = e.rowStart();
        int[] eColumn = e.columns();
        double[] eRe = e.re();
        double[] eIm = e.im();
        int[] kStart = k.rowStart();
        int[] kColumn = k.columns();
        double[] kRe = k.re();
        double[] kIm = k.im();
        for (int b = 0; b < lanes; b += L) {
            DoubleVector kSum = DoubleVector.zero(S);
            DoubleVector eSum = kSum;
            DoubleVector cSum = kSum;
            for (int i = 0; i < re.length; i++) {
                DoubleVector ex = DoubleVector.zero(S);
                DoubleVector ey = ex;
                DoubleVector kx = ex;
                DoubleVector ky = ex;
                for (int p = kStart[i]; p < kStart[i + 1]; p++) {
                    DoubleVector x = DoubleVector.fromArray(S, re[kColumn[p]], b);
                    DoubleVector y = DoubleVector.fromArray(S, im[kColumn[p]], b);
                    DoubleVector a = DoubleVector.broadcast(S, kRe[p]);
                    DoubleVector c = DoubleVector.broadcast(S, kIm[p]);
                    kx = c.neg().fma(y, a.fma(x, kx));
                    ky = c.fma(x, a.fma(y, ky));
                }
                for (int p = eStart[i]; p < eStart[i + 1]; p++) {
                    DoubleVector x = DoubleVector.fromArray(S, re[eColumn[p]], b);
                    DoubleVector y = DoubleVector.fromArray(S, im[eColumn[p]], b);
                    DoubleVector a = DoubleVector.broadcast(S, eRe[p]);
                    DoubleVector c = DoubleVector.broadcast(S, eIm[p]);
                    ex = c.neg().fma(y, a.fma(x, ex));
                    ey = c.fma(x, a.fma(y, ey));
                }
                DoubleVector x = DoubleVector.fromArray(S, re[i], b);
                DoubleVector y = DoubleVector.fromArray(S, im[i], b);
                kSum = x.fma(kx, y.fma(ky, kSum));
                eSum = x.fma(ex, y.fma(ey, eSum));
                cSum = ex.fma(kx, ey.fma(ky, cSum));
            }
            kSum.intoArray(kOut, b);
            eSum.intoArray(eOut, b);
            cSum.intoArray(cOut, b);
        }
    }
}
