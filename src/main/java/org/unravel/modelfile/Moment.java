package org.unravel.modelfile;

import java.util.function.DoubleFunction;

import org.unravel.numeric.IntervalSeries;

/**
 * When an expression is evaluated: at one time or over an interval of times.
 *
 * @param time the time, with derivative 1
 * @param branch the time at which {@code step}, {@code ramp} and {@code abs} choose their piece, and complex roots, logarithms and powers their side of the cut
 * @param constants how a constant is written in the kind of number at hand
 * @param <R> kind of number
 */
record Moment<R extends Real<R>>(R time, double branch, DoubleFunction<R> constants) {

    static Moment<Dual> at(double t, double branch) {
        return new Moment<>(new Dual(t, 1), branch, Dual::of);
    }

    /** Over an interval, with values and derivatives. */
    static Moment<Enclosure> over(double from, double to, double branch) {
        return over(from, to, branch, 1);
    }

    /** Over an interval, with Taylor coefficients up to an order. */
    static Moment<Enclosure> over(double from, double to, double branch, int order) {
        return new Moment<>(new Enclosure(IntervalSeries.time(order, from, to)), branch, value -> Enclosure.of(order, value));
    }
}
