/**
 * The sparse engine: one trajectory after the other along a Taylor polynomial, without tables of steps. Knows no other engine.
 *
 * <p><b>A tour.</b> {@link SparseEngine} first, then {@link SparseStepper}: expand, find the jump if there is one, integrate, go on. {@link TaylorSeries} is the polynomial,
 * {@link Generator} the operator that makes it, {@link HermiteSurvival} guesses where a jump is, {@link SparseJump} makes it, {@link SegmentQuadrature} integrates the
 * energies.
 */
package org.unravel.engine.sparse;
