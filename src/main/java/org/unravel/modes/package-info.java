/**
 * Two groups of boson modes that exchange quanta: everything from the eigenvectors of one matrix of as many rows as there are modes. Imports firstlaw, effective, ensemble, trajectory, model and the linear algebra library.
 *
 * <p><b>A tour.</b> {@link org.unravel.model.QuadraticModel} is the problem.
 * <ol>
 * <li>{@code NormalModes}: h = V ε Vᵀ, real, with its residual; {@code Moments}: what begins; {@code Instant}: U = e^{−iht} by blocks, and what it makes of moments.
 * <li>{@code Energies}: means of constant operators at all times; {@code Entropies} and {@code ThermalReference}: functions of the state of a part.
 * <li>{@code Effective}: the generator of minimal dissipation of a part, with the linear drive of a displaced partner; {@code MinimalDissipation}: its heat and work, on stretches of time ({@code ChebyshevPanel}) that shrink
 *     where the map becomes singular.
 * <li>{@code SampledMoments}: amplitudes drawn from the Glauber P distribution; {@code Replication}: averages over the sample and without each of its groups.
 * <li>{@code ModesAccounts} knows the exact state and the sample, {@code ModesWork} what they take; {@code ModesDefinitions}, {@code ModesQuantities} and {@code MeanForces} say what definitions and quantities come to.
 * <li>{@link org.unravel.modes.ModesComparison}: the way in; {@link org.unravel.modes.EffectiveModes}: spectra of the generator.
 * <li>{@code RealMatrix}, {@code ComplexMatrix}, {@code Inverse}, {@code HermitianSpectrum} on one {@code ProductKernel}, by the Vector API or by plain loops.
 * </ol>
 */
package org.unravel.modes;
