/**
 * Definitions of heat and work side by side: on the exact state and on the averaged state of a sample. Imports effective, composite, ensemble, engine, exact, statistics, model and numeric.
 *
 * <p><b>A tour.</b> What a definition says is one small object; what it is said of, an {@link org.unravel.firstlaw.Account}, comes in two kinds that share nothing but the functions of a state. Files to read first:
 * <ol>
 * <li>{@link org.unravel.firstlaw.Definition}: name, source, sign, needs, shares; {@link org.unravel.firstlaw.Definitions} lists them. A further one is a line there and a class like {@code EntropyBased}; {@code OfParts} are those that
 *     need a model in two parts.
 * <li>{@link org.unravel.firstlaw.StateQuantities}: entropies, temperature, ergotropy, what is produced.
 * <li>{@code StatePoint}: every function of a state that is not linear, with its degeneracies; {@code EnergyPoint} beside it, {@code Quench} where the energy jumps.
 * <li>{@code ExactAccount} and {@code ExactPath}: means from the master equation, path integrals by adaptive quadrature on its states.
 * <li>{@code SampledRun}, {@code SampledAccounts}, {@code Replicates}: averaged states of groups, the sample without each group, and quarters of it; {@code UniformRule} integrates on inner steps.
 * <li>{@code EffectiveParts}: minimal dissipation from the exact dynamical maps of the parts, {@code EffectiveSample} on sampled states; {@link org.unravel.firstlaw.DrawnMeans} where nothing else is asked for.
 * <li>{@code SampledSide}, {@code Jackknife} and {@code Distrust}: values without bias, standard errors, and where a warning stands in place of trust.
 * <li>{@link org.unravel.firstlaw.Comparison} puts both sides together; {@link org.unravel.firstlaw.ComparisonReport} and its {@link org.unravel.firstlaw.ComparisonVerdict} are what a command shows.
 * </ol>
 */
package org.unravel.firstlaw;
