package org.unravel.engine.lane;

import org.unravel.engine.energy.EnergyIntegrals;

/**
 * The hot loops over the lanes of a group. Layout: one array per row, its index the lane; {@code lanes} is a multiple of {@link org.unravel.engine.jump.LanePadding#MULTIPLE}.
 *
 * <p>Each lane's arithmetic is the same whatever the number of lanes, and the same in every implementation: all give the same
 * bits. Implementations keep no state, allocate nothing and check nothing.
 */
public interface LaneKernel {

    /** Length of the scratch of a product: 256 columns of two of the widest vectors, complex. */
    int SLAB_LENGTH = 8192;

    /** The fastest kernel that this Java can run: the Vector API where its module is there, else plain loops. */
    static LaneKernel fastest() {
        return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent() ? new VectorLaneKernel() : new PlainLaneKernel();
    }

    /** Name for results and reports. */
    String name();

    /** The loops for single lanes that go with it. */
    NodeKernel nodeKernel();

    /**
     * y = U x for every lane; rows of x and y are basis states. Row by row and column by column in order:
     * y ← fma(∓Im u, Im x or Re x, fma(Re u, Re x or Im x, y)).
     *
     * @param slab scratch of {@link #SLAB_LENGTH}
     */
    void multiply(PanelMatrix u, double[][] xRe, double[][] xIm, double[][] yRe, double[][] yIm, double[] slab, int lanes);

    /** norms[b] = Σ_i |x_i|². */
    void norms(double[][] re, double[][] im, double[] norms, int lanes);

    /** Outer-product rows of every lane in the order of {@link OuterProduct}. */
    void outer(OuterProduct product, double[][] re, double[][] im, double[][] rows, int lanes);

    /**
     * Adds all quadrature nodes of a step to the energy integrals of every lane, from forms of the step-start state.
     *
     * <p>With n, k, e, c, p, u the forms of 1, K, E, ½{E,K}, Ė and i[H,E] (see {@link NodeForms}) and w = weight · halfStep:
     * drift += w (e k / n − c) / n, work += w p / n, unitary += w u / n (physics.md, "The ledger"); drift heat of a bath apart as drift.
     *
     * @param nodes {@link org.unravel.engine.grid.GridTables#GAUSS_COUNT} nodes
     * <p>Where there is drift and no unitary heat, one division serves all nodes: the products n_0…n_q, the inverse of the last, and back. A
     * division takes as long as a whole node's forms of a qubit (engine.md, "A step").
     *
     * @param scratch at least {@link NodeForms#MOST} rows of lanes and four more
     */
    void integrate(NodeForms[] nodes, double[] weights, double halfStep, double[][] rows, EnergyIntegrals sums, double[][] scratch,
            int lanes);

    /**
     * Adds one quadrature node from the state at the node itself.
     *
     * @param scratch at least {@link NodeForms#MOST} rows of lanes and four more
     */
    void integrate(NodeOperators node, double weight, double[][] re, double[][] im, EnergyIntegrals sums, double[][] scratch, int lanes);

    /** out[b] = Re ⟨x|A|x⟩ / norms[b] for a Hermitian A. */
    void expectation(HermitianRows a, double[][] re, double[][] im, double[] norms, double[] out, int lanes);

    /**
     * Means: out[f][b] = Σ_i coefficients[i * formCount + f] rows[i][b] / norms[b], for f below {@code formCount}.
     *
     * @param inverse scratch of lanes
     */
    void means(double[] coefficients, int formCount, double[][] rows, double[] norms, double[] inverse, double[][] out, int lanes);

    /**
     * Lists the lanes whose norm is below their threshold, ascending.
     *
     * @param found out
     * @return their number
     */
    int below(double[] norms, double[] thresholds, int[] found, int lanes);
}
