package org.unravel.engine;

import org.unravel.numeric.SparseMatrix;

/**
 * The hot loops of the sparse engine. Layout: one flat array, row = basis state, column = lane, entry (i, b) at {@code i * width + b}; the width
 * is a multiple of {@link LaneKernel#LANE_MULTIPLE}. Implementations keep no state, allocate nothing and check nothing; the arithmetic of a
 * lane does not depend on the others.
 */
interface TaylorKernel {

    /** Name for results and reports. */
    String name();

    /**
     * The next Taylor term of every lane: out = scale_b G x, with norms[b] = Σ_i |out_i|².
     *
     * @param scale shape [width]; zero for a lane whose series has converged
     */
    void nextTerm(SparseMatrix g, double[] xRe, double[] xIm, double[] scale, double[] outRe, double[] outIm, double[] norms, int width);

    /**
     * The Taylor polynomial of every lane at its own place: y = Σ_m c_m x_b^m, with norms[b] = Σ_i |y_i|².
     *
     * @param degree terms c_0 … c_degree
     * @param x shape [width]
     */
    void evaluate(double[][] cRe, double[][] cIm, int degree, double[] x, double[] yRe, double[] yIm, double[] norms, int dimension, int width);

    /** out[b] = ⟨y|A|y⟩ for a Hermitian A, unnormalised. */
    void expectation(HermitianRows a, double[] yRe, double[] yIm, double[] out, int width);

    /**
     * Forms of the drift heat: k[b] = ⟨y|K|y⟩, e[b] = ⟨y|E|y⟩, c[b] = Re⟨Ey|Ky⟩.
     */
    void driftForms(SparseMatrix energy, SparseMatrix jumpRate, double[] yRe, double[] yIm, double[] k, double[] e, double[] c, int width);

    /** The kernel of one kind with the lane kernels. */
    static TaylorKernel fastest() {
        return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent() ? new VectorTaylorKernel() : new PlainTaylorKernel();
    }
}
