package org.unravel.engine.lane;

import org.unravel.engine.energy.EnergyIntegrals;
import org.unravel.engine.sector.EnergyTerms;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The lane loops with the Vector API: matrix entries are broadcast, lanes fill the vectors.
 *
 * <p>Every loop is one flat method with a static final species: split over small methods or with the species as a parameter the JIT boxes the
 * vectors. Each lane's chain of operations is that of {@link PlainLaneKernel}, so both give the same bits.
 * {@code lanes} is a multiple of 16.
 */
public final class VectorLaneKernel implements LaneKernel {

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
    public void multiply(PanelMatrix u, double[][] xRe, double[][] xIm, double[][] yRe, double[][] yIm, double[] slab, int lanes) {
        VectorProducts.multiply(u, xRe, xIm, yRe, yIm, slab, lanes);
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
                for (int i = 0; i < terms.apart(); i++) {
                    forms(nodes[q].apart()[i], NodeForms.APART, rows, scratch, lanes);
                    VectorEnergyLoops.addDrift(weights[q] * halfStep, scratch[0], scratch[1], scratch[2], scratch[3], sums.apart(i), lanes);
                }
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
            for (int i = 0; i < terms.apart(); i++) {
                VectorEnergyLoops.drift(nodes[q].apart()[i], weights[q] * halfStep, rows, scratch[q], sums.apart(i), lanes);
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
        for (int i = 0; i < terms.apart(); i++) {
            VectorEnergyLoops.driftForms(node.energy(), node.apart().get(i), re, im, scratch[1], scratch[2], scratch[3], lanes);
            VectorEnergyLoops.addDrift(weight, n, scratch[1], scratch[2], scratch[3], sums.apart(i), lanes);
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
