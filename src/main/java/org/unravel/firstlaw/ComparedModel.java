package org.unravel.firstlaw;

import java.util.Map;
import java.util.Optional;

import org.unravel.engine.Engines;
import org.unravel.model.Model;

/**
 * What a comparison is of: a model with a space, or one of boson modes, which has none.
 *
 * @param name of the model
 * @param title one line for people, may be empty
 * @param parameters numbers under names
 * @param energyScale what differences of energies are small beside, in the unit of energy
 * @param withSpace the model that has a space; empty of modes
 */
public record ComparedModel(String name, String title, Map<String, Double> parameters, double energyScale, Optional<Model> withSpace) {

    /** One with a space. */
    public static ComparedModel of(Model model) {
        return new ComparedModel(model.name(), model.title(), model.parameters(), Engines.energyScale(model), Optional.of(model));
    }
}
