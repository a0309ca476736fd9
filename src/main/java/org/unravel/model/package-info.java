/**
 * The immutable problem: space, operators that depend on time, baths and their channels, initial state, time grid; and which process unravels it. Imports {@code numeric}.
 *
 * <p><b>A tour.</b> {@link Model} holds all. {@link Unraveling} says which process of single trajectories is sampled, and which weights they carry; {@link SamplingDefaults} how much
 * of it. {@link TimeFunction} is a function of time that knows its derivative, its breakpoints and bounds over any interval;
 * {@link TimeDependentOperator} is a sum of such functions times sparse matrices. A {@link Split} is a model as two parts and what couples them. A {@link Bath} has its channels, and the {@link BathOrigin} of those that come from a
 * coupling. {@link TimeProof} proves what must hold at all times, or finds where it fails, {@link SignChanges} where a {@link SignedRate} changes its sign, {@link Periodicity} what repeats. {@link Quantity} is one of the
 * things that are measured, {@link CountingObservables} what a model asks to be counted of its jumps, {@link Quantities} says which of them a name in a result stands for. A {@link Abbreviation} is what a file names for its own use.
 * {@link ModelException} is what breaks a rule; why something is missing is an {@link Absence} with a {@link Reason}, and {@link Attempt} is the thing or that. {@link Tolerance} is the one
 * number below which things are negligible, {@link WholeCharacters} what every text of a model is made of.
 */
package org.unravel.model;
