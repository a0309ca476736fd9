/**
 * Complex dense and sparse kernels on primitive arrays, propagators and quadrature. No physics. Imports no other room.
 *
 * <p><b>A tour.</b> {@link SparseMatrix} is the operator of the whole program. {@link Interval} and {@link IntervalSeries} bound functions over intervals, outward rounded:
 * all proofs rest on them.
 * {@link CollocationPropagator} makes a no-jump propagator of one step, {@link BlockMatrix} and {@link BlockSolver} by blocks. {@link HermitianEigen} has eigenvectors,
 * {@link SpectralNorm} the norm of an operator, {@link AdaptiveQuadrature} integrals, {@link Rounding} says when two numbers are one.
 */
package org.unravel.numeric;
