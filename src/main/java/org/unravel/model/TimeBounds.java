package org.unravel.model;

import org.unravel.numeric.IntervalSeries;

/**
 * Bounds of a complex function of time, and of its Taylor coefficients, that hold at every time of a span.
 *
 * @param re real part
 * @param im imaginary part, of the same order
 */
public record TimeBounds(IntervalSeries re, IntervalSeries im) {

    /** Nothing is known. */
    public static TimeBounds unknown(int order) {
        return new TimeBounds(IntervalSeries.unknown(order), IntervalSeries.unknown(order));
    }

    /** The constant {@code re + i im}. */
    public static TimeBounds constant(int order, double re, double im) {
        return new TimeBounds(IntervalSeries.constant(order, re), IntervalSeries.constant(order, im));
    }

    /** Bound of the modulus of a Taylor coefficient f⁽ᵏ⁾/k!; of the function itself for k = 0. Infinite where it is not known. */
    public double modulus(int k) {
        return Math.hypot(re.modulus(k), im.modulus(k));
    }

    /** True if the function is real at all times of the span. */
    public boolean isReal() {
        return im.lo(0) == 0 && im.hi(0) == 0;
    }

    /** The sum. */
    public TimeBounds plus(TimeBounds other) {
        return new TimeBounds(re.plus(other.re), im.plus(other.im));
    }

    /** The product. */
    public TimeBounds times(TimeBounds other) {
        return new TimeBounds(re.times(other.re).minus(im.times(other.im)), re.times(other.im).plus(im.times(other.re)));
    }

    /** The complex conjugate. */
    public TimeBounds conjugate() {
        return new TimeBounds(re, im.negated());
    }
}
