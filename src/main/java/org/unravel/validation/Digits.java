package org.unravel.validation;

import org.unravel.numeric.Decimals;

/** Numbers in notes. */
final class Digits {

    private Digits() {
    }

    /** A number of trajectories or jumps: all digits of a whole number, six of another, which weights can make. */
    static String count(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : six(value);
    }

    /** Six digits. */
    static String six(double value) {
        return Decimals.shown(value, 6);
    }
}
