/**
 * Definitions of heat and work side by side: on the exact state and on the averaged state of a sample. Imports composite, ensemble, engine, exact, statistics, model and numeric.
 *
 * <p><b>A tour.</b> What a definition says is one small object; what it is said of, an {@link org.unravel.firstlaw.Account}, comes in two kinds that share nothing but the functions of a state. Files to read first:
 * <ol>
 * <li>{@link org.unravel.firstlaw.Definition}: name, source, sign, needs, shares; {@link org.unravel.firstlaw.Definitions} lists them. A further one is a line there and a class like {@code EntropyBased}. Those that need a model in two parts are {@code OfParts};
 *     {@code OfTwoParts} keeps the place of one that is not built yet.
 * <li>{@link org.unravel.firstlaw.StateQuantities}: entropies, temperature, ergotropy, what is produced.
 * <li>{@code StatePoint}: every function of a state that is not linear, with its degeneracies; {@code EnergyPoint} beside it, {@code Quench} where the energy jumps, {@code ThermalReference} for thermal states of the same entropy. {@code SparsePoint} is the same of a part of many
 *     levels in few vectors; a {@code PartPoint} is either.
 * <li>{@code Parts}, {@code JointPoint}: the system, or A and B: their states, energies, mean fields and {@code MeanForceEnergy}; {@code StartOfParts} says how they start.
 * <li>{@code ExactAccount} and {@code ExactPath}: means from the master equation, path integrals by adaptive quadrature on exact states, which a {@code Course} leads along: density matrices, or the kets of a closed model.
 * <li>{@code SampledRun}, {@code SampledAccounts}, {@code SampledStates}, {@code Replicates}: averaged states of groups, or {@code DrawnKets} of closed models, the sample without each group, and quarters of it; {@code UniformRule} integrates on inner steps.
 * <li>{@code SampledSide}, {@code Jackknife}, {@code Distrust} and {@code Crossings}: values without bias, standard errors, and where a warning stands in place of trust.
 * <li>{@link org.unravel.firstlaw.Comparison} puts both sides together; {@link org.unravel.firstlaw.ComparisonReport} and its {@link org.unravel.firstlaw.ComparisonVerdict} are what a command shows, with the {@code SecondLaws} that definitions of two parts claim.
 * </ol>
 */
package org.unravel.firstlaw;
