package org.unravel.exact;

import org.unravel.model.TimeFunction;

/**
 * A time that is the start of a smooth piece and what has passed since, with what rounding takes from their sum: at t = 1e9 that is 1e-7, and a function that
 * moves much in it is taken on by its derivative.
 *
 * @param t the sum, rounded
 * @param lost what is to be added to it
 * @param branch a time inside the piece
 */
record Instant(double t, double lost, double branch) {

    /** The sum of two times, and its error (Knuth, The Art of Computer Programming 2, §4.2.2, theorem B). */
    static Instant of(double start, double since, double branch) {
        double t = start + since;
        double part = t - start;
        return new Instant(t, start - (t - part) + (since - part), branch);
    }

    /** A time that is no sum. */
    static Instant at(double t, double branch) {
        return new Instant(t, 0, branch);
    }

    /** The real part of a function. */
    double real(TimeFunction f) {
        TimeFunction.Value v = f.at(t, branch);
        return lost == 0 ? v.re() : v.re() + lost * v.rateRe();
    }

    /** Value and derivative of a function. */
    TimeFunction.Value value(TimeFunction f) {
        TimeFunction.Value v = f.at(t, branch);
        return lost == 0 ? v : new TimeFunction.Value(v.re() + lost * v.rateRe(), v.im() + lost * v.rateIm(), v.rateRe(), v.rateIm());
    }
}
