package org.unravel.model;

/**
 * Something that stands between a model and trust in its results: it is shown wherever the results are.
 *
 * @param kind what it is about
 * @param text one line for people: what was expected, what was found, where, and what would help
 */
public record Caveat(Kind kind, String text) {

    /** What a caveat is about. */
    public enum Kind {
        /** A property that must hold at all times was found to hold wherever it was looked at, and could not be proven. */
        UNPROVEN,
        /** A search, for pulses say, ended before all times were covered. */
        SEARCH_GIVEN_UP,
        /** The model says two things that do not agree, such as a quantum that is not the energy a jump brings. */
        CONTRADICTION,
        /** An equation is used where its own condition, such as rates far below the distances of frequencies, does not hold. */
        APPROXIMATION,
        /** A ladder of levels ends too early. */
        CUT_OFF,
        /** A ladder of levels ends too early, and a mean is moved by more than its error, or nobody knows by how much. */
        CUT_OFF_SHIFTS,
        /** With rates of both signs the states of the master equation have negative populations at some times. */
        NOT_POSITIVE,
        /** Numbers so far apart that the small ones lose digits that matter. */
        ROUNDING
    }

    /** True if sample and exact ensemble may be wrong together, so that their agreement proves nothing. */
    public boolean forbidsVerdict() {
        return kind == Kind.SEARCH_GIVEN_UP || kind == Kind.UNPROVEN || kind == Kind.CUT_OFF_SHIFTS;
    }
}
