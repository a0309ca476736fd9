package org.unravel.ensemble;

/**
 * The weights of a biased run's trajectories.
 *
 * @param mean mean weight at every grid time, each trajectory counted once: 1 but for chance. NaN at times that the run was not to record
 * @param effectiveSize (Σw)²/Σw² at the end (Kish), at most the number of trajectories
 */
public record Weights(Curve mean, double effectiveSize) {
}
