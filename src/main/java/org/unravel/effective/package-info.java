/**
 * Part of a joint system by its own exact evolution: the dynamical map, its generator in canonical form, and the heat and work of minimal dissipation that follow. Imports exact, model and numeric.
 *
 * <p><b>A tour.</b> The theory is in physics.md, "Definitions of heat and work". Files to read first:
 * <ol>
 * <li>{@link org.unravel.effective.Bipartition}: which basis state of the whole is which of the part and of the rest.
 * <li>{@code Superoperator}: a map of Hermitian matrices as a real matrix; {@code SingularValues} of it.
 * <li>{@code DynamicalMap}: Φ, Φ', Φ'' at a time, by {@code ClosedMap} (eigenvectors of H between which {@code EigenPairs} keeps what a part can see) or by {@code JointMap} (the joint master equation), from a {@code ProductStart}. {@code MapForecast} says what it takes.
 * <li>{@code CanonicalForm}: K and the canonical rates of a generator. {@code EffectivePoint}: all of it at one time.
 * <li>{@code EffectiveIntegrals}: heat and work on panels that close in on where the map cannot be inverted.
 * <li>{@link org.unravel.effective.MinimalDissipation}: what comes out, written down by {@code MinimalDissipationPath}; {@link org.unravel.effective.SampledWork} on states that were sampled.
 * </ol>
 */
package org.unravel.effective;
