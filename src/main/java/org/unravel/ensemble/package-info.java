/**
 * From a run plan over blocks and threads to one merged result; stopping at a standard error; measurements at both ends. Imports trajectory, engine, statistics, bath,
 * model, numeric.
 *
 * <p><b>A tour.</b> Trajectory i draws from a stream of its own, blocks of consecutive trajectories are pure functions of their index, and a fixed tree merges them: so
 * a result has the same bits for any number of threads and lanes. Files to read first:
 * <ol>
 * <li>{@link Tallies}: the list of all that is summed. A new sum is a line here and a {@link Tally} of its own; {@link ClosureTally} is the shortest example,
 *     {@link CurveTally} the usual one, {@link WaitingTimeTally} one that looks at jumps.
 * <li>{@link PassageTally}, {@link CorrelationTally}, {@link WordTally}: what a model asks to be counted of the records of jumps; they keep a little of each trajectory until its group ends.
 * <li>{@link Tally} and {@link TallySums}: what a tally sees, and what its sums can do: merge, be written and read, contribute to the result.
 * <li>{@link BlockObserver}: books a lane group in the ledger and shows it to the tallies; weighted jumps wait in the {@link JumpLog} for the end of the group.
 * <li>{@link BlockRunner}: the function from an index to a {@link Block}.
 * <li>{@link Sampling}: threads, blocks that come early, the {@link MergeTree}, and the {@link StoppingRule}.
 * <li>{@link StateTally}: averaged states of groups of trajectories, {@link GroupedStates}, for what is not linear in the state; kept where a recording asks for them.
 * <li>{@link RecordTally} and {@link RecordSink}: single trajectories, which leave with their block in the order of the index and are never merged.
 * <li>{@link ResultParts}, {@link EnsembleResult}: what comes out. Where weights allow no error bars, {@link WithheldErrors} takes them away.
 * <li>{@link CurveSums}: why the order of sums is fixed, and how.
 * <li>{@link EndMeasurement}: outcomes of the two measurements, drawn when a trajectory has ended.
 * </ol>
 * A quantity of a single trajectory, as opposed to a sum over many, is a row of {@link org.unravel.trajectory.Ledger}; its mean and its value at the end are then summed without more.
 */
package org.unravel.ensemble;
