/**
 * Unravel: heat and work of driven open quantum systems, one quantum-jump trajectory at a time.
 *
 * <p>Units: ħ = k_B = 1; energies are in the model's unit, times and rates in its inverse. Energy that flows <em>into</em> the
 * system is positive: heat Q &gt; 0 comes from a bath, work W &gt; 0 is done by the drive, ΔU = W + Q.
 *
 * <p>The way of the data: a model file is read to a {@link org.unravel.model.Model}; an engine samples trajectories of it; the
 * ledger of each trajectory is aggregated by the ensemble; the exact side computes the same averages from the master equation; the
 * validation holds one against the other. A package may use those above it in the list of {@code ArchitectureTest}, never those below.
 */
package org.unravel;
