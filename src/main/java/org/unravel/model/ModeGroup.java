package org.unravel.model;

/**
 * A group of boson modes: H = Σ_jk h_jk a_j†a_k.
 *
 * @param name its name in the model file
 * @param matrix h, real and symmetric, shape [modes][modes], in the unit of energy
 * @param start its state at the start
 */
public record ModeGroup(String name, double[][] matrix, ModeStart start) {

    /** Number of modes, ≥ 1. */
    public int count() {
        return matrix.length;
    }
}
