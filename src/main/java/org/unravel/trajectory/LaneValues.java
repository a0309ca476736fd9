package org.unravel.trajectory;

/**
 * What an engine knows of every lane at a grid time. The arrays are the engine's own: valid during the call, not to be written.
 *
 * @param energy ⟨E⟩, shape [lanes]
 * @param work ∫⟨Ė⟩dt and quenches since the start
 * @param drift drift heat since the start
 * @param unitary unitary heat since the start; zeros where the energy is the Hamiltonian
 * @param observables means of the observables, shape [observables][lanes]
 */
public record LaneValues(double[] energy, double[] work, double[] drift, double[] unitary, double[][] observables) {
}
