/**
 * A model of two parts: what of a joint state belongs to each. Imports {@code model} and {@code numeric}.
 *
 * <p><b>A tour.</b> A {@link JointState} is a density matrix or a mixture of few kets of the whole space, at one time, with its rate of change. {@link Reduction} takes one part out of it: a
 * {@link ReducedState}, which of few kets is kept as vectors (their {@link Schmidt} form has populations and eigenvectors), so that of a part of many levels beside a small one no dense matrix is
 * made. A {@link MeanField} is what the interaction is to one part in the state of the other.
 */
package org.unravel.composite;
