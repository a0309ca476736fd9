package org.unravel.engine.lane;

import org.unravel.engine.energy.NodeValues;
import org.unravel.engine.sector.EnergyTerms;

/**
 * The inner loops of one jumping lane, which run over the 16 Chebyshev nodes of a step or over the entries of a matrix. Lengths are multiples
 * of 8. All implementations give the same bits; they keep no state, allocate nothing and check nothing.
 */
public interface NodeKernel {

    /** In place of no distance to a node: every other node's weight vanishes beside it. */
    double NO_DISTANCE = 1e-200;

    /**
     * A combination of rows: out[e] = Σ_i factors[i] matrix[offset + i * width + e] for e below {@code width}.
     *
     * @param count number of rows
     */
    void combine(double[] matrix, int offset, int width, double[] factors, int count, double[] out);

    /**
     * Rates of the energy integrals at the nodes from the forms there (physics.md, "The ledger"): drift = (e k / n − c) / n, power = p / n,
     * unitary = u / n.
     *
     * @param values forms at the nodes as {@link NodeValues} lays them out
     * @param rates out; drift from 0, power from 16, unitary from 32
     */
    void rates(EnergyTerms terms, double[] values, double[] rates);

    /**
     * The rate of drift heat of a bath apart at the nodes, as in {@link #rates}.
     *
     * @param values forms at the nodes; n first
     * @param from where k, e and c of that bath are
     * @param to where its rates go
     */
    void driftRates(double[] values, int from, double[] rates, int to);

    /** Σ_j (a_j − b_j) x_{offset + j} over the 16 nodes: those of even and of odd index apart, each in order. */
    double differenceDot(double[] a, double[] b, double[] x, int offset);

    /**
     * Interpolation weights w of a place in [−1, 1]: p(x) = Σ_j w_j p(x_j), by the second barycentric formula, which is stable at these nodes
     * (Berrut and Trefethen 2004, eq. 4.2, doi:10.1137/S0036144502417715; Higham 2004, doi:10.1093/imanum/24.4.547).
     */
    void interpolate(double x, double[] weights);

    /** Adds (uRe + i uIm)(x + iy) for 16 nodes: out[to + j] += u[from + j] (x + iy). */
    void addProduct(double[] uRe, double[] uIm, int from, double x, double y, double[] outRe, double[] outIm, int to);

    /** Adds the products of 16 node values: out[j] += a[ai + j] b[bi + j] + c[ci + j] d[di + j]. */
    void addInner(double[] a, int ai, double[] b, int bi, double[] c, int ci, double[] d, int di, double[] out, int to);

    /** Adds node by node (aRe + i aIm)[from + j] (xRe + i xIm)[xi + j] to out[j]. */
    void addNodeProduct(double[] aRe, double[] aIm, int from, double[] xRe, double[] xIm, int xi, double[] outRe, double[] outIm);

    /** Σ_j a_j x_{offset + j} over the 16 nodes, in four sums of every fourth node: no addition waits for fifteen others. */
    static double dot(double[] a, double[] x, int offset) {
        double s0 = a[0] * x[offset];
        double s1 = a[1] * x[offset + 1];
        double s2 = a[2] * x[offset + 2];
        double s3 = a[3] * x[offset + 3];
        for (int j = 4; j < NodeValues.N; j += 4) {
            s0 = Math.fma(a[j], x[offset + j], s0);
            s1 = Math.fma(a[j + 1], x[offset + j + 1], s1);
            s2 = Math.fma(a[j + 2], x[offset + j + 2], s2);
            s3 = Math.fma(a[j + 3], x[offset + j + 3], s3);
        }
        return (s0 + s1) + (s2 + s3);
    }

    /** Σ_j w_j over the 16 nodes by a fixed tree. */
    static double sum(double[] w) {
        return ((w[0] + w[4] + (w[8] + w[12])) + (w[1] + w[5] + (w[9] + w[13])))
                + ((w[2] + w[6] + (w[10] + w[14])) + (w[3] + w[7] + (w[11] + w[15])));
    }
}
