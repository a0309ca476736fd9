/**
 * From what couples a system to a bath to channels that are consistent by construction (physics.md, "From a bath to its channels"). Imports bath, model and numeric.
 *
 * <p><b>A tour.</b> {@link BathCoupling} says what couples, and gives a {@link org.unravel.model.Bath} of ordinary channels that everything else takes unchanged. On the
 * way, a {@link WeakCouplingEquation} takes the coupling
 * apart into {@link JumpOperators}, one for each frequency: {@link LevelEquation} between the levels of a constant operator ({@link LevelBasis} has the coupling between
 * them, {@link BohrFrequencies} groups the pairs of
 * levels), {@link AdiabaticEquation} between those of H(t) ({@link AdiabaticTracks} proves that levels stay apart, {@link ChebyshevFit} keeps what is known at single times
 * as {@link PiecewiseChebyshev}, of a model with a period as {@link RepeatingFunction}). A
 * {@link Spectrum} with a temperature is a {@link BathRate}, whose principal value is the {@link LambIntegral}; {@link LambShifts} adds up the shifts of a model.
 *
 * <p>What it all rests on is shown, never assumed: {@link SecularCondition}, {@link EigenOperatorResidual}, {@link GaugeConditions}.
 *
 * <p>{@link FloquetEquation} takes jumps between the modes of a periodic H: {@link PeriodPropagator} follows a period, {@link FloquetModes} are its eigenvectors,
 * {@link FloquetComponents} the Fourier components of the coupling between them, and {@link ModeHarmonics} makes operators of them, as sums of {@link Harmonic}s. A new equation implements
 * {@link WeakCouplingEquation}.
 */
package org.unravel.bath.coupling;
