/**
 * Curves of the texts, made again and held against independent tables (the guide, reproduction.md). Imports everything but the command line.
 *
 * <p><b>A tour.</b> {@link org.unravel.reproduction.Entry} is one table as data: its settings, columns and panels. A setting is what is computed: {@code TimeSetting} a model against time,
 * {@code SweepSetting} one against parameters, {@code ModelNumbers} numbers of one, {@code DrawnSetting} a closed model in two parts, {@code InternalSetting} what needs no model. A {@code Column} says name, unit, sign and definition, and by a {@code Reading} how its values come from what was computed;
 * a {@code Derived} observable is an operator that the program finds. {@link org.unravel.reproduction.Reproduction} makes an entry, {@link org.unravel.reproduction.CurveComparison} judges one curve of it,
 * {@link org.unravel.reproduction.ReproductionFiles} writes. {@link org.unravel.reproduction.Catalogue} names the families of entries, each a class of its own: {@code DissipationPower}, {@code RelaxationRate},
 * {@code LaserDrivenStates}, {@code BathHeats}, {@code LaserDrivenSweeps}, {@code LaserDrivenNumbers}, {@code FirstLawQubits}, {@code LocalAndGlobal}, {@code BathsWithMemory}, {@code MeanForce}, {@code InteractingQubits}; those without a model are {@code PrescribedPath} and
 * {@code PrescribedTrajectory}. A further entry is a line in one of them, or a class beside them.
 *
 * <p>What is not linear in the state comes from {@code AveragedStates}, which asks {@link org.unravel.firstlaw.Comparison}, and, for rates of two-level systems, from {@code TwoLevelSplittings}.
 */
package org.unravel.reproduction;
