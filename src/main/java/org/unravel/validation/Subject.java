package org.unravel.validation;

/**
 * What a test compares.
 *
 * @param kind which side of it
 * @param quantity of what; the name itself where it is about no single quantity
 * @param name of the test, for people and files
 */
public record Subject(Kind kind, String quantity, String name) {

    /** Which side of a quantity, or what else, is compared. */
    public enum Kind {
        /** The mean at every grid time that is tested, the end included. */
        CURVE,
        /** The mean at the end of the run, of a number of jumps say. */
        MEAN,
        /** The variance at the end. */
        VARIANCE,
        /** The standard error that is shown at the end. */
        STANDARD_ERROR,
        /** The distribution at the end, value by value. */
        ATOMS,
        /** When, how often and by which channel a trajectory jumps first. */
        FIRST_JUMPS,
        /** Times between jumps. */
        WAITING_TIMES,
        /** The time of a jump of a given number. */
        PASSAGES,
        /** g² of two channels. */
        CORRELATIONS,
        /** How often jumps of given channels follow one another. */
        WORDS,
        /** A fluctuation relation as a whole. */
        RELATION,
        /** Whether neighbouring trajectories hang together. */
        INDEPENDENCE,
        /** Whether weights have the mean 1. */
        WEIGHTS,
        /** The first law in every trajectory. */
        FIRST_LAW,
        /** Nothing: it says what a verdict lacks. */
        PREMISE
    }

    /** Something that is about no single quantity. */
    public static Subject of(Kind kind, String name) {
        return new Subject(kind, name, name);
    }

    /** The mean of a quantity at every grid time, e.g. {@code curve heat.counted}. */
    public static Subject curve(String quantity) {
        return new Subject(Kind.CURVE, quantity, "curve " + quantity);
    }

    /** The mean of a quantity at the end; the test has the name of the quantity, e.g. {@code jumps.hot.emission}. */
    public static Subject mean(String quantity) {
        return of(Kind.MEAN, quantity);
    }

    /** The variance of a quantity, e.g. {@code variance heat.counted}. */
    public static Subject variance(String quantity) {
        return new Subject(Kind.VARIANCE, quantity, "variance " + quantity);
    }

    /** The standard error of the mean of a quantity, e.g. {@code standard error heat.counted}. */
    public static Subject standardError(String quantity) {
        return new Subject(Kind.STANDARD_ERROR, quantity, "standard error " + quantity);
    }

    /** The distribution of a quantity, e.g. {@code atoms heat.counted}. */
    public static Subject atoms(String quantity) {
        return new Subject(Kind.ATOMS, quantity, "atoms " + quantity);
    }
}
