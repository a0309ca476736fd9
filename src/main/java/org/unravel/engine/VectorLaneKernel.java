package org.unravel.engine;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

import org.unravel.numeric.BlockMatrix;
import org.unravel.numeric.BlockPartition;
import org.unravel.numeric.SparseMatrix;

/**
 * The lane loops with the Vector API: matrix entries are broadcast, lanes fill the vectors, several rows share the loads of a column.
 *
 * <p>Every loop is one flat method with a static final species: split over small methods or with the species as a parameter the JIT boxes the
 * vectors (limits.md P1, traps 3 and 4). Each lane's chain of operations is that of {@link PlainLaneKernel}, so both give equal results within
 * rounding. {@code lanes} is a multiple of 16.
 */
final class VectorLaneKernel implements LaneKernel {

    private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;
    private static final int L = S.length();

    @Override
    public String name() {
        return "vector" + S.vectorBitSize();
    }

    @Override
    public NodeKernel nodeKernel() {
        return new VectorNodeKernel();
    }

    @Override
    public void multiply(BlockMatrix u, double[][] xRe, double[][] xIm, double[][] yRe, double[][] yIm, int lanes) {
        BlockPartition partition = u.partition();
        for (int m = 0; m < partition.blockCount(); m++) {
            int[] block = partition.block(m);
            int d = block.length;
            int row = 0;
            for (; row + 4 <= d; row += 4) {
                fourRows(u.re(), u.im(), partition.offset(m) + row * d, block, row, xRe, xIm, yRe, yIm, lanes);
            }
            for (; row + 2 <= d; row += 2) {
                twoRows(u.re(), u.im(), partition.offset(m) + row * d, block, row, xRe, xIm, yRe, yIm, lanes);
            }
            if (row < d) {
                oneRow(u.re(), u.im(), partition.offset(m) + row * d, block, row, xRe, xIm, yRe, yIm, lanes);
            }
        }
    }

    private static void oneRow(double[] uRe, double[] uIm, int p, int[] block, int row, double[][] xRe, double[][] xIm, double[][] yRe,
            double[][] yIm, int lanes) {
        int d = block.length;
        double[] outRe = yRe[block[row]];
        double[] outIm = yIm[block[row]];
        for (int b = 0; b < lanes; b += 2 * L) {
            DoubleVector r0 = DoubleVector.zero(S);
            DoubleVector i0 = r0;
            DoubleVector r1 = r0;
            DoubleVector i1 = r0;
            for (int k = 0; k < d; k++) {
                double[] re = xRe[block[k]];
                double[] im = xIm[block[k]];
                DoubleVector a = DoubleVector.broadcast(S, uRe[p + k]);
                DoubleVector c = DoubleVector.broadcast(S, uIm[p + k]);
                DoubleVector n = c.neg();
                DoubleVector x0 = DoubleVector.fromArray(S, re, b);
                DoubleVector y0 = DoubleVector.fromArray(S, im, b);
                DoubleVector x1 = DoubleVector.fromArray(S, re, b + L);
                DoubleVector y1 = DoubleVector.fromArray(S, im, b + L);
                r0 = n.fma(y0, a.fma(x0, r0));
                i0 = c.fma(x0, a.fma(y0, i0));
                r1 = n.fma(y1, a.fma(x1, r1));
                i1 = c.fma(x1, a.fma(y1, i1));
            }
            r0.intoArray(outRe, b);
            i0.intoArray(outIm, b);
            r1.intoArray(outRe, b + L);
            i1.intoArray(outIm, b + L);
        }
    }

