package org.unravel.numeric;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers for people: short, and never without a digit that counts. */
public final class Decimals {

    private static final int LONGEST_SCALE = 10;

    private Decimals() {
    }

    /** Digits that tell any two doubles apart. */
    private static final int ALL_DIGITS = 17;

    /** The number with the fewest digits within a rounding of a value: four times 0.6 is 2.4. */
    public static double shortest(double value, double rounding) {
        if (!Double.isFinite(value) || !(rounding > 0)) {
            return value;
        }
        if (Math.abs(value) <= rounding) {
            return 0;
        }
        for (int digits = 1; digits < ALL_DIGITS; digits++) {
            double rounded = BigDecimal.valueOf(value).round(new MathContext(digits)).doubleValue();
            if (Math.abs(rounded - value) <= rounding) {
                return rounded;
            }
        }
        return value;
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
