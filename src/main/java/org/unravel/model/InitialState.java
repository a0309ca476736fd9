package org.unravel.model;

import java.util.List;

/**
 * The initial state as a mixture of orthonormal kets. A pure state has one.
 *
 * @param components kets with their probabilities, which are positive and add up to 1
 */
public record InitialState(List<Component> components) {

    /**
     * One ket of the mixture.
     *
     * @param probability its probability
     * @param re real parts of the normalised ket
     * @param im imaginary parts
     */
    public record Component(double probability, double[] re, double[] im) {
    }

    /** Copies the list. */
    public InitialState {
        components = List.copyOf(components);
    }

    /** A pure state from a normalised ket. */
    public static InitialState pure(double[] re, double[] im) {
        return new InitialState(List.of(new Component(1, re, im)));
    }

    /** True if there is one ket. */
    public boolean isPure() {
        return components.size() == 1;
    }
}
