package org.unravel.modelfile;

/**
 * A model that ships with the program.
 *
 * @param name what it is called on the command line
 * @param title one line for people
 */
public record ShippedModel(String name, String title) {
}
