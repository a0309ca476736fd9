/**
 * Propagation strategies behind {@link org.unravel.trajectory.Engine}, and the choice among them with its reason. Engines know neither the
 * ledger's meaning of what they integrate nor the statistics. Imports trajectory, model, numeric.
 *
 * <p><b>A tour.</b> An engine draws jump records of one law and integrates energies along them; engines differ in how they know the ket between two jumps. The theory
 * is in physics.md, "The trajectories" and "The ledger", and in engine.md. Ten files to read first:
 * <ol>
 * <li>{@link Engines}: the list of engines. A new one is a line here, an {@link org.unravel.engine.forecast.EngineCandidate}, and a wing of its own.
 * <li>{@link AutomaticChoice}: which engine a model gets, and when it gets none.
 * <li>{@link org.unravel.engine.sector.SectorMap}: the basis states that a trajectory can come to, in parts that it is in one at a time. All engines start from it.
 * <li>{@link org.unravel.engine.jump.JumpLaw}: the law of the jumps, its bias, and the weight that undoes it.
 * <li>{@link org.unravel.engine.jump.LaneStreams}: all random draws of a group of trajectories: initial ket, the survival at which it jumps, the channel. Who reads this knows
 * what engines share.
 * <li>{@link org.unravel.engine.grid.GridEngine}: the first of four ways; it takes every model.
 * <li>{@link org.unravel.engine.grid.JumpResolver}: one trajectory through a step in which it jumps: locate, weigh, choose, apply, go on.
 * <li>{@link org.unravel.engine.grid.StepTableBuilder}: what makes a step short enough, with the reason for each bound.
 * <li>{@link org.unravel.engine.sparse.SparseStepper}: the same four acts along a Taylor polynomial, without tables of steps.
 * <li>{@link org.unravel.engine.energy.PilotClosure}: how an engine sees its own error, as ΔU = W + Q holds exactly for every trajectory.
 * </ol>
 *
 * <table>
 * <caption>Where each engine does what</caption>
 * <tr><th></th><th>grid</th><th>sparse</th><th>renewal</th><th>ladder</th></tr>
 * <tr><td>What depends on time</td><td>{@link org.unravel.engine.grid.StepCoefficients}, proven by {@link org.unravel.engine.drive.ResolutionProof}</td>
 * <td>{@link org.unravel.engine.drive.Drive}, made by {@link org.unravel.engine.drive.DriveBuilder}</td><td>nothing</td>
 * <td>nothing</td></tr>
 * <tr><td>Propagators are tabulated</td><td>{@link org.unravel.engine.grid.StepTableBuilder}, kept by {@link org.unravel.engine.grid.TableStore}</td><td>nowhere:
 * {@link org.unravel.engine.sparse.TaylorSeries}</td>
 * <td>{@link org.unravel.engine.renewal.AgeTableBuilder} with {@link org.unravel.engine.renewal.AgeCells}</td><td>{@link org.unravel.engine.ladder.PropagatorLadder}</td></tr>
 * <tr><td>Kets move</td><td>{@link org.unravel.engine.grid.LaneStepper}</td><td>{@link org.unravel.engine.sparse.SparseStepper}</td><td>nowhere:
 * {@link org.unravel.engine.renewal.RenewalWorker} goes from jump to jump</td><td>{@link org.unravel.engine.ladder.LadderStepper}</td></tr>
 * <tr><td>A jump is located in time</td><td>{@link org.unravel.engine.grid.ThresholdCrossing}</td><td>{@link org.unravel.engine.sparse.SparseStepper}, guessed by
 * {@link org.unravel.engine.sparse.HermiteSurvival}</td><td>{@link org.unravel.engine.renewal.WaitingTimeTable}, set up by
 * {@link org.unravel.engine.jump.SurvivalRoot}</td><td>{@link org.unravel.engine.ladder.LadderStepper}, by bisection</td></tr>
 * <tr><td>The law is applied: channel and weight</td><td>{@link org.unravel.engine.grid.JumpResolver}</td><td>{@link org.unravel.engine.sparse.SparseJump}</td>
 * <td>{@link org.unravel.engine.renewal.RenewalWorker}</td><td>{@link org.unravel.engine.ladder.LadderStepper}</td></tr>
 * <tr><td>Energies are integrated</td><td>{@link org.unravel.engine.grid.FormStepper} or {@link org.unravel.engine.grid.StateStepper}; in a step with a jump
 * {@link org.unravel.engine.grid.JumpResolver}</td><td>{@link org.unravel.engine.sparse.SegmentQuadrature}</td>
 * <td>{@link org.unravel.engine.renewal.AgeCells}, once for each table</td><td>{@link org.unravel.engine.ladder.WalkIntegral}; drift heat of all baths is what is left</td></tr>
 * <tr><td>Loops</td><td>{@link org.unravel.engine.lane.LaneKernel}, {@link org.unravel.engine.lane.NodeKernel}</td><td>{@link org.unravel.engine.taylor.TaylorKernel}</td>
 * <td>{@link org.unravel.engine.renewal.RenewalKernel}</td><td>its own</td></tr>
 * <tr><td>What it costs</td><td>{@link org.unravel.engine.grid.GridForecast}</td><td>{@link org.unravel.engine.sparse.SparseForecast}</td>
 * <td>{@link org.unravel.engine.renewal.RenewalForecast}</td><td>{@link org.unravel.engine.ladder.LadderForecast}</td></tr>
 * </table>
 *
 * <p>A fifth engine, {@link org.unravel.engine.martingale.MartingaleEngine}, draws trajectories with weights of both signs, and no others: where no rate is negative they are those of the four. It tabulates forms and propagators at
 * the nodes of steps as the grid engine does, and integrates hazard and weight by themselves, as the norm is no probability there.
 *
 * <p><b>Wings.</b> Each is a package, with a tour of its own. A wing uses only wings before it, no engine knows another, and nobody outside looks into a wing
 * ({@code ArchitectureTest}):
 * <ol>
 * <li>sector: what engines see of a model: {@link org.unravel.engine.sector.SectorMap} with its operators, frames and scales.
 * <li>drive: what depends on time, and the steps that follow it: {@link org.unravel.engine.drive.Drive}, {@link org.unravel.engine.drive.StepSchedule},
 * {@link org.unravel.engine.drive.ResolutionProof}.
 * <li>energy: integrals of energies, and whether they close: {@link org.unravel.engine.energy.EnergyIntegrals}, {@link org.unravel.engine.energy.PilotClosure}.
 * <li>jump: the law, its draws and its weights: {@link org.unravel.engine.jump.JumpLaw}, {@link org.unravel.engine.jump.LaneStreams}.
 * <li>lane: loops over the trajectories of a group, and over the nodes of a step: {@link org.unravel.engine.lane.LaneKernel}, {@link org.unravel.engine.lane.NodeKernel}.
 * <li>taylor: loops along the state: {@link org.unravel.engine.taylor.TaylorKernel}.
 * <li>forecast: what an engine is to the choice, and what it looks at: {@link org.unravel.engine.forecast.EngineCandidate}, {@link org.unravel.engine.forecast.ModelShape},
 * {@link org.unravel.engine.forecast.JumpForecast}.
 * <li>grid, sparse, renewal, ladder, martingale: the engines. Start at {@link org.unravel.engine.grid.GridEngine}, {@link org.unravel.engine.sparse.SparseEngine},
 * {@link org.unravel.engine.renewal.RenewalEngine}, {@link org.unravel.engine.ladder.LadderEngine}, {@link org.unravel.engine.martingale.MartingaleEngine}.
 * <li>this package: the choice, {@link Engines}, the only way in. What others need of a wing has its door here, as {@link Engines#energyScale}.
 * </ol>
 *
 * <p>In the first four engines the draw of the channel and the weight are those of {@link org.unravel.engine.jump.LaneStreams#choose}, and the weights of channels come from
 * {@link org.unravel.engine.sector.ChannelTable} or, in the renewal engine,
 * from its tables.
 */
package org.unravel.engine;
