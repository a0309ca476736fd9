package org.unravel.modelfile;

import org.unravel.model.QuadraticModel;

/**
 * A model of boson modes with the text that it was read from.
 *
 * @param name of the file without its folder, or of the shipped model
 * @param text what stands in the file
 * @param normalForm the same model as a file of its own: parameters are numbers, overrides are applied, defaults written out, no comments
 * @param trajectories the normal form without what changes no trajectory: title, number of trajectories and seed
 * @param model what it says
 */
public record QuadraticModelFile(String name, String text, String normalForm, String trajectories, QuadraticModel model) {
}
