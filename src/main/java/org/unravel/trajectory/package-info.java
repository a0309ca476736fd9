/**
 * What one trajectory is: its random stream, what an engine shows of it, and the ledger that books every change of its energy by origin.
 * Imports model, numeric, statistics.
 *
 * <p><b>A tour.</b> {@link Engine} makes a {@link LaneWorker}, which runs groups of trajectories side by side (lanes) and shows them to a {@link LaneObserver}: begin, jumps,
 * grid points with {@link LaneValues}, and the kets at the end. {@link Ledger} is where energy is booked: work, drift and unitary heat come from the engine, jump and counted
 * heat from the jumps. {@link QuantumCounter} is where a quantum, or a particle, is counted, as an integer, so that equal quanta cancel exactly. {@link TrajectoryStream} is all the randomness of a
 * trajectory; {@link Recording} says which curves are wanted.
 *
 * <p>A new quantity of a trajectory takes three files:
 * <ol>
 * <li>{@link org.unravel.model.Quantity}: its name and its kind.
 * <li>{@link Ledger}: its place in {@link Ledger#names}, and its row, which {@link Ledger#gridPoint} fills.
 * <li>{@code CurveRanges} of the package validation: how far apart it can be in two trajectories. Without that no error bar of it can be judged, and every run is refused with its name.
 * </ol>
 * Then curves, moments of the value at the end, {@code summary.json}, {@code convergence.csv} and records have it. What it may have besides: a row of the table ({@code output.ResultTable}), an exact
 * mean ({@code exact.CurveRecorder}), a figure ({@code figure.CurveFigures}), a bound on rare events ({@code validation.ErrorMarks}) and the right to stop a run
 * ({@code modelfile.ModelReader}).
 */
package org.unravel.trajectory;
