package org.unravel.engine.lane;

import java.util.Arrays;

import org.unravel.engine.energy.EnergyIntegrals;
import org.unravel.engine.sector.EnergyTerms;
import org.unravel.numeric.BlockPartition;
import org.unravel.numeric.SparseMatrix;

/** The lane loops in plain Java, shaped so that the JIT vectorises them: short bodies, all arrays indexed by the lane alone. */
public final class PlainLaneKernel implements LaneKernel {

    @Override
    public String name() {
        return "plain";
    }

    @Override
    public NodeKernel nodeKernel() {
        return new PlainNodeKernel();
    }

    @Override
    public void multiply(PanelMatrix u, double[][] xRe, double[][] xIm, double[][] yRe, double[][] yIm, double[] slab, int lanes) {
        BlockPartition partition = u.partition();
        for (int m = 0; m < partition.blockCount(); m++) {
            int[] block = partition.block(m);
            for (int panel = 0; panel < block.length; panel += PanelMatrix.panelRows(block.length, panel)) {
                int rows = PanelMatrix.panelRows(block.length, panel);
                for (int i = 0; i < rows; i++) {
                    int start = u.panelStart(m, panel) + PanelMatrix.WORDS * i;
                    row(u.entries(), start, PanelMatrix.WORDS * rows, block, xRe, xIm, yRe[block[panel + i]], yIm[block[panel + i]], lanes);
                }
            }
        }
    }

    private static void row(double[] u, int start, int stride, int[] block, double[][] xRe, double[][] xIm, double[] yRe, double[] yIm,
            int lanes) {
        int q = start;
        int k = block.length & 1;
        if (k == 1) {
            setProduct(u[q], u[q + 1], xRe[block[0]], xIm[block[0]], yRe, yIm, lanes);
        } else {
            setProducts(u[q], u[q + 1], xRe[block[0]], xIm[block[0]], u[q + stride], u[q + stride + 1], xRe[block[1]], xIm[block[1]], yRe, yIm,
                    lanes);
            k = 2;
        }
        for (q += k * stride; k < block.length; k += 2, q += 2 * stride) {
            addProducts(u[q], u[q + 1], xRe[block[k]], xIm[block[k]], u[q + stride], u[q + stride + 1], xRe[block[k + 1]], xIm[block[k + 1]],
                    yRe, yIm, lanes);
        }
    }

    private static void setProduct(double a, double c, double[] xRe, double[] xIm, double[] yRe, double[] yIm, int lanes) {
        for (int b = 0; b < lanes; b++) {
            yRe[b] = Math.fma(-c, xIm[b], Math.fma(a, xRe[b], 0));
            yIm[b] = Math.fma(c, xRe[b], Math.fma(a, xIm[b], 0));
        }
    }

    private static void setProducts(double a, double c, double[] xRe, double[] xIm, double nextA, double nextC, double[] nextRe,
            double[] nextIm, double[] yRe, double[] yIm, int lanes) {
        for (int b = 0; b < lanes; b++) {
            double re = Math.fma(-c, xIm[b], Math.fma(a, xRe[b], 0));
            double im = Math.fma(c, xRe[b], Math.fma(a, xIm[b], 0));
            yRe[b] = Math.fma(-nextC, nextIm[b], Math.fma(nextA, nextRe[b], re));
            yIm[b] = Math.fma(nextC, nextRe[b], Math.fma(nextA, nextIm[b], im));
        }
    }

    /**
     * Two entries of a row at once, in the order of two calls for one: the sums are read and written half as often, a fourth faster at 64
     * lanes. Two rows at once, or four entries, the JIT of Java 17 leaves in scalars: half as fast.
     */
    private static void addProducts(double a, double c, double[] xRe, double[] xIm, double nextA, double nextC, double[] nextRe,
            double[] nextIm, double[] yRe, double[] yIm, int lanes) {
        for (int b = 0; b < lanes; b++) {
            double re = Math.fma(-c, xIm[b], Math.fma(a, xRe[b], yRe[b]));
            double im = Math.fma(c, xRe[b], Math.fma(a, xIm[b], yIm[b]));
            yRe[b] = Math.fma(-nextC, nextIm[b], Math.fma(nextA, nextRe[b], re));
            yIm[b] = Math.fma(nextC, nextRe[b], Math.fma(nextA, nextIm[b], im));
        }
    }

