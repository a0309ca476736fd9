/**
 * Integrals of energies along trajectories, and whether they close. Uses sector and drive.
 *
 * <p><b>A tour.</b> {@link PilotClosure} first: it is how an engine sees its own error, as ΔU = W + Q holds exactly for every trajectory. {@link EnergyIntegrals} are the sums
 * themselves, {@link Quench} a jump of the energy in time, {@link NodeValues} says where the forms of a step stand from which they come.
 */
package org.unravel.engine.energy;
