package org.unravel.effective;

/** What the generator of minimal dissipation of a part is like, against time; shapes [points], NaN where it does not exist. */
public interface EffectiveCurves {

    /** Times of the grid. */
    double[] times();

    /** The largest frequency of the canonical Hamiltonian: of a dimension, the largest gap of neighbouring levels; of boson modes, the largest eigenvalue of its matrix. */
    double[] largestFrequency();

    /** The smallest one. */
    double[] smallestFrequency();

    /** The largest canonical rate. */
    double[] largestRate();

    /** The smallest one, which may be negative. */
    double[] smallestRate();

    /** Largest over smallest singular value of the map. */
    double[] condition();
}
