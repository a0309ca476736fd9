package org.unravel.model;

/**
 * Something that a model file names for its own use. People are told of it; everything that is computed has it in its place already.
 *
 * @param kind where it comes from
 * @param name its name
 * @param text what it is, as {@code operator, depends on time}
 */
public record Abbreviation(Kind kind, String name, String text) {

    /** Where an abbreviation comes from. */
    public enum Kind {
        /** An entry of {@code let}. */
        LET,
        /** A file with the points of a table. */
        TABLE
    }
}
