package org.unravel.ensemble;

/**
 * The sampled variance of a quantity, or the covariance of two, at every grid time.
 *
 * @param name that of the quantity, or both with {@code |} between them
 * @param variance in the square of its unit, shape [grid points]; NaN from fewer than two trajectories
 * @param standardError of the variance, shape [grid points]
 */
public record VarianceCurve(String name, double[] variance, double[] standardError) {
}
