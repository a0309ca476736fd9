package org.unravel.engine.lane;

import java.util.Arrays;

import org.unravel.engine.energy.NodeValues;
import org.unravel.engine.sector.EnergyTerms;
import org.unravel.numeric.ChebyshevNodes;

/** The node loops in plain Java. */
final class PlainNodeKernel implements NodeKernel {

    private static final int N = NodeValues.N;
    private static final double[] NODES = ChebyshevNodes.nodes();
    private static final double[] BARYCENTRIC = ChebyshevNodes.barycentricWeights();

    @Override
    public void combine(double[] matrix, int offset, int width, double[] factors, int count, double[] out) {
        Arrays.fill(out, 0, width, 0);
        for (int i = 0; i < count; i++) {
            double f = factors[i];
            int p = offset + i * width;
            for (int e = 0; e < width; e++) {
                out[e] = Math.fma(f, matrix[p + e], out[e]);
            }
        }
    }

    @Override
    public void rates(EnergyTerms terms, double[] values, double[] rates) {
        int unitary = NodeValues.unitary(terms);
        for (int j = 0; j < N; j++) {
            double inverse = 1 / values[j];
            double ratio = values[NodeValues.ENERGY + j] * inverse;
            rates[j] = Math.fma(ratio, values[NodeValues.JUMP_RATE + j], -values[NodeValues.ANTICOMMUTATOR + j]) * inverse;
            if (terms.power()) {
                rates[N + j] = values[NodeValues.power() + j] * inverse;
            }
            if (terms.unitary()) {
                rates[2 * N + j] = values[unitary + j] * inverse;
            }
        }
    }

    @Override
    public void driftRates(double[] values, int from, double[] rates, int to) {
        for (int j = 0; j < N; j++) {
            double inverse = 1 / values[j];
            rates[to + j] = Math.fma(values[from + N + j] * inverse, values[from + j], -values[from + 2 * N + j]) * inverse;
        }
    }

    @Override
    public double differenceDot(double[] a, double[] b, double[] x, int offset) {
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
        for (int j = 0; j < N; j++) {
            double distance = x - NODES[j];
            weights[j] = BARYCENTRIC[j] / (distance == 0 ? NO_DISTANCE : distance);
        }
        double scale = 1 / NodeKernel.sum(weights);
        for (int j = 0; j < N; j++) {
            weights[j] *= scale;
        }
    }

    @Override
    public void addProduct(double[] uRe, double[] uIm, int from, double x, double y, double[] outRe, double[] outIm, int to) {
        for (int j = 0; j < N; j++) {
            outRe[to + j] = Math.fma(-uIm[from + j], y, Math.fma(uRe[from + j], x, outRe[to + j]));
            outIm[to + j] = Math.fma(uIm[from + j], x, Math.fma(uRe[from + j], y, outIm[to + j]));
        }
    }

    @Override
    public void addInner(double[] a, int ai, double[] b, int bi, double[] c, int ci, double[] d, int di, double[] out, int to) {
        for (int j = 0; j < N; j++) {
            out[to + j] = Math.fma(a[ai + j], b[bi + j], Math.fma(c[ci + j], d[di + j], out[to + j]));
        }
    }

    @Override
    public void addNodeProduct(double[] aRe, double[] aIm, int from, double[] xRe, double[] xIm, int xi, double[] outRe, double[] outIm) {
        for (int j = 0; j < N; j++) {
            outRe[j] = Math.fma(-aIm[from + j], xIm[xi + j], Math.fma(aRe[from + j], xRe[xi + j], outRe[j]));
            outIm[j] = Math.fma(aIm[from + j], xRe[xi + j], Math.fma(aRe[from + j], xIm[xi + j], outIm[j]));
        }
    }
}
