package org.unravel.engine.martingale;

import org.unravel.numeric.BlockMatrix;

/**
 * What all lanes share of a step: how kets evolve without a jump, not normalised, and Hermitian forms of the ket at its start. Immutable.
 *
 * @param end propagator from start to end
 * @param propagators the same to each of the 16 Chebyshev nodes, flat [node][entries], real parts and then imaginary ones, rows padded to eights
 * @param forms forms at the nodes, as {@link org.unravel.engine.energy.NodeValues} lays them out and then ⟨R − K⟩, flat [outer-product row][form][node]
 * @param negative whether a rate is negative in it: else R = K, and weights stay what they are
 */
record MartingaleStep(BlockMatrix end, double[] propagators, double[] forms, boolean negative) {

    private static final int EIGHT = 8;

    /** Numbers of a propagator at one node, padded. */
    static int width(BlockMatrix v) {
        return (2 * v.re().length + EIGHT - 1) / EIGHT * EIGHT;
    }

    long bytes() {
        return 8L * (propagators.length + forms.length + 2L * end.re().length);
    }
}
