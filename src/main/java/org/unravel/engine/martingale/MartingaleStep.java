package org.unravel.engine.martingale;

import org.unravel.numeric.BlockMatrix;
import org.unravel.numeric.BlockPartition;
import org.unravel.numeric.ChebyshevNodes;

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
    static int width(BlockPartition partition) {
        return (2 * partition.entryCount() + EIGHT - 1) / EIGHT * EIGHT;
    }

    /** Bytes of the arrays of a step with so many forms at a node. */
    static long bytes(BlockPartition partition, int formCount) {
        return 8L * (ChebyshevNodes.COUNT * (width(partition) + (long) formCount * partition.entryCount()) + 2L * partition.entryCount());
    }

    long bytes() {
        return 8L * (propagators.length + forms.length + 2L * end.re().length);
    }
}
