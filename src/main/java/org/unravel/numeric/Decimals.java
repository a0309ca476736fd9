package org.unravel.numeric;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers in messages: short, and never without a digit that counts. */
public final class Decimals {

    private static final int LONGEST_SCALE = 10;

    private Decimals() {
    }

    /** Up to so many significant digits, without zeros that say nothing; an exponent where the number is very large or small. */
    public static String shown(double value, int digits) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "NaN" : value > 0 ? "inf" : "-inf";
        }
        BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(digits)).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : Math.abs(rounded.scale()) < LONGEST_SCALE ? rounded.toPlainString() : rounded.toString();
    }
}
