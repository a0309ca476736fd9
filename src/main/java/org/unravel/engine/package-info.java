/**
 * Propagation strategies behind {@link org.unravel.trajectory.Engine}, and the choice among them with its reason. Engines know neither the
 * ledger's meaning of what they integrate nor the statistics. Imports trajectory, model, numeric.
 *
 * <p><b>A tour.</b> An engine draws jump records of one law and integrates energies along them; engines differ in how they know the ket between two jumps. The theory
 * is in physics.md, "The trajectories" and "The ledger", and in engine.md. Ten files to read first:
 * <ol>
 * <li>{@link Engines}: the list of engines. A new one is a line here, an {@link EngineCandidate}, and files of its own.
 * <li>{@link AutomaticChoice}: which engine a model gets, and when it gets none.
 * <li>{@link SectorMap}: the basis states that a trajectory can come to, in parts that it is in one at a time. All engines start from it.
 * <li>{@link JumpLaw}: the law of the jumps, its bias, and the weight that undoes it.
 * <li>{@link LaneStreams}: all random draws of a group of trajectories: initial ket, the survival at which it jumps, the channel. Who reads this knows what engines share.
 * <li>{@link GridEngine}: the first of four ways; it takes every model.
 * <li>{@link JumpResolver}: one trajectory through a step in which it jumps: locate, weigh, choose, apply, go on.
 * <li>{@link StepTableBuilder}: what makes a step short enough, with the reason for each bound.
 * <li>{@link SparseStepper}: the same four acts along a Taylor polynomial, without tables of steps.
 * <li>{@link PilotClosure}: how an engine sees its own error, as ΔU = W + Q holds exactly for every trajectory.
 * </ol>
 *
 * <table>
 * <caption>Where each engine does what</caption>
 * <tr><th></th><th>grid</th><th>sparse</th><th>renewal</th><th>ladder</th></tr>
 * <tr><td>What depends on time</td><td>{@link StepCoefficients}, proven by {@link ResolutionProof}</td><td>{@link Drive}, made by {@link DriveBuilder}</td><td>nothing</td>
 * <td>nothing</td></tr>
 * <tr><td>Propagators are tabulated</td><td>{@link StepTableBuilder}, kept by {@link TableStore}</td><td>nowhere: {@link TaylorSeries}</td>
 * <td>{@link AgeTableBuilder} with {@link AgeCells}</td><td>{@link PropagatorLadder}</td></tr>
 * <tr><td>Kets move</td><td>{@link LaneStepper}</td><td>{@link SparseStepper}</td><td>nowhere: {@link RenewalWorker} goes from jump to jump</td><td>{@link LadderStepper}</td></tr>
 * <tr><td>A jump is located in time</td><td>{@link ThresholdCrossing}</td><td>{@link SparseStepper}, guessed by {@link HermiteSurvival}</td><td>{@link WaitingTimeTable}, set up by
 * {@link SurvivalRoot}</td><td>{@link LadderStepper}, by bisection</td></tr>
 * <tr><td>The law is applied: channel and weight</td><td>{@link JumpResolver}</td><td>{@link SparseJump}</td><td>{@link RenewalWorker}</td><td>{@link LadderStepper}</td></tr>
 * <tr><td>Energies are integrated</td><td>{@link FormStepper} or {@link StateStepper}; in a step with a jump {@link JumpResolver}</td><td>{@link SegmentQuadrature}</td>
 * <td>{@link AgeCells}, once for each table</td><td>{@link WalkIntegral}; drift heat of all baths is what is left</td></tr>
 * <tr><td>Loops</td><td>{@link LaneKernel}, {@link NodeKernel}</td><td>{@link TaylorKernel}</td><td>{@link RenewalKernel}</td><td>its own</td></tr>
 * <tr><td>What it costs</td><td>{@link GridForecast}</td><td>{@link SparseForecast}</td><td>{@link RenewalForecast}</td><td>{@link LadderForecast}</td></tr>
 * </table>
 *
 * <p><b>Wings.</b> The classes belong to wings, which {@code ArchitectureTest} lists by name. A wing uses only wings before it, and no engine knows another:
 * <ol>
 * <li>sector: what engines see of a model: {@link SectorMap} with its operators, frames and scales.
 * <li>drive: what depends on time, and the steps that follow it: {@link Drive}, {@link StepSchedule}, {@link ResolutionProof}.
 * <li>energy: integrals of energies, and whether they close: {@link EnergyIntegrals}, {@link PilotClosure}.
 * <li>jump: the law, its draws and its weights: {@link JumpLaw}, {@link LaneStreams}.
 * <li>lane: loops over the trajectories of a group, and over the nodes of a step: {@link LaneKernel}, {@link NodeKernel}.
 * <li>taylor: loops along the state: {@link TaylorKernel}.
 * <li>forecast: what an engine is to the choice, and what it looks at: {@link EngineCandidate}, {@link ModelShape}, {@link JumpForecast}.
 * <li>grid, sparse, renewal, ladder: the engines. Start at {@link GridEngine}, {@link SparseEngine}, {@link RenewalEngine}, {@link LadderEngine}.
 * <li>choice: {@link Engines}, the only way in.
 * </ol>
 *
 * <p>In every engine the draw of the channel and the weight are those of {@link LaneStreams#choose}, and the weights of channels come from {@link ChannelTable} or, in the renewal engine,
 * from its tables.
 */
package org.unravel.engine;
