package org.unravel.numeric;

/** erf(x) = 2/√π ∫₀ˣ e^{−s²} ds of a real number. */
public final class ErrorFunction {

    /** 2/√π, its slope at 0. */
    public static final double SLOPE = 1.1283791670955126;

    /** Below it the series is summed, whose terms are all of one sign; above it the complement is a small correction of 1. */
    private static final double SERIES_UP_TO = 2;
    /** Above it erf is 1 to a rounding: the complement is below 2⁻⁵⁴. */
    private static final double ONE_FROM = 6;
    /** From x = 2 on so many levels of the continued fraction are right to 1e-18. */
    private static final int LEVELS = 60;

    private ErrorFunction() {
    }

    /**
     * The value, within 8 roundings of it.
     *
     * <p>Abramowitz and Stegun, Handbook of Mathematical Functions, 7.1.6 (series) and 7.1.14 (continued fraction of the complement).
     */
    public static double of(double x) {
        double modulus = Math.abs(x);
        if (!(modulus < ONE_FROM)) {
            return Double.isNaN(x) ? x : Math.signum(x);
        }
        return Math.copySign(modulus < SERIES_UP_TO ? series(modulus) : 1 - complement(modulus), x);
    }

    /** 2/√π e^{−x²} Σ 2ⁿ x²ⁿ⁺¹/(2n+1)!! */
    private static double series(double x) {
        double rest = 0;
        double term = 1;
        for (int n = 1; term > rest * 0x1p-60 && term > 0; n++) {
            term *= 2 * x * x / (2 * n + 1);
            rest += term;
        }
        return SLOPE * x * (gauss(x) * (1 + rest));
    }

    /** e^{−x²}/√π / (x + 1/2/(x + 1/(x + 3/2/(x + …)))) */
    private static double complement(double x) {
        double fraction = x;
        for (int level = LEVELS; level > 0; level--) {
            fraction = x + level / 2.0 / fraction;
        }
        return SLOPE / 2 * gauss(x) / fraction;
    }

    /** e^{−x²}, with the rounding of x² made good. */
    private static double gauss(double x) {
        double square = x * x;
        return Math.exp(-square) * (1 - Math.fma(x, x, -square));
    }
}
