package org.unravel.bath.coupling;

import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

import org.unravel.model.TimeBounds;
import org.unravel.model.TimeFunction;

/**
 * A function that is known over one period, at all times. It jumps by the rounding of its first period where the next one begins.
 *
 * @param first the function from {@code start} to {@code start + period}
 * @param start when its first period begins
 * @param period T &gt; 0
 */
record RepeatingFunction(TimeFunction first, double start, double period) implements TimeFunction {

    /** Of a period: times that are multiples of it to this are so. */
    private static final double SAME = 1e-12;

    /** The function, or the constant that it is. */
    static TimeFunction of(TimeFunction first, double start, double period) {
        return first.isConstant() ? first : new RepeatingFunction(first, start, period);
    }

    /** How far back a time is in the first period. */
    private double back(double branch) {
        return Math.floor((branch - start) / period) * period;
    }

    @Override
    public Value at(double t, double branch) {
        double back = back(branch);
        return first.at(t - back, branch - back);
    }

    @Override
    public boolean isConstant() {
        return false;
    }

    @Override
    public double[] breakpoints(double from, double to) {
        double[] inside = DoubleStream.concat(DoubleStream.of(start), DoubleStream.of(first.breakpoints(start, start + period)).filter(b -> b > start && b < start + period)).toArray();
        long begin = (long) Math.floor((from - start) / period);
        long end = (long) Math.floor((to - start) / period);
        return LongStream.rangeClosed(begin, end).boxed().flatMapToDouble(n -> DoubleStream.of(inside).map(b -> b + n * period)).filter(b -> b >= from && b <= to).distinct().toArray();
    }

    @Override
    public TimeBounds bounds(double from, double to, double branch, int order) {
        double back = back(branch);
        return first.bounds(from - back, to - back, branch - back, order);
    }

    @Override
    public boolean repeats(double other, double from, double to) {
        double turns = Math.rint(other / period);
        return turns >= 1 && Math.abs(other - turns * period) <= SAME * period;
    }

    @Override
    public TimeFunction conjugate() {
        return new RepeatingFunction(first.conjugate(), start, period);
    }
}