    private static void addProduct(double a, double c, double[] xRe, double[] xIm, double[] yRe, double[] yIm, int lanes) {
        for (int b = 0; b < lanes; b++) {
            yRe[b] = Math.fma(-c, xIm[b], Math.fma(a, xRe[b], yRe[b]));
            yIm[b] = Math.fma(c, xRe[b], Math.fma(a, xIm[b], yIm[b]));
        }
    }

    @Override
    public void norms(double[][] re, double[][] im, double[] norms, int lanes) {
        Arrays.fill(norms, 0, lanes, 0);
        for (int i = 0; i < re.length; i++) {
            addSquares(re[i], im[i], norms, lanes);
        }
    }

    private static void addSquares(double[] re, double[] im, double[] out, int lanes) {
        for (int b = 0; b < lanes; b++) {
            out[b] = Math.fma(re[b], re[b], Math.fma(im[b], im[b], out[b]));
        }
    }

    @Override
    public void outer(OuterProduct product, double[][] re, double[][] im, double[][] rows, int lanes) {
        int[] first = product.first();
        int[] second = product.second();
        for (int r = 0; r < first.length; r++) {
            int i = first[r];
            int j = second[r];
            innerReal(re[i], im[i], re[j], im[j], rows[r], lanes);
            if (i != j) {
                innerImaginary(re[i], im[i], re[j], im[j], rows[++r], lanes);
            }
        }
    }

    private static void innerReal(double[] re, double[] im, double[] otherRe, double[] otherIm, double[] out, int lanes) {
        for (int b = 0; b < lanes; b++) {
            out[b] = Math.fma(im[b], otherIm[b], re[b] * otherRe[b]);
        }
    }

    private static void innerImaginary(double[] re, double[] im, double[] otherRe, double[] otherIm, double[] out, int lanes) {
        for (int b = 0; b < lanes; b++) {
            out[b] = Math.fma(re[b], otherIm[b], -(im[b] * otherRe[b]));
        }
    }

    private static void forms(double[] coefficients, int formCount, double[][] rows, double[][] out, int lanes) {
        for (int f = 0; f < formCount; f++) {
            form(coefficients, f, formCount, rows, out[f], lanes);
        }
    }

    private static void form(double[] coefficients, int form, int formCount, double[][] rows, double[] out, int lanes) {
        Arrays.fill(out, 0, lanes, 0);
        for (int i = 0; i < rows.length; i++) {
            addScaled(coefficients[i * formCount + form], rows[i], out, lanes);
        }
    }

    private static void addScaled(double factor, double[] x, double[] out, int lanes) {
        for (int b = 0; b < lanes; b++) {
            out[b] = Math.fma(factor, x[b], out[b]);
        }
    }

    @Override
    public void integrate(NodeForms[] nodes, double[] weights, double halfStep, double[][] rows, EnergyIntegrals sums, double[][] scratch,
            int lanes) {
        EnergyTerms terms = nodes[0].terms();
        if (terms.drift() && !terms.unitary()) {
            integrateDrift(nodes, weights, halfStep, rows, sums, scratch, lanes);
            return;
        }
        for (int q = 0; q < nodes.length; q++) {
            forms(nodes[q].coefficients(), terms.formCount(), rows, scratch, lanes);
            addNode(terms, weights[q] * halfStep, scratch, sums, lanes);
            for (int i = 0; i < terms.apart(); i++) {
                forms(nodes[q].apart()[i], NodeForms.APART, rows, scratch, lanes);
                addDrift(weights[q] * halfStep, scratch[0], scratch[1], scratch[2], scratch[3], sums.apart(i), lanes);
            }
        }
    }

