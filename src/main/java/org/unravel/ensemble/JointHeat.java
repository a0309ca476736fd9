package org.unravel.ensemble;

import java.util.List;

import org.unravel.statistics.JointAtom;

/**
 * The sampled joint distribution of the counted heat of two baths (physics.md, "What is counted, exactly").
 *
 * @param first name of the first bath
 * @param second name of the second bath
 * @param atoms ascending in the heat of the first bath and then of the second, in the model's unit of energy
 */
public record JointHeat(String first, String second, List<JointAtom> atoms) {

    /** Copies the list. */
    public JointHeat {
        atoms = List.copyOf(atoms);
    }
}
