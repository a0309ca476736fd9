package org.unravel.validation;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers in notes. */
final class Digits {

    private static final int LONGEST_SCALE = 10;

    private Digits() {
    }

    /** A number of trajectories or jumps: all digits of a whole number, six of another, which weights can make. */
    static String count(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : six(value);
    }

    /** Six digits. */
    static String six(double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(6)).stripTrailingZeros();
        return Math.abs(rounded.scale()) < LONGEST_SCALE ? rounded.toPlainString() : rounded.toString();
    }
}
