package org.unravel.validation;

/** What a test measures a disagreement by. */
public enum Statistic {

    /** A deviation in standard errors. */
    Z("z"),
    /** The largest one, without its sign, of the points of a curve. */
    LARGEST_Z("max |z|"),
    /** The largest one of the shares of cells. */
    LARGEST_Z_OF_SHARES("max |z| of shares"),
    /** Of a value that cannot scatter, in its own unit. */
    DEVIATION("deviation"),
    /** A variance that is none. */
    VARIANCE("variance"),
    /** How many jumps, or trajectories, where few are expected. */
    NUMBER("number"),
    /** How many pairs of jumps. */
    PAIRS("pairs"),
    /** Pearson's. */
    CHI_SQUARE("chi-square"),
    /** Kolmogorov and Smirnov's distance. */
    DISTANCE("D"),
    /** Hotelling's, as an F. */
    F("F"),
    /** How many trajectories have a value that no trajectory can have. */
    STRAYS("trajectories at impossible values"),
    /** The largest residual of the first law beside the energy scale. */
    RESIDUAL("max residual / scale"),
    /** None: bounds of values are not proven. */
    BOUNDS("bounds"),
    /** None: a caveat stands against a verdict. */
    CAVEAT("caveat"),
    /** None: something that a verdict needs was not compared. */
    COMPARISON("comparison");

    private final String text;

    Statistic(String text) {
        this.text = text;
    }

    /** For people and files. */
    public String text() {
        return text;
    }

    /** True if it is in standard errors, so that three digits say all. */
    public boolean isInStandardErrors() {
        return this == Z || this == LARGEST_Z;
    }
}
