package org.unravel.engine;

import java.util.Arrays;

/**
 * Energy integrals of every lane since the start of the run.
 *
 * @param work ∫⟨Ė⟩dt, shape [lanes]
 * @param drift ∫(⟨E⟩⟨K⟩ − ½⟨{E,K}⟩)dt
 * @param unitary ∫i⟨[H,E]⟩dt
 */
record EnergyIntegrals(double[] work, double[] drift, double[] unitary) {

    EnergyIntegrals(int lanes) {
        this(new double[lanes], new double[lanes], new double[lanes]);
    }

    /** The same with room for more lanes. */
    EnergyIntegrals widened(int lanes) {
        return new EnergyIntegrals(Arrays.copyOf(work, lanes), Arrays.copyOf(drift, lanes), Arrays.copyOf(unitary, lanes));
    }

    void clear() {
        Arrays.fill(work, 0);
        Arrays.fill(drift, 0);
        Arrays.fill(unitary, 0);
    }
}
