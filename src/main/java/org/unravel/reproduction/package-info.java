/**
 * Curves of the texts, made again and held against independent tables (the guide, reproduction.md). Imports everything but the command line.
 *
 * <p><b>A tour.</b> {@link org.unravel.reproduction.Entry} is one table as data: its settings, columns and panels. A setting is what is computed: {@code TimeSetting} a model against time,
 * {@code SweepSetting} one against parameters, {@code ModelNumbers} numbers of one, {@code InternalSetting} what needs no model, {@code PairSetting} a closed model of two parts, {@code DrawnSetting} one of which only what is linear is sampled, {@code SmallSamples} many samples of few trajectories, {@code Unsampled} another without a sample. A {@code Column} says name, unit, sign and definition, and by a {@code Reading} how its values come from what was computed;
 * a {@code Derived} observable is an operator that the program finds. {@link org.unravel.reproduction.Reproduction} makes an entry, {@link org.unravel.reproduction.CurveComparison} judges one curve of it,
 * {@link org.unravel.reproduction.ReproductionFiles} writes, {@code ComparisonTable} keeps what other entries have left. Equations of an entry are {@link org.unravel.firstlaw.dissipation.Identity}, those of
 * internal dissipation power in {@code DissipationIdentities}. {@link org.unravel.reproduction.Catalogue} names the families of entries, each a class of its own: {@code DissipationPower}, {@code DrivesAndLosses}, {@code RelaxationRate},
 * {@code LaserDrivenStates}, {@code BathHeats}, {@code LaserDrivenSweeps}, {@code LaserDrivenNumbers}, {@code FirstLawQubits}, {@code LocalAndGlobal}, {@code BathsWithMemory}, {@code MeanForce}, {@code DrivenMeanForce}, {@code ClosedPairs}, {@code ThermalModeSweep}, {@code ReactionCoordinate}, {@code AutonomousSystems}, {@code EstimatorStatistics}, {@code InteractingQubits}; those without a model are {@code PrescribedPath}, {@code QuasiStatic}, {@code SemiclassicalEquations}
 * and {@code PrescribedTrajectory}. A further entry is a line in one of them, or a class beside them.
 *
 * <p>What is not linear in the state comes from {@code AveragedStates}, which asks {@link org.unravel.firstlaw.Comparison}, and, for rates of two-level systems, from {@code TwoLevelSplittings}. {@code PartColumns} are the columns that tables of two parts have in common.
 */
package org.unravel.reproduction;
