/**
 * The exact ensemble: averages from the master equation, counting statistics from the moment hierarchy and the tilted generator, waiting times from the
 * evolution without jumps, measurements at both ends, and the long-time limit. Integrates with Hipparchus. Shares operators, the model and its baths' properties with the trajectory side and
 * nothing else: it may not import {@code numeric}'s propagators, nor trajectory, engine or ensemble.
 *
 * <p><b>A tour.</b> Everything here is one linear equation for a Hermitian matrix, ρ̇ = ℒρ, with something added: an integral, a counting field, a jump that is left out. The theory is in
 * physics.md, "What is exact" and "What is counted, exactly". Ten files to read first:
 * <ol>
 * <li>{@link DenseMatrix}: how a Hermitian matrix is packed in D² real numbers. All equations are written in these.
 * <li>{@link Liouvillian}: the generator ℒ itself.
 * <li>{@link PiecewiseIntegration}: how any of the equations is carried from stop to stop: by exponentials where nothing changes in time, else step by step.
 * <li>{@link ResolvedSteps}: why no pulse hides between two steps.
 * <li>{@link MasterEquation}: means of energies, heats and observables on the time grid.
 * <li>{@link TiltedFlow}: ℒ with a counting field, with two implementations; what is counted is built on it.
 * <li>{@link CountingStatistics}: which statistics of counted heat and jumps a model gets, and why not the others.
 * <li>{@link WaitingTimeProbabilities}: waiting times in a run of finite length.
 * <li>{@link TwoPointSolver}: work and heat by measurements at both ends.
 * <li>{@link WorkBudget}: what all of it may cost, in multiply-adds, never in measured time.
 * </ol>
 *
 * <table>
 * <caption>Where what is done</caption>
 * <tr><th></th><th>equation</th><th>result</th></tr>
 * <tr><td>Means</td><td>{@link MasterEquationSystem}</td><td>{@link ExactCurves}, read off by {@link CurveRecorder}</td></tr>
 * <tr><td>Moments of what is counted</td><td>{@link MomentSystem}; {@link ConstantMomentSystem} where nothing depends on time</td><td>{@link CountingMoments}</td></tr>
 * <tr><td>Its distribution</td><td>{@link CharacteristicFunctionSystem} on the window that {@link CountingWindow} bounds</td><td>{@link CountingDistribution}</td></tr>
 * <tr><td>Waiting times</td><td>{@link StationaryDelays}, {@link DrivenDelays}, {@link JumpHistorySystem}</td><td>{@link WaitingTimeProbabilities}, {@link FirstJumpDistribution}</td></tr>
 * <tr><td>n-th jumps, pairs of jumps, words</td><td>{@link PassageSystem}; {@link StationaryCorrelations}, {@link DrivenCorrelations}; {@link WordSystem}</td><td>{@link JumpRecordStatistics}: {@link PassageProbabilities},
 * {@link CorrelationFunctions}, {@link WordRates}</td></tr>
 * <tr><td>Both ends measured</td><td>{@link GaugedWorkSystem}; {@link FramedExponential} for averages of e^X over many decades</td><td>{@link TwoPointStatistics}, {@link WorkAtoms}</td></tr>
 * <tr><td>Long times</td><td>{@link SteadyState}, in {@link Extended} numbers; {@link TiltedGrowth}</td><td>{@link LongTimeStatistics}: {@link CurrentStatistics}; {@link HeatEngine} where heat becomes chemical work</td></tr>
 * <tr><td>The same over a period, and of many levels</td><td>{@link PeriodMap}, {@link PeriodSolver}, {@link LargestEigenvalue}, {@link PeriodCountSystem}</td><td>{@link PeriodicStatistics}</td></tr>
 * <tr><td>The state alone, at any times</td><td>{@link DensityMatrixSystem}</td><td>{@link StateEvolution}, {@link Generator}, {@link GeneratorRate}</td></tr>
 * <tr><td>More levels</td><td>{@link MasterEquation}, once more</td><td>{@link CutOffStudy}</td></tr>
 * </table>
 */
package org.unravel.exact;
