package org.unravel.engine;

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

    void clear() {
        java.util.Arrays.fill(work, 0);
        java.util.Arrays.fill(drift, 0);
        java.util.Arrays.fill(unitary, 0);
    }
}
