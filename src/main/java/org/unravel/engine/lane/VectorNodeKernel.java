package org.unravel.engine.lane;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

import org.unravel.engine.energy.NodeValues;
import org.unravel.engine.sector.EnergyTerms;
import org.unravel.numeric.ChebyshevNodes;

/** The node loops with the Vector API. */
final class VectorNodeKernel implements NodeKernel {

    private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;
    private static final int L = S.length();
    private static final int N = NodeValues.N;
    private static final double[] NODES = ChebyshevNodes.nodes();
    private static final double[] BARYCENTRIC = ChebyshevNodes.barycentricWeights();

    @Override
    public void combine(double[] matrix, int offset, int width, double[] factors, int count, double[] out) {
        int e = 0;
        for (; e + 2 * L <= width; e += 2 * L) {
            DoubleVector x = DoubleVector.zero(S);
            DoubleVector y = x;
            for (int i = 0, p = offset + e; i < count; i++, p += width) {
                DoubleVector f = DoubleVector.broadcast(S, factors[i]);
                x = f.fma(DoubleVector.fromArray(S, matrix, p), x);
                y = f.fma(DoubleVector.fromArray(S, matrix, p + L), y);
            }
            x.intoArray(out, e);
            y.intoArray(out, e + L);
        }
        for (; e < width; e += L) {
            DoubleVector x = DoubleVector.zero(S);
            for (int i = 0, p = offset + e; i < count; i++, p += width) {
                x = DoubleVector.broadcast(S, factors[i]).fma(DoubleVector.fromArray(S, matrix, p), x);
            }
            x.intoArray(out, e);
        }
    }

    @Override
    public void rates(EnergyTerms terms, double[] values, double[] rates) {
        DoubleVector one = DoubleVector.broadcast(S, 1);
        int unitary = NodeValues.unitary(terms);
        for (int j = 0; j < N; j += L) {
            DoubleVector inverse = one.div(DoubleVector.fromArray(S, values, j));
            DoubleVector ratio = DoubleVector.fromArray(S, values, NodeValues.ENERGY + j).mul(inverse);
            DoubleVector c = DoubleVector.fromArray(S, values, NodeValues.ANTICOMMUTATOR + j).neg();
            ratio.fma(DoubleVector.fromArray(S, values, NodeValues.JUMP_RATE + j), c).mul(inverse).intoArray(rates, j);
            if (terms.power()) {
                DoubleVector.fromArray(S, values, NodeValues.power() + j).mul(inverse).intoArray(rates, N + j);
            }
            if (terms.unitary()) {
                DoubleVector.fromArray(S, values, unitary + j).mul(inverse).intoArray(rates, 2 * N + j);
            }
        }
    }

    @Override
    public void driftRates(double[] values, int from, double[] rates, int to) {
        DoubleVector one = DoubleVector.broadcast(S, 1);
        for (int j = 0; j < N; j += L) {
            DoubleVector inverse = one.div(DoubleVector.fromArray(S, values, j));
            DoubleVector ratio = DoubleVector.fromArray(S, values, from + N + j).mul(inverse);
            DoubleVector c = DoubleVector.fromArray(S, values, from + 2 * N + j).neg();
            ratio.fma(DoubleVector.fromArray(S, values, from + j), c).mul(inverse).intoArray(rates, to + j);
        }
    }

    @Override
    public double differenceDot(double[] a, double[] b, double[] x, int offset) {
        // In scalars and in order: 16 terms, and a reduction of vectors has no order of its own.
        double even = 0;
        double odd = 0;
        for (int j = 0; j < N; j += 2) {
            even = Math.fma(a[j] - b[j], x[offset + j], even);
            odd = Math.fma(a[j + 1] - b[j + 1], x[offset + j + 1], odd);
        }
        return even + odd;
    }

    @Override
    public void interpolate(double x, double[] weights) {
        for (int j = 0; j < N; j += L) {
            DoubleVector distance = DoubleVector.broadcast(S, x).sub(DoubleVector.fromArray(S, NODES, j));
            DoubleVector safe = distance.blend(NO_DISTANCE, distance.compare(VectorOperators.EQ, 0));
            DoubleVector.fromArray(S, BARYCENTRIC, j).div(safe).intoArray(weights, j);
        }
        DoubleVector scale = DoubleVector.broadcast(S, 1 / NodeKernel.sum(weights));
        for (int j = 0; j < N; j += L) {
            DoubleVector.fromArray(S, weights, j).mul(scale).intoArray(weights, j);
        }
    }

    @Override
    public void addProduct(double[] uRe, double[] uIm, int from, double x, double y, double[] outRe, double[] outIm, int to) {
        DoubleVector a = DoubleVector.broadcast(S, x);
        DoubleVector c = DoubleVector.broadcast(S, y);
        DoubleVector n = c.neg();
        for (int j = 0; j < N; j += L) {
            DoubleVector re = DoubleVector.fromArray(S, uRe, from + j);
            DoubleVector im = DoubleVector.fromArray(S, uIm, from + j);
            n.fma(im, a.fma(re, DoubleVector.fromArray(S, outRe, to + j))).intoArray(outRe, to + j);
            a.fma(im, c.fma(re, DoubleVector.fromArray(S, outIm, to + j))).intoArray(outIm, to + j);
        }
    }

    @Override
    public void addInner(double[] a, int ai, double[] b, int bi, double[] c, int ci, double[] d, int di, double[] out, int to) {
        for (int j = 0; j < N; j += L) {
            DoubleVector sum = DoubleVector.fromArray(S, c, ci + j).fma(DoubleVector.fromArray(S, d, di + j),
                    DoubleVector.fromArray(S, out, to + j));
            DoubleVector.fromArray(S, a, ai + j).fma(DoubleVector.fromArray(S, b, bi + j), sum).intoArray(out, to + j);
        }
    }

    @Override
    public void addNodeProduct(double[] aRe, double[] aIm, int from, double[] xRe, double[] xIm, int xi, double[] outRe, double[] outIm) {
        for (int j = 0; j < N; j += L) {
            DoubleVector a = DoubleVector.fromArray(S, aRe, from + j);
            DoubleVector c = DoubleVector.fromArray(S, aIm, from + j);
            DoubleVector x = DoubleVector.fromArray(S, xRe, xi + j);
            DoubleVector y = DoubleVector.fromArray(S, xIm, xi + j);
            c.neg().fma(y, a.fma(x, DoubleVector.fromArray(S, outRe, j))).intoArray(outRe, j);
            c.fma(x, a.fma(y, DoubleVector.fromArray(S, outIm, j))).intoArray(outIm, j);
        }
    }
}