    private static void twoRows(double[] uRe, double[] uIm, int p, int[] block, int row, double[][] xRe, double[][] xIm, double[][] yRe,
            double[][] yIm, int lanes) {
        int d = block.length;
        double[] firstRe = yRe[block[row]];
        double[] firstIm = yIm[block[row]];
        double[] secondRe = yRe[block[row + 1]];
        double[] secondIm = yIm[block[row + 1]];
        for (int b = 0; b < lanes; b += 2 * L) {
            DoubleVector r0 = DoubleVector.zero(S);
            DoubleVector i0 = r0;
            DoubleVector r1 = r0;
            DoubleVector i1 = r0;
            DoubleVector s0 = r0;
            DoubleVector j0 = r0;
            DoubleVector s1 = r0;
            DoubleVector j1 = r0;
            for (int k = 0; k < d; k++) {
                double[] re = xRe[block[k]];
                double[] im = xIm[block[k]];
                DoubleVector x0 = DoubleVector.fromArray(S, re, b);
                DoubleVector y0 = DoubleVector.fromArray(S, im, b);
                DoubleVector x1 = DoubleVector.fromArray(S, re, b + L);
                DoubleVector y1 = DoubleVector.fromArray(S, im, b + L);
                DoubleVector a = DoubleVector.broadcast(S, uRe[p + k]);
                DoubleVector c = DoubleVector.broadcast(S, uIm[p + k]);
                DoubleVector n = c.neg();
                r0 = n.fma(y0, a.fma(x0, r0));
                i0 = c.fma(x0, a.fma(y0, i0));
                r1 = n.fma(y1, a.fma(x1, r1));
                i1 = c.fma(x1, a.fma(y1, i1));
                a = DoubleVector.broadcast(S, uRe[p + d + k]);
                c = DoubleVector.broadcast(S, uIm[p + d + k]);
                n = c.neg();
                s0 = n.fma(y0, a.fma(x0, s0));
                j0 = c.fma(x0, a.fma(y0, j0));
                s1 = n.fma(y1, a.fma(x1, s1));
                j1 = c.fma(x1, a.fma(y1, j1));
            }
            r0.intoArray(firstRe, b);
            i0.intoArray(firstIm, b);
            r1.intoArray(firstRe, b + L);
            i1.intoArray(firstIm, b + L);
            s0.intoArray(secondRe, b);
            j0.intoArray(secondIm, b);
            s1.intoArray(secondRe, b + L);
            j1.intoArray(secondIm, b + L);
        }
    }

    /**
     * Negates the column's imaginary parts once instead of every entry of the matrix: negation takes the ports of the multiply-adds, and two per
     * column instead of four raised the product from 70 to 77 % of the FMA peak (D = 40 and 64).
     */
    private static void fourRows(double[] uRe, double[] uIm, int p, int[] block, int row, double[][] xRe, double[][] xIm, double[][] yRe,
            double[][] yIm, int lanes) {
        int d = block.length;
        for (int b = 0; b < lanes; b += 2 * L) {
            DoubleVector r0 = DoubleVector.zero(S);
            DoubleVector i0 = r0;
            DoubleVector r1 = r0;
            DoubleVector i1 = r0;
            DoubleVector s0 = r0;
            DoubleVector j0 = r0;
            DoubleVector s1 = r0;
            DoubleVector j1 = r0;
            DoubleVector t0 = r0;
            DoubleVector k0 = r0;
            DoubleVector t1 = r0;
            DoubleVector k1 = r0;
            DoubleVector u0 = r0;
            DoubleVector l0 = r0;
            DoubleVector u1 = r0;
            DoubleVector l1 = r0;
            for (int k = 0, q = p; k < d; k++, q++) {
                double[] re = xRe[block[k]];
                double[] im = xIm[block[k]];
                DoubleVector x0 = DoubleVector.fromArray(S, re, b);
                DoubleVector y0 = DoubleVector.fromArray(S, im, b);
                DoubleVector x1 = DoubleVector.fromArray(S, re, b + L);
                DoubleVector y1 = DoubleVector.fromArray(S, im, b + L);
                DoubleVector m0 = y0.neg();
                DoubleVector m1 = y1.neg();
                DoubleVector a = DoubleVector.broadcast(S, uRe[q]);
                DoubleVector c = DoubleVector.broadcast(S, uIm[q]);
                r0 = c.fma(m0, a.fma(x0, r0));
                i0 = c.fma(x0, a.fma(y0, i0));
                r1 = c.fma(m1, a.fma(x1, r1));
                i1 = c.fma(x1, a.fma(y1, i1));
                a = DoubleVector.broadcast(S, uRe[q + d]);
                c = DoubleVector.broadcast(S, uIm[q + d]);
                s0 = c.fma(m0, a.fma(x0, s0));
                j0 = c.fma(x0, a.fma(y0, j0));
                s1 = c.fma(m1, a.fma(x1, s1));
                j1 = c.fma(x1, a.fma(y1, j1));
                a = DoubleVector.broadcast(S, uRe[q + 2 * d]);
                c = DoubleVector.broadcast(S, uIm[q + 2 * d]);
                t0 = c.fma(m0, a.fma(x0, t0));
                k0 = c.fma(x0, a.fma(y0, k0));
                t1 = c.fma(m1, a.fma(x1, t1));
                k1 = c.fma(x1, a.fma(y1, k1));
                a = DoubleVector.broadcast(S, uRe[q + 3 * d]);
                c = DoubleVector.broadcast(S, uIm[q + 3 * d]);
                u0 = c.fma(m0, a.fma(x0, u0));
                l0 = c.fma(x0, a.fma(y0, l0));
                u1 = c.fma(m1, a.fma(x1, u1));
                l1 = c.fma(x1, a.fma(y1, l1));
            }
            r0.intoArray(yRe[block[row]], b);
            r1.intoArray(yRe[block[row]], b + L);
            i0.intoArray(yIm[block[row]], b);
            i1.intoArray(yIm[block[row]], b + L);
            s0.intoArray(yRe[block[row + 1]], b);
            s1.intoArray(yRe[block[row + 1]], b + L);
            j0.intoArray(yIm[block[row + 1]], b);
            j1.intoArray(yIm[block[row + 1]], b + L);
            t0.intoArray(yRe[block[row + 2]], b);
            t1.intoArray(yRe[block[row + 2]], b + L);
            k0.intoArray(yIm[block[row + 2]], b);
            k1.intoArray(yIm[block[row + 2]], b + L);
            u0.intoArray(yRe[block[row + 3]], b);
            u1.intoArray(yRe[block[row + 3]], b + L);
            l0.intoArray(yIm[block[row + 3]], b);
            l1.intoArray(yIm[block[row + 3]], b + L);
        }
    }