    /** Drift heat and work with one division for all nodes. Scratch: a row for each node, then k, e, c and p of one of them. */
    private static void integrateDrift(NodeForms[] nodes, double[] weights, double halfStep, double[][] rows, EnergyIntegrals sums,
            double[][] scratch, int lanes) {
        EnergyTerms terms = nodes[0].terms();
        int count = terms.formCount();
        for (int q = 0; q < nodes.length; q++) {
            form(nodes[q].coefficients(), 0, count, rows, scratch[q], lanes);
        }
        invert(scratch[0], scratch[1], scratch[2], scratch[3], scratch[4], lanes);
        for (int q = 0; q < nodes.length; q++) {
            double[] f = nodes[q].coefficients();
            for (int i = 1; i < count; i++) {
                form(f, i, count, rows, scratch[nodes.length - 1 + i], lanes);
            }
            double weight = weights[q] * halfStep;
            addDriftOf(weight, scratch[q], scratch[5], scratch[6], scratch[7], sums.drift(), lanes);
            if (terms.power()) {
                addScaledBy(weight, scratch[8], scratch[q], sums.work(), lanes);
            }
            for (int bath = 0; bath < terms.apart(); bath++) {
                for (int i = 1; i < NodeForms.APART; i++) {
                    form(nodes[q].apart()[bath], i, NodeForms.APART, rows, scratch[nodes.length - 1 + i], lanes);
                }
                addDriftOf(weight, scratch[q], scratch[5], scratch[6], scratch[7], sums.apart(bath), lanes);
            }
        }
    }

    /** Replaces five numbers by their inverses: the products of the first ones, the inverse of the last, and back. */
    private static void invert(double[] n0, double[] n1, double[] n2, double[] n3, double[] n4, int lanes) {
        for (int b = 0; b < lanes; b++) {
            double to1 = n0[b] * n1[b];
            double to2 = to1 * n2[b];
            double to3 = to2 * n3[b];
            double inverse = 1 / (to3 * n4[b]);
            double from3 = inverse * n4[b];
            double from2 = from3 * n3[b];
            double from1 = from2 * n2[b];
            double second = from1 * n0[b];
            n4[b] = inverse * to3;
            n3[b] = from3 * to2;
            n2[b] = from2 * to1;
            n0[b] = from1 * n1[b];
            n1[b] = second;
        }
    }

    private static void addDriftOf(double weight, double[] inverse, double[] k, double[] e, double[] c, double[] drift, int lanes) {
        for (int b = 0; b < lanes; b++) {
            drift[b] = Math.fma(Math.fma(e[b] * inverse[b], k[b], -c[b]), weight * inverse[b], drift[b]);
        }
    }

    private static void addScaledBy(double weight, double[] p, double[] inverse, double[] sum, int lanes) {
        for (int b = 0; b < lanes; b++) {
            sum[b] = Math.fma(p[b], weight * inverse[b], sum[b]);
        }
    }

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

    /** The drift-heat increment of physics.md, "The ledger" with unnormalised forms. */
    private static void addDrift(double weight, double[] n, double[] k, double[] e, double[] c, double[] drift, int lanes) {
        for (int b = 0; b < lanes; b++) {
            double inverse = 1 / n[b];
            drift[b] = Math.fma(Math.fma(e[b] * inverse, k[b], -c[b]), weight * inverse, drift[b]);
        }
    }

    private static void addRatio(double weight, double[] p, double[] n, double[] sum, int lanes) {
        for (int b = 0; b < lanes; b++) {
            sum[b] = Math.fma(p[b], weight * (1 / n[b]), sum[b]);
        }
    }

