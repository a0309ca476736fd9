package org.unravel.engine;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

import org.unravel.numeric.BlockMatrix;
import org.unravel.numeric.BlockPartition;

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
                VectorEnergyLoops.addNode(terms, weights[q] * halfStep, scratch, sums, lanes);
            }
            return;
        }
        VectorEnergyLoops.inverseNorms(nodes, rows, scratch, lanes);
        for (int q = 0; q < nodes.length; q++) {
            if (terms.power()) {
                VectorEnergyLoops.driftAndPower(nodes[q].coefficients(), weights[q] * halfStep, rows, scratch[q], sums.drift(), sums.work(), lanes);
            } else {
                VectorEnergyLoops.drift(nodes[q].coefficients(), weights[q] * halfStep, rows, scratch[q], sums.drift(), lanes);
            }
        }
    }

    @Override
    public void integrate(NodeOperators node, double weight, double[][] re, double[][] im, EnergyIntegrals sums, double[][] scratch,
            int lanes) {
        EnergyTerms terms = node.terms();
        double[] n = scratch[0];
        norms(re, im, n, lanes);
        if (terms.drift()) {
            VectorEnergyLoops.driftForms(node.energy(), node.jumpRate(), re, im, scratch[1], scratch[2], scratch[3], lanes);
            VectorEnergyLoops.addDrift(weight, n, scratch[1], scratch[2], scratch[3], sums.drift(), lanes);
        }
        if (terms.power()) {
            hermitianForm(node.powerRows(), re, im, scratch[4], lanes);
            VectorEnergyLoops.addRatio(weight, scratch[4], n, sums.work(), lanes);
        }
        if (terms.unitary()) {
            hermitianForm(node.unitaryRows(), re, im, scratch[5], lanes);
            VectorEnergyLoops.addRatio(weight, scratch[5], n, sums.unitary(), lanes);
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
