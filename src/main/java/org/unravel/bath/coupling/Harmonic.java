package org.unravel.bath.coupling;

import org.unravel.model.TimeBounds;
import org.unravel.model.TimeFunction;
import org.unravel.numeric.IntervalSeries;

/**
 * e^{ikωt}. Products of harmonics of one ω are harmonics, so that operators made of them gather in few terms.
 *
 * @param order k, not 0
 * @param omega ω, in inverse time
 */
record Harmonic(int order, double omega) implements TimeFunction {

    /** Of an angle, over the whole run: what a period may be off beside the rounding of time. */
    private static final double ANGLE = 1e-12;
    /** A time is known to some roundings of itself, and an angle no better than by its slope times that. */
    private static final double TIME_ROUNDING = 8 * 0x1p-52;

    /** e^{ikωt}, a constant for k = 0. */
    static TimeFunction of(int order, double omega) {
        return order == 0 ? TimeFunction.constant(1) : new Harmonic(order, omega);
    }

    private double slope() {
        return order * omega;
    }

    @Override
    public Value at(double t, double branch) {
        double x = Math.cos(slope() * t);
        double y = Math.sin(slope() * t);
        return new Value(x, y, -slope() * y, slope() * x);
    }

    @Override
    public boolean isConstant() {
        return false;
    }

    @Override
    public double[] breakpoints(double from, double to) {
        return new double[0];
    }

    @Override
    public TimeBounds bounds(double from, double to, double branch, int taylor) {
        IntervalSeries angle = IntervalSeries.time(taylor, from, to).times(IntervalSeries.constant(taylor, slope()));
        return new TimeBounds(angle.cos(), angle.sin());
    }

    @Override
    public boolean repeats(double period, double from, double to) {
        double angle = slope() * period;
        double off = Math.abs(angle - 2 * Math.PI * Math.rint(angle / (2 * Math.PI)));
        double latest = Math.max(to - from, Math.max(Math.abs(from), Math.abs(to)));
        return off * ((to - from) / period) <= ANGLE + TIME_ROUNDING * Math.abs(slope()) * latest;
    }

    @Override
    public TimeFunction times(TimeFunction other) {
        return other instanceof Harmonic h && h.omega == omega ? of(order + h.order, omega) : TimeFunction.super.times(other);
    }

    @Override
    public TimeFunction conjugate() {
        return new Harmonic(-order, omega);
    }
}