    @Override
    public void norms(double[][] re, double[][] im, double[] norms, int lanes) {
        for (int b = 0; b < lanes; b += L) {
            DoubleVector sum = DoubleVector.zero(S);
            for (int i = 0; i < re.length; i++) {
                DoubleVector x = DoubleVector.fromArray(S, re[i], b);
                DoubleVector y = DoubleVector.fromArray(S, im[i], b);
                sum = x.fma(x, y.fma(y, sum));
            }
            sum.intoArray(norms, b);
        }
    }

    @Override
    public void outer(OuterProduct product, double[][] re, double[][] im, double[][] rows, int lanes) {
        int[] first = product.first();
        int[] second = product.second();
        for (int r = 0; r < first.length; r++) {
            int i = first[r];
            int j = second[r];
            if (i == j) {
                squares(re[i], im[i], rows[r], lanes);
            } else {
                inner(re[i], im[i], re[j], im[j], rows[r], rows[r + 1], lanes);
                r++;
            }
        }
    }

    private static void squares(double[] re, double[] im, double[] out, int lanes) {
        for (int b = 0; b < lanes; b += L) {
            DoubleVector x = DoubleVector.fromArray(S, re, b);
            DoubleVector y = DoubleVector.fromArray(S, im, b);
            y.fma(y, x.mul(x)).intoArray(out, b);
        }
    }

    private static void inner(double[] re, double[] im, double[] otherRe, double[] otherIm, double[] outRe, double[] outIm, int lanes) {
        for (int b = 0; b < lanes; b += L) {
            DoubleVector x = DoubleVector.fromArray(S, re, b);
            DoubleVector y = DoubleVector.fromArray(S, im, b);
            DoubleVector u = DoubleVector.fromArray(S, otherRe, b);
            DoubleVector v = DoubleVector.fromArray(S, otherIm, b);
            y.fma(v, x.mul(u)).intoArray(outRe, b);
            x.fma(v, y.mul(u).neg()).intoArray(outIm, b);
        }
    }

    private static void forms(double[] coefficients, int formCount, double[][] rows, double[][] out, int lanes) {
        for (int f = 0; f < formCount; f++) {
            double[] sums = out[f];
            for (int b = 0; b < lanes; b += L) {
                DoubleVector sum = DoubleVector.zero(S);
                for (int i = 0, p = f; i < rows.length; i++, p += formCount) {
                    sum = DoubleVector.broadcast(S, coefficients[p]).fma(DoubleVector.fromArray(S, rows[i], b), sum);
                }
                sum.intoArray(sums, b);
            }
        }
    }

