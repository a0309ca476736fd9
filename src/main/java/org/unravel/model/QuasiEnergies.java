package org.unravel.model;

/**
 * What the Floquet equation makes of a periodic Hamiltonian. Only differences of quasi-energies plus whole multiples of ω = 2π/T are physical.
 *
 * @param period T, in the model's unit of time
 * @param values ε_n in (−ω/2, ω/2], ascending but for the end, of H(t) without what all levels share; shape [D]
 * @param harmonics largest |q| of a Fourier component of the coupling between Floquet modes
 */
public record QuasiEnergies(double period, double[] values, int harmonics) {
}
