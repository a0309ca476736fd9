package org.unravel.ensemble;

/**
 * How well ΔU = W + Q closed, trajectory by trajectory.
 *
 * @param maxResidual largest |U − U(0) − W − Q| over all trajectories and grid times, in the unit of energy
 * @param scale the larger of max_t ‖E(t)‖ and the largest |quantum|
 */
public record FirstLaw(double maxResidual, double scale) {

    /** Residual in units of the scale; 0 where both vanish. */
    public double relative() {
        return maxResidual == 0 ? 0 : maxResidual / scale;
    }
}
