package org.unravel.modelfile;

import org.unravel.model.Model;

/**
 * A model with the text that it was read from.
 *
 * @param name of the file without its folder, or of the shipped model
 * @param text what stands in the file
 * @param normalForm the same model as a file of its own: parameters are numbers, overrides are applied, defaults written out, no comments
 * @param trajectories the normal form without what changes no trajectory: title, number of trajectories, seed and when to stop
 * @param model what it says
 */
public record ModelFile(String name, String text, String normalForm, String trajectories, Model model) {
}
