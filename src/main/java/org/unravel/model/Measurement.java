package org.unravel.model;

/** What is measured on every trajectory by projection, beside what is counted on its way. */
public enum Measurement {

    /** Nothing. */
    NONE,

    /** The energy at the start and at the end (physics.md, "Two measurements of the energy"). */
    TWO_POINT;

    /** Largest dimension of a model that is measured: all its projectors and, for what is exact about them, its density matrices are dense. */
    public static final int LARGEST_DIMENSION = 64;
}
