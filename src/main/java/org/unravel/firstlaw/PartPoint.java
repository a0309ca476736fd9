package org.unravel.firstlaw;

import java.util.Map;

/** The averaged state of the system, or of a part, at a time, beside its energy there: every number that is not linear in it, and the rates of path integrals. */
interface PartPoint {

    /** Numbers of the state by itself. */
    Map<StateNumber, Double> numbers();

    /** Integrands of the path integrals of the state by itself, shape [integrals]; of a point that knows how its state changes. */
    double[] rates();

    /** Whether a population is zero as far as anybody can tell. */
    boolean isRankDeficient();

    /** Populations, ascending, shape [D]. */
    double[] populations();

    /** Eigenvalues of Σ_E Π_EρΠ_E, ascending, shape [D]. */
    double[] populationsOnLevels();

    /** Levels of the energy, ascending, shape [D]. */
    double[] levels();

    /** By how much the heat of populations per time changes at most, either way, if the eigenvectors of a population and of the next are turned among themselves. */
    double turningHeat(int k);

    /** As rates of path integrals take it: finite. */
    double inverseTemperature();

    /** What a sudden change of the energy to that of another point of the same state adds to the path integrals, shape [integrals]. */
    double[] quench(PartPoint after);
}
