/**
 * What one trajectory is: its random stream, what an engine shows of it, and the ledger that books every change of its energy by origin.
 * Imports model, numeric, statistics.
 *
 * <p><b>A tour.</b> {@link Engine} makes a {@link LaneWorker}, which runs groups of trajectories side by side (lanes) and shows them to a {@link LaneObserver}: begin, jumps,
 * grid points with {@link LaneValues}, and the kets at the end. {@link Ledger} is where energy is booked: work, drift and unitary heat come from the engine, jump and counted
 * heat from the jumps. {@link QuantumCounter} is where a quantum, or a particle, is counted, as an integer, so that equal quanta cancel exactly. {@link TrajectoryStream} is all the randomness of a
 * trajectory; {@link Recording} says which curves are wanted.
 *
 * <p>A new quantity of a trajectory is a name in {@link org.unravel.model.Quantity}, and a row of the ledger that is filled in {@link Ledger#gridPoint}.
 */
package org.unravel.trajectory;
