package org.unravel.output;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers for people: as many digits as the standard error allows. */
public final class Measured {

    /** Digits of a standard error, and of a number without one. */
    private static final int ERROR_DIGITS = 2;
    private static final int PLAIN_DIGITS = 6;

    /** Powers of ten of the leading digit outside which a number is shown with an exponent. */
    private static final int LEAST_PLAIN_EXPONENT = -4;
    private static final int MOST_PLAIN_EXPONENT = 6;

    private Measured() {
    }

    /** {@code mean ± se}, e.g. {@code 0.01234 ± 0.00056}; the mean alone where the error is 0 or not known. */
    public static String withError(double mean, double standardError) {
        if (!(standardError > 0) || !Double.isFinite(mean) || Double.isInfinite(standardError)) {
            return number(mean) + (standardError == 0 ? " ± 0" : "");
        }
        BigDecimal error = new BigDecimal(standardError).round(new MathContext(ERROR_DIGITS, RoundingMode.HALF_EVEN));
        int place = ERROR_DIGITS - 1 - exponent(error);
        error = error.setScale(place, RoundingMode.UNNECESSARY);
        BigDecimal value = new BigDecimal(mean).setScale(place, RoundingMode.HALF_EVEN);
        int exponent = exponent(value.signum() == 0 || exponent(value) < exponent(error) ? error : value);
        if (isPlain(exponent)) {
            return value.toPlainString() + " ± " + error.toPlainString();
        }
        return "(" + value.movePointLeft(exponent).toPlainString() + " ± " + error.movePointLeft(exponent).toPlainString() + ")e" + exponent;
    }

    /** A number without error, to six digits; {@code -} for NaN. */
    public static String number(double value) {
        return number(value, PLAIN_DIGITS);
    }

    /** A number without error, to so many digits; {@code -} for NaN. */
    public static String number(double value, int digits) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "-" : CsvTable.text(value);
        }
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN)).stripTrailingZeros();
        int exponent = exponent(rounded);
        return isPlain(exponent) ? rounded.toPlainString() : rounded.movePointLeft(exponent).toPlainString() + "e" + exponent;
    }

    private static boolean isPlain(int exponent) {
        return exponent >= LEAST_PLAIN_EXPONENT && exponent < MOST_PLAIN_EXPONENT;
    }

    private static int exponent(BigDecimal value) {
        return value.precision() - value.scale() - 1;
    }
}
