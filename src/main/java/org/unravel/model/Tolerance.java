package org.unravel.model;

/** What results promise. */
public final class Tolerance {

    /**
     * What may be left out or dropped of any result, in units of the energy scale: a thing is negligible only if a bound of what it does to every result is below
     * this, be it the bound of an operator times the time it acts, a probability, or a part of an energy.
     */
    public static final double RESULT = 1e-9;

    private Tolerance() {
    }
}
