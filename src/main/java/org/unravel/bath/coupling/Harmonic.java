package org.unravel.bath.coupling;

import org.unravel.model.TimeBounds;
import org.unravel.model.TimeFunction;
import org.unravel.model.WholeTurns;
import org.unravel.numeric.IntervalSeries;

/**
 * e^{−ikωt}. Products and conjugates of harmonics are harmonics, so that operators made of them stay short.
 *
 * @param frequency ω &gt; 0
 * @param order k ≠ 0
 */
record Harmonic(double frequency, int order) implements TimeFunction {

    private static final double[] NONE = {};

    /** The function; the constant 1 for order 0. */
    static TimeFunction of(double frequency, int order) {
        return order == 0 ? TimeFunction.constant(1) : new Harmonic(frequency, order);
    }

    private double slope() {
        return order * frequency;
    }

    @Override
    public Value at(double t, double branch) {
        double slope = slope();
        double cos = Math.cos(slope * t);
        double sin = Math.sin(slope * t);
        return new Value(cos, -sin, -slope * sin, -slope * cos);
    }

    @Override
    public boolean isConstant() {
        return false;
    }

    @Override
    public double[] breakpoints(double from, double to) {
        return NONE;
    }

    @Override
    public TimeBounds bounds(double from, double to, double branch, int terms) {
        IntervalSeries angle = IntervalSeries.time(terms, from, to).times(IntervalSeries.constant(terms, slope()));
        return new TimeBounds(angle.cos(), angle.sin().negated());
    }

    @Override
    public boolean repeats(double period, double from, double to) {
        return WholeTurns.in(slope(), period, from, to);
    }

    @Override
    public TimeFunction times(TimeFunction other) {
        return other instanceof Harmonic h && h.frequency == frequency ? of(frequency, order + h.order) : TimeFunction.super.times(other);
    }

    @Override
    public TimeFunction conjugate() {
        return new Harmonic(frequency, -order);
    }
}
