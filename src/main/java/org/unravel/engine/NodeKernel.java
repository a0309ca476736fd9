package org.unravel.engine;

/**
 * The inner loops of one jumping lane, which run over the 16 Chebyshev nodes of a step or over the entries of a matrix. Lengths are multiples
 * of 8. All implementations give the same bits; they keep no state, allocate nothing and check nothing.
 */
interface NodeKernel {

    /**
     * A combination of rows: out[e] = Σ_i factors[i] matrix[offset + i * width + e] for e below {@code width}.
     *
     * @param count number of rows
     */
    void combine(double[] matrix, int offset, int width, double[] factors, int count, double[] out);

    /**
     * Rates of the energy integrals at the nodes from the forms there (trajectories.md §2): drift = (e k / n − c) / n, power = p / n,
     * unitary = u / n.
     *
     * @param values forms at the nodes as {@link NodeValues} lays them out
     * @param rates out; drift from 0, power from 16, unitary from 32
     */
    void rates(EnergyTerms terms, double[] values, double[] rates);

    /** Σ_j (a_j − b_j) x_{offset + j} over the 16 nodes: those of even and of odd index apart, each in order. */
    double differenceDot(double[] a, double[] b, double[] x, int offset);

    /** Adds (uRe + i uIm)(x + iy) for 16 nodes: out[to + j] += u[from + j] (x + iy). */
    void addProduct(double[] uRe, double[] uIm, int from, double x, double y, double[] outRe, double[] outIm, int to);

    /** Adds the products of 16 node values: out[j] += a[ai + j] b[bi + j] + c[ci + j] d[di + j]. */
    void addInner(double[] a, int ai, double[] b, int bi, double[] c, int ci, double[] d, int di, double[] out, int to);

    /** Adds node by node (aRe + i aIm)[from + j] (xRe + i xIm)[xi + j] to out[j]. */
    void addNodeProduct(double[] aRe, double[] aIm, int from, double[] xRe, double[] xIm, int xi, double[] outRe, double[] outIm);
}