    @Override
    public void integrate(NodeOperators node, double weight, double[][] re, double[][] im, EnergyIntegrals sums, double[][] scratch,
            int lanes) {
        EnergyTerms terms = node.terms();
        double[] n = scratch[0];
        norms(re, im, n, lanes);
        if (terms.drift()) {
            driftForms(node.energy(), node.jumpRate(), re, im, scratch, lanes);
            addDrift(weight, n, scratch[1], scratch[2], scratch[3], sums.drift(), lanes);
        }
        for (int i = 0; i < terms.apart(); i++) {
            driftForms(node.energy(), node.apart().get(i), re, im, scratch, lanes);
            addDrift(weight, n, scratch[1], scratch[2], scratch[3], sums.apart(i), lanes);
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

    /** Rows 1–3 of scratch: ⟨x|K|x⟩, ⟨x|E|x⟩ and Re⟨Ex|Kx⟩ = ½⟨x|{E,K}|x⟩, row by row of Ex and Kx. */
    private static void driftForms(SparseMatrix energy, SparseMatrix jumpRate, double[][] re, double[][] im, double[][] scratch, int lanes) {
        for (int f = 1; f <= 3; f++) {
            Arrays.fill(scratch[f], 0, lanes, 0);
        }
        double[] eRe = scratch[NodeForms.MOST];
        double[] eIm = scratch[NodeForms.MOST + 1];
        double[] kRe = scratch[NodeForms.MOST + 2];
        double[] kIm = scratch[NodeForms.MOST + 3];
        for (int i = 0; i < re.length; i++) {
            rowTimes(jumpRate, i, re, im, kRe, kIm, lanes);
            rowTimes(energy, i, re, im, eRe, eIm, lanes);
            addInner(re[i], im[i], kRe, kIm, scratch[1], lanes);
            addInner(re[i], im[i], eRe, eIm, scratch[2], lanes);
            addInner(eRe, eIm, kRe, kIm, scratch[3], lanes);
        }
    }

    private static void rowTimes(SparseMatrix a, int row, double[][] re, double[][] im, double[] outRe, double[] outIm, int lanes) {
        Arrays.fill(outRe, 0, lanes, 0);
        Arrays.fill(outIm, 0, lanes, 0);
        for (int p = a.rowStart()[row]; p < a.rowStart()[row + 1]; p++) {
            int column = a.columns()[p];
            addProduct(a.re()[p], a.im()[p], re[column], im[column], outRe, outIm, lanes);
        }
    }

    private static void addInner(double[] re, double[] im, double[] otherRe, double[] otherIm, double[] out, int lanes) {
        for (int b = 0; b < lanes; b++) {
            out[b] = Math.fma(re[b], otherRe[b], Math.fma(im[b], otherIm[b], out[b]));
        }
    }

    private static void hermitianForm(HermitianRows a, double[][] re, double[][] im, double[] out, int lanes) {
        Arrays.fill(out, 0, lanes, 0);
        for (int d = 0; d < a.diagonal().length; d++) {
            addScaledSquares(a.diagonal()[d], re[a.diagonalState()[d]], im[a.diagonalState()[d]], out, lanes);
        }
        for (int e = 0; e < a.row().length; e++) {
            int i = a.row()[e];
            int j = a.column()[e];
            addScaledReal(a.re()[e], re[i], im[i], re[j], im[j], out, lanes);
            if (a.im()[e] != 0) {
                addScaledImaginary(a.im()[e], re[i], im[i], re[j], im[j], out, lanes);
            }
        }
    }

    private static void addScaledSquares(double factor, double[] re, double[] im, double[] out, int lanes) {
        for (int b = 0; b < lanes; b++) {
            out[b] = Math.fma(factor, Math.fma(im[b], im[b], re[b] * re[b]), out[b]);
        }
    }

    private static void addScaledReal(double factor, double[] re, double[] im, double[] otherRe, double[] otherIm, double[] out, int lanes) {
        for (int b = 0; b < lanes; b++) {
            out[b] = Math.fma(factor, Math.fma(im[b], otherIm[b], re[b] * otherRe[b]), out[b]);
        }
    }

    private static void addScaledImaginary(double factor, double[] re, double[] im, double[] otherRe, double[] otherIm, double[] out,
            int lanes) {
        for (int b = 0; b < lanes; b++) {
            out[b] = Math.fma(factor, Math.fma(re[b], otherIm[b], -(im[b] * otherRe[b])), out[b]);
        }
    }

    @Override
    public void expectation(HermitianRows a, double[][] re, double[][] im, double[] norms, double[] out, int lanes) {
        hermitianForm(a, re, im, out, lanes);
        divide(out, norms, lanes);
    }

    private static void divide(double[] out, double[] norms, int lanes) {
        for (int b = 0; b < lanes; b++) {
            out[b] = out[b] * (1 / norms[b]);
        }
    }

    @Override
    public void means(double[] coefficients, int formCount, double[][] rows, double[] norms, double[] inverse, double[][] out,
            int lanes) {
        forms(coefficients, formCount, rows, out, lanes);
        for (int f = 0; f < formCount; f++) {
            divide(out[f], norms, lanes);
        }
    }

    @Override
    public int below(double[] norms, double[] thresholds, int[] found, int lanes) {
        int count = 0;
        for (int b = 0; b < lanes; b++) {
            if (norms[b] < thresholds[b]) {
                found[count++] = b;
            }
        }
        return count;
    }
}
