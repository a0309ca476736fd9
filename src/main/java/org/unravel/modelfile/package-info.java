/**
 * The model file: YAML and expressions to {@code model}, with errors that name line and column; or models built by a program. Imports {@code bath}, {@code model} and {@code numeric}.
 *
 * <p><b>A tour.</b> {@link ModelReader} reads a file key by key, {@link ModelBuilder} makes one in code; {@link NormalForm} writes it anew. {@link LetReader} reads what the file names for its own use
 * ({@link Abbreviations}), {@link TableFiles} the points of tables, {@link ObservableReader} and {@link InitialReader} what their sections say, {@link BathReader}
 * channels and {@link CouplingReader} what couples to a bath in their place, {@link SplitReader} what are two parts ({@link Monomials} of H), {@link PeriodReader} after what time all repeats, {@link CountingReader} what of the jumps is counted. An {@link Expression} is parsed by the grammar, evaluated to a
 * {@link Meaning} (number, operator, ket) by {@link Evaluator}, and what depends on time becomes a tree of {@link Scalars}. The tree is evaluated over {@link Dual} numbers at one
 * time and over {@link Enclosure}s for whole intervals: that is how {@link Breakpoints} finds every jump and kink ({@link Kinks}, {@link Cuts}) and how {@link PhysicsCheck}
 * proves that H is Hermitian and rates
 * are positive at all times. {@link FermionParity} refuses what would be even and odd in fermions at once.
 */
package org.unravel.modelfile;
