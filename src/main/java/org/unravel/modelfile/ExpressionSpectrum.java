package org.unravel.modelfile;

import org.unravel.bath.coupling.Spectrum;
import org.unravel.model.ModelException;
import org.unravel.model.TimeFunction;

/**
 * A spectrum that is an expression of {@code nu}.
 *
 * @param description the expression
 * @param density J as a function of its variable, which is a frequency here
 */
record ExpressionSpectrum(String description, TimeFunction density) implements Spectrum {

    /** On which side of a bend at 0 to stand. */
    private static final double ABOVE_ZERO = Double.MIN_NORMAL;
    /** Up to where steps and bends are looked for, in the unit of frequency. */
    private static final double LARGEST_LANDMARK = 1e6;

    @Override
    public double at(double nu) {
        TimeFunction.Value j = density.at(nu, nu);
        if (j.im() != 0) {
            throw new ModelException("expected a real spectrum, found imaginary part " + PhysicsCheck.number(j.im()) + " at nu = " + PhysicsCheck.number(nu), "spectrum");
        }
        return j.re();
    }

    /** By the exact derivative where that is finite. */
    @Override
    public Onset onset(double scale) {
        TimeFunction.Value j = density.at(0, ABOVE_ZERO);
        boolean known = Double.isFinite(j.re()) && Double.isFinite(j.rateRe()) && j.im() == 0;
        return known ? new Onset(j.re(), j.re() == 0 ? j.rateRe() : Double.POSITIVE_INFINITY) : Spectrum.super.onset(scale);
    }

    @Override
    public double[] landmarks() {
        return density.breakpoints(0, LARGEST_LANDMARK);
    }
}
