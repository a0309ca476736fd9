/**
 * What engines see of a model: the basis states that a trajectory can come to, in parts that it is in one at a time, with operators, frames and scales. Uses no other wing.
 *
 * <p><b>A tour.</b> {@link SectorMap} first: all engines start from it, and it is the list of {@link Sector}s with the way of every channel between them. {@link ChannelTable}
 * makes the jumps of kets in one sector, each by a {@link JumpOperator}. {@link BlockFrame} takes large energies out of the evolution, {@link EnergyScale} is what residuals
 * are measured by, {@link ExactTime} a time that need not be a double.
 */
package org.unravel.engine.sector;
