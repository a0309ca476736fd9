package org.unravel.bath.coupling;

import org.unravel.model.ModelException;
import org.unravel.numeric.Decimals;

/**
 * γ(ν) of a thermal bath at all real frequencies ν: J(ν)(1 + n(ν)) for ν &gt; 0, J(−ν)n(−ν) for ν &lt; 0, and the common limit at 0.
 * It obeys γ(−ν) = e^{−βν}γ(ν) to rounding (Kubo, Martin,
 * Schwinger).
 *
 * @param spectrum J
 * @param beta inverse temperature β &gt; 0, +∞ for zero temperature
 */
record BathRate(Spectrum spectrum, double beta) {

    private static final int DIGITS = 6;

    /** γ(ν) at ν ≠ 0. */
    double at(double nu) {
        double j = density(Math.abs(nu));
        if (j == 0 || nu < 0 && beta * -nu == Double.POSITIVE_INFINITY) {
            return 0;
        }
        return nu > 0 ? j / -Math.expm1(-beta * nu) : j / Math.expm1(beta * -nu);
    }

    /**
     * J(ν), checked.
     *
     * @throws ModelException if it is negative or not finite
     */
    private double density(double nu) {
        double j = spectrum.at(nu);
        if (!(j >= 0) || Double.isInfinite(j)) {
            throw new ModelException("expected a spectrum J(nu) >= 0, found " + number(j) + " at nu = " + number(nu), "spectrum");
        }
        return j;
    }

    /**
     * γ(0): the common limit of γ from both sides.
     *
     * @param scale a frequency of the model
     * @throws ModelException if it is infinite, or the two sides differ; says which
     */
    double atZero(double scale) {
        Spectrum.Onset onset = spectrum.onset(scale);
        if (Double.isInfinite(beta)) {
            if (onset.value() != 0) {
                throw new ModelException("expected one limit of the rate at nu = 0, found " + number(onset.value()) + " from above and 0 from below at temperature 0", "spectrum");
            }
            return 0;
        }
        if (onset.value() != 0 || Double.isInfinite(onset.slope())) {
            throw new ModelException("expected a finite rate at nu = 0, found that J(nu)/nu is unbounded there at temperature " + number(1 / beta), "spectrum");
        }
        return onset.slope() / beta;
    }

    static String number(double x) {
        return Decimals.shown(x, DIGITS);
    }
}
