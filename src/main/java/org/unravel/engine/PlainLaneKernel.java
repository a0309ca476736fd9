package org.unravel.engine;

import java.util.Arrays;

import org.unravel.numeric.BlockMatrix;
import org.unravel.numeric.BlockPartition;
import org.unravel.numeric.SparseMatrix;

/** The lane loops in plain Java, shaped so that the JIT vectorises them: short bodies, all arrays indexed by the lane alone (limits.md P1). */
final class PlainLaneKernel implements LaneKernel {

    @Override
    public String name() {
        return "plain";
    }

    @Override
    public NodeKernel nodeKernel() {
        return new PlainNodeKernel();
    }

    @Override
    public void multiply(BlockMatrix u, double[][] xRe, double[][] xIm, double[][] yRe, double[][] yIm, int lanes) {
        BlockPartition partition = u.partition();
        for (int m = 0; m < partition.blockCount(); m++) {
            int[] block = partition.block(m);
            int p = partition.offset(m);
            for (int row : block) {
                Arrays.fill(yRe[row], 0, lanes, 0);
                Arrays.fill(yIm[row], 0, lanes, 0);
                int k = 0;
                for (; k + 2 <= block.length; k += 2, p += 2) {
                    addProducts(u.re()[p], u.im()[p], xRe[block[k]], xIm[block[k]], u.re()[p + 1], u.im()[p + 1], xRe[block[k + 1]],
                            xIm[block[k + 1]], yRe[row], yIm[row], lanes);
                }
                for (; k < block.length; k++, p++) {
                    addProduct(u.re()[p], u.im()[p], xRe[block[k]], xIm[block[k]], yRe[row], yIm[row], lanes);
                }
            }
        }
    }

    /**
     * Two entries of a row at once, in the order of two calls for one: the sums are read and written half as often, a fourth faster at 64
     * lanes. Two rows at once, or four entries, the JIT does not vectorise on every Java.
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
            Arrays.fill(out[f], 0, lanes, 0);
            for (int i = 0; i < rows.length; i++) {
                addScaled(coefficients[i * formCount + f], rows[i], out[f], lanes);
            }
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
        for (int q = 0; q < nodes.length; q++) {
            forms(nodes[q].coefficients(), terms.formCount(), rows, scratch, lanes);
            addNode(terms, weights[q] * halfStep, scratch, sums, lanes);
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

    /** The drift-heat increment of trajectories.md §2 with unnormalised forms. */
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
            driftForms(node, re, im, scratch, lanes);
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

    /** Rows 1–3 of scratch: ⟨x|K|x⟩, ⟨x|E|x⟩ and Re⟨Ex|Kx⟩ = ½⟨x|{E,K}|x⟩, row by row of Ex and Kx. */
    private static void driftForms(NodeOperators node, double[][] re, double[][] im, double[][] scratch, int lanes) {
        for (int f = 1; f <= 3; f++) {
            Arrays.fill(scratch[f], 0, lanes, 0);
        }
        double[] eRe = scratch[NodeForms.MOST];
        double[] eIm = scratch[NodeForms.MOST + 1];
        double[] kRe = scratch[NodeForms.MOST + 2];
        double[] kIm = scratch[NodeForms.MOST + 3];
        for (int i = 0; i < re.length; i++) {
            rowTimes(node.jumpRate(), i, re, im, kRe, kIm, lanes);
            rowTimes(node.energy(), i, re, im, eRe, eIm, lanes);
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
