package org.unravel.modelfile;

import java.util.function.DoubleFunction;

/**
 * When an expression is evaluated: at one time or over an interval of times.
 *
 * @param time the time, with derivative 1
 * @param branch the time at which {@code step}, {@code ramp} and {@code abs} choose their piece
 * @param constants how a constant is written in the kind of number at hand
 * @param <R> kind of number
 */
record Moment<R extends Real<R>>(R time, double branch, DoubleFunction<R> constants) {

    static Moment<Dual> at(double t, double branch) {
        return new Moment<>(new Dual(t, 1), branch, Dual::of);
    }

    static Moment<Enclosure> over(double from, double to, double branch) {
        return new Moment<>(new Enclosure(new Interval(from, to), Interval.ONE), branch, Enclosure::of);
    }
}
