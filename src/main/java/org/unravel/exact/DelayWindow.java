package org.unravel.exact;

/**
 * The evolution without jumps over a window of time.
 *
 * @param evolution V, which takes a ket from its start to its end
 * @param effects Φ_l packed, shape [channels][D²]: Tr[Φ_lρ] is the probability that the first jump after ρ falls in the window and is of channel l
 */
record DelayWindow(DenseMatrix evolution, double[][] effects) {

    /** The window and the next one as one: V = V'V, Φ_l + V†Φ'_lV. */
    DelayWindow followedBy(DelayWindow next) {
        DenseMatrix adjoint = evolution.adjoint();
        double[][] sums = new double[effects.length][];
        for (int l = 0; l < sums.length; l++) {
            sums[l] = adjoint.transform(next.effects[l]);
            for (int i = 0; i < sums[l].length; i++) {
                sums[l][i] += effects[l][i];
            }
        }
        return new DelayWindow(next.evolution.times(evolution), sums);
    }
}
