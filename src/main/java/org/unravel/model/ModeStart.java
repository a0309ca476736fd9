package org.unravel.model;

/** The state of a group of boson modes at the start; that of two groups is a product. */
public sealed interface ModeStart {

    /**
     * The Gibbs state of the group alone.
     *
     * @param beta β &gt; 0, in the inverse unit of energy
     */
    record Thermal(double beta) implements ModeStart {
    }

    /**
     * A coherent state of each mode.
     *
     * @param re real parts of the amplitudes α, shape [modes of the group]
     * @param im imaginary parts, same shape
     */
    record Coherent(double[] re, double[] im) implements ModeStart {
    }
}
