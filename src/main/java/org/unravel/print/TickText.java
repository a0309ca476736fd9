package org.unravel.print;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers at an axis, in the same digits all along it. */
final class TickText {

    /** Exponents below which, and from which on, numbers are written with a power of ten. */
    private static final int SMALL = -3;
    private static final int LARGE = 5;

    private static final String DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private final int exponent;
    private final int decimals;

    /**
     * Numbers of one axis.
     *
     * @param largest largest size of all
     * @param step difference from one to the next, above zero: 1, 2 or 5 times a power of ten
     */
    TickText(double largest, double step) {
        int order = exponent(largest);
        exponent = order < SMALL || order >= LARGE ? order : 0;
        decimals = Math.max(0, exponent - exponent(step));
    }

    /** A multiple of the step. */
    String of(double value) {
        BigDecimal mantissa = BigDecimal.valueOf(value).scaleByPowerOfTen(-exponent).setScale(decimals, RoundingMode.HALF_UP);
        if (mantissa.signum() == 0) {
            return "0";
        }
        String digits = (mantissa.signum() < 0 ? "−" : "") + mantissa.abs().toPlainString();
        return exponent == 0 ? digits : digits + "×" + power(exponent);
    }

    /** A power of ten. */
    static String power(int exponent) {
        StringBuilder text = new StringBuilder(exponent < 0 ? "10⁻" : "10");
        Integer.toString(Math.abs(exponent)).chars().forEach(c -> text.append(DIGITS.charAt(c - '0')));
        return text.toString();
    }

    /** Exponent of the first digit; a millionth more, as powers of ten fall short of themselves by rounding. */
    static int exponent(double value) {
        return value == 0 ? 0 : (int) Math.floor(Math.log10(Math.abs(value)) + 1e-6);
    }
}
