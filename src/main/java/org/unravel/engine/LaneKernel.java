package org.unravel.engine;

import org.unravel.numeric.BlockMatrix;

/**
 * The hot loops over the lanes of a group. Layout: one array per row, its index the lane; {@code lanes} is a multiple of 8.
 *
 * <p>Each lane's arithmetic is the same whatever the number of lanes. Implementations keep no state, allocate nothing and check nothing.
 */
interface LaneKernel {

    /** Name for results and reports. */
    String name();

    /** y = U x for every lane; rows of x and y are basis states. */
    void multiply(BlockMatrix u, double[][] xRe, double[][] xIm, double[][] yRe, double[][] yIm, int lanes);

    /** norms[b] = Σ_i |x_i|². */
    void norms(double[][] re, double[][] im, double[] norms, int lanes);

    /** Outer-product rows of every lane in the order of {@link OuterProduct}. */
    void outer(OuterProduct product, double[][] re, double[][] im, double[][] rows, int lanes);

    /** Real forms: out[f][b] = Σ_i coefficients[i * formCount + f] rows[i][b], for f below {@code formCount}. */
    void forms(double[] coefficients, int formCount, double[][] rows, double[][] out, int lanes);

    /**
     * Adds one quadrature node to the energy integrals of every lane, from forms of the step-start state.
     *
     * <p>With n, k, e, c, p, u the forms of 1, K, E, ½{E,K}, Ė and i[H,E] (see {@link NodeForms}):
     * drift += w (e k / n − c) / n, work += w p / n, unitary += w u / n (trajectories.md §2).
     *
     * @param scratch at least {@link NodeForms#MOST} rows of lanes
     */
    void integrate(NodeForms node, double weight, double[][] rows, EnergyIntegrals sums, double[][] scratch, int lanes);

    /**
     * The same from the node's state itself: x is ψ at the node.
     *
     * @param scratch at least {@link NodeForms#MOST} rows of lanes and four more
     */
    void integrate(NodeOperators node, double weight, double[][] re, double[][] im, EnergyIntegrals sums, double[][] scratch, int lanes);

    /** out[b] = Re ⟨x|A|x⟩ / norms[b] for a Hermitian A. */
    void expectation(HermitianRows a, double[][] re, double[][] im, double[] norms, double[] out, int lanes);

    /** out[b] *= 1 / norms[b]. */
    void divide(double[] out, double[] norms, int lanes);
}