    @Override
    public void integrate(NodeForms[] nodes, double[] weights, double halfStep, double[][] rows, EnergyIntegrals sums, double[][] scratch,
            int lanes) {
        EnergyTerms terms = nodes[0].terms();
        if (terms.unitary() || !terms.drift()) {
            for (int q = 0; q < nodes.length; q++) {
                forms(nodes[q].coefficients(), terms.formCount(), rows, scratch, lanes);
                addNode(terms, weights[q] * halfStep, scratch, sums, lanes);
            }
            return;
        }
        inverseNorms(nodes, rows, scratch, lanes);
        for (int q = 0; q < nodes.length; q++) {
            if (terms.power()) {
                driftAndPower(nodes[q].coefficients(), weights[q] * halfStep, rows, scratch[q], sums.drift(), sums.work(), lanes);
            } else {
                drift(nodes[q].coefficients(), weights[q] * halfStep, rows, scratch[q], sums.drift(), lanes);
            }
        }
    }

    /**
     * Row q of scratch: 1 / n at node q, all five nodes with one division: the products n_0…n_q, the inverse of the last, and back. A division
     * takes as long as a whole node's forms of a qubit (driven-grid.md, pitfall 7), and a vector that is stored and loaded again waits.
     */
    private static void inverseNorms(NodeForms[] nodes, double[][] rows, double[][] scratch, int lanes) {
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

    private static void driftAndPower(double[] f, double weight, double[][] rows, double[] inverse, double[] drift, double[] work, int lanes) {
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

    private static void drift(double[] f, double weight, double[][] rows, double[] inverse, double[] drift, int lanes) {
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
    private static void addNode(EnergyTerms terms, double weight, double[][] scratch, EnergyIntegrals sums, int lanes) {
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

    private static void addDrift(double weight, double[] n, double[] k, double[] e, double[] c, double[] drift, int lanes) {
        DoubleVector one = DoubleVector.broadcast(S, 1);
        DoubleVector w = DoubleVector.broadcast(S, weight);
        for (int b = 0; b < lanes; b += L) {
            DoubleVector inverse = one.div(DoubleVector.fromArray(S, n, b));
            DoubleVector rate = DoubleVector.fromArray(S, e, b).mul(inverse).fma(DoubleVector.fromArray(S, k, b),
                    DoubleVector.fromArray(S, c, b).neg());
            rate.fma(w.mul(inverse), DoubleVector.fromArray(S, drift, b)).intoArray(drift, b);
        }
    }

    private static void addRatio(double weight, double[] p, double[] n, double[] sum, int lanes) {
        DoubleVector one = DoubleVector.broadcast(S, 1);
        DoubleVector w = DoubleVector.broadcast(S, weight);
        for (int b = 0; b < lanes; b += L) {
            DoubleVector v = w.mul(one.div(DoubleVector.fromArray(S, n, b)));
            DoubleVector.fromArray(S, p, b).fma(v, DoubleVector.fromArray(S, sum, b)).intoArray(sum, b);
        }
    }

    @Override
    public void integrate(NodeOperators node, double weight, double[][] re, double[][] im, EnergyIntegrals sums, double[][] scratch,
            int lanes) {
        EnergyTerms terms = node.terms();
        double[] n = scratch[0];
        norms(re, im, n, lanes);
        if (terms.drift()) {
            driftForms(node.energy(), node.jumpRate(), re, im, scratch[1], scratch[2], scratch[3], lanes);
            addDrift(weight, n, scratch[1], scratch[2], scratch[3], sums.drift(), lanes);
        }
        if (terms.power()) {
            hermitianForm(node.powerRows(), re, im, scratch[4], lanes);
            addRatio(weight, scratch[4], n, sums.work(), lanes);
        }
        if (terms.unitary()) {
            hermitianForm(node.unitaryRows(), re, im, scratch[5], lanes);
            addRatio(weight, scratch[5], n, sums.unitary(), lanes);
        }
    }

    /** ⟨x|K|x⟩, ⟨x|E|x⟩ and Re⟨Ex|Kx⟩ = ½⟨x|{E,K}|x⟩. */
    private static void driftForms(SparseMatrix e, SparseMatrix k, double[][] re, double[][] im, double[] kOut, double[] eOut, double[] cOut,
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

    private static void hermitianForm(HermitianRows a, double[][] re, double[][] im, double[] out, int lanes) {
        int[] state = a.diagonalState();
        double[] diagonal = a.diagonal();
        int[] row = a.row();
        int[] column = a.column();
        double[] aRe = a.re();
        double[] aIm = a.im();
        for (int b = 0; b < lanes; b += L) {
            DoubleVector sum = DoubleVector.zero(S);
            for (int d = 0; d < diagonal.length; d++) {
                DoubleVector x = DoubleVector.fromArray(S, re[state[d]], b);
                DoubleVector y = DoubleVector.fromArray(S, im[state[d]], b);
                sum = DoubleVector.broadcast(S, diagonal[d]).fma(y.fma(y, x.mul(x)), sum);
            }
            for (int e = 0; e < row.length; e++) {
                DoubleVector x = DoubleVector.fromArray(S, re[row[e]], b);
                DoubleVector y = DoubleVector.fromArray(S, im[row[e]], b);
                DoubleVector u = DoubleVector.fromArray(S, re[column[e]], b);
                DoubleVector v = DoubleVector.fromArray(S, im[column[e]], b);
                sum = DoubleVector.broadcast(S, aRe[e]).fma(y.fma(v, x.mul(u)), sum);
                if (aIm[e] != 0) {
                    sum = DoubleVector.broadcast(S, aIm[e]).fma(x.fma(v, y.mul(u).neg()), sum);
                }
            }
            sum.intoArray(out, b);
        }
    }

    @Override
    public void expectation(HermitianRows a, double[][] re, double[][] im, double[] norms, double[] out, int lanes) {
        hermitianForm(a, re, im, out, lanes);
        divide(out, norms, lanes);
    }

    private static void divide(double[] out, double[] norms, int lanes) {
        DoubleVector one = DoubleVector.broadcast(S, 1);
        for (int b = 0; b < lanes; b += L) {
            DoubleVector inverse = one.div(DoubleVector.fromArray(S, norms, b));
            DoubleVector.fromArray(S, out, b).mul(inverse).intoArray(out, b);
        }
    }

    @Override
    public void means(double[] coefficients, int formCount, double[][] rows, double[] norms, double[] inverse, double[][] out, int lanes) {
        DoubleVector one = DoubleVector.broadcast(S, 1);
        for (int b = 0; b < lanes; b += L) {
            one.div(DoubleVector.fromArray(S, norms, b)).intoArray(inverse, b);
        }
        for (int f = 0; f < formCount; f++) {
            mean(coefficients, f, formCount, rows, inverse, out[f], lanes);
        }
    }

    private static void mean(double[] coefficients, int form, int formCount, double[][] rows, double[] inverse, double[] out, int lanes) {
        for (int b = 0; b < lanes; b += 2 * L) {
            DoubleVector x = DoubleVector.zero(S);
            DoubleVector y = x;
            for (int i = 0, p = form; i < rows.length; i++, p += formCount) {
                DoubleVector g = DoubleVector.broadcast(S, coefficients[p]);
                x = g.fma(DoubleVector.fromArray(S, rows[i], b), x);
                y = g.fma(DoubleVector.fromArray(S, rows[i], b + L), y);
            }
            x.mul(DoubleVector.fromArray(S, inverse, b)).intoArray(out, b);
            y.mul(DoubleVector.fromArray(S, inverse, b + L)).intoArray(out, b + L);
        }
    }

    @Override
    public int below(double[] norms, double[] thresholds, int[] found, int lanes) {
        int count = 0;
        for (int b = 0; b < lanes; b += L) {
            if (DoubleVector.fromArray(S, norms, b).lt(DoubleVector.fromArray(S, thresholds, b)).anyTrue()) {
                for (int lane = b; lane < b + L; lane++) {
                    if (norms[lane] < thresholds[lane]) {
                        found[count++] = lane;
                    }
                }
            }
        }
        return count;
    }
}
