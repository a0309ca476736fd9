package org.unravel.model;

/**
 * A complex function of time, smooth between breakpoints, with its exact derivative.
 *
 * <p>A function may jump or bend at {@link #breakpoints}. Every evaluation therefore names, beside the time, a second time that says on
 * which side of the breakpoints to stand: {@code at(t, branch)} is the value at {@code t} of the smooth piece that holds at
 * {@code branch}. At a breakpoint t_b, {@code at(t_b, t_b - ε)} is the left limit and {@code at(t_b, t_b + ε)} the right one.
 * Immutable and safe for threads.
 */
public interface TimeFunction {

    /**
     * A value with its time derivative.
     *
     * @param re real part
     * @param im imaginary part
     * @param rateRe real part of the time derivative
     * @param rateIm imaginary part of the time derivative
     */
    record Value(double re, double im, double rateRe, double rateIm) {
    }

    /**
     * Value and derivative at a time.
     *
     * @param t the time
     * @param branch a time inside the smooth piece that is meant, not itself a breakpoint
     */
    Value at(double t, double branch);

    /** Value and derivative at a time that is no breakpoint. */
    default Value at(double t) {
        return at(t, t);
    }

    /** True if the function is known not to depend on time. */
    boolean isConstant();

    /**
     * Every time in the closed interval [from, to] at which the function may jump or bend, ascending, without repetition.
     *
     * @throws ModelException if they are too many to be honoured
     */
    double[] breakpoints(double from, double to);

    /**
     * Bounds of the function and of its Taylor coefficients f⁽ᵏ⁾/k! over a span of times, on the smooth piece that holds at {@code branch}. Bounds that are not
     * known are infinite; what rests on them is then unproven. Bounds need not be sharp, but shrink with the span.
     *
     * @param from start of the span
     * @param to end, ≥ {@code from}
     * @param branch a time inside the smooth piece, as for {@link #at(double, double)}
     * @param order highest coefficient, ≥ 0
     */
    default TimeBounds bounds(double from, double to, double branch, int order) {
        if (!isConstant()) {
            return TimeBounds.unknown(order);
        }
        Value value = at(from, branch);
        return TimeBounds.constant(order, value.re(), value.im());
    }

    /**
     * True only if f(t + period) = f(t), to the rounding of t, follows for all times in [from, to] from the form of the function; false where that is not known.
     *
     * @param period &gt; 0, a time
     */
    default boolean repeats(double period, double from, double to) {
        return isConstant();
    }

    /** The constant {@code re + i im}. */
    static TimeFunction constant(double re, double im) {
        return new TimeFunctions.Constant(re, im);
    }

    /** The real constant. */
    static TimeFunction constant(double value) {
        return constant(value, 0);
    }

    /** The product of two functions. */
    default TimeFunction times(TimeFunction other) {
        return TimeFunctions.product(this, other);
    }

    /** The sum of two functions. */
    default TimeFunction plus(TimeFunction other) {
        return TimeFunctions.sum(this, other);
    }

    /** The complex conjugate. */
    default TimeFunction conjugate() {
        return TimeFunctions.conjugate(this);
    }
}
