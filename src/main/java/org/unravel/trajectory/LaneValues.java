package org.unravel.trajectory;

/**
 * What an engine knows of every lane at a grid time. The arrays are the engine's own: valid during the call, not to be written.
 *
 * @param energy ⟨E⟩, shape [lanes]
 * @param work ∫⟨Ė⟩dt and quenches since the start
 * @param drift drift heat since the start
 * @param unitary unitary heat since the start; zeros where the energy is the Hamiltonian
 * @param driftApart drift heat since the start of each bath of {@link org.unravel.model.Model#bathsApart}, shape [baths apart][lanes]
 * @param observables means of the observables, shape [observables][lanes]
 * @param weight of the trajectory up to this time, ≥ 0 unless the unraveling has weights of both signs, shape [lanes]: the mean of weight times X over trajectories is that of X in the model's law,
 *        for every X that has been decided by now; exactly 1 where the model has no bias
 */
public record LaneValues(double[] energy, double[] work, double[] drift, double[] unitary, double[][] driftApart, double[][] observables, double[] weight) {
}
