package org.unravel.numeric;

/**
 * A closed interval of real numbers, rounded outwards by every operation. Infinite bounds mean "unknown", NaN "no number at all".
 *
 * <p>Source: Moore, Kearfott and Cloud, Introduction to Interval Analysis (SIAM 2009), chapters 2 and 5.
 *
 * @param lo lower bound
 * @param hi upper bound
 */
public record Interval(double lo, double hi) {

    /** The number 0. */
    public static final Interval ZERO = new Interval(0, 0);
    /** The number 1. */
    public static final Interval ONE = new Interval(1, 1);
    /** Any number: nothing is known. */
    public static final Interval WHOLE = new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    private static final Interval NOWHERE = new Interval(Double.NaN, Double.NaN);

    /** java.lang.Math promises sin, cos, tan, exp, log, pow within 1 ulp, sinh, cosh, tanh within 2.5, atan2 within 2. */
    private static final int FUNCTION_ULPS = 3;
    private static final int ERF_ULPS = 8;
    /** Beyond this argument a double no longer says which quarter of the circle it lies in. */
    private static final double LARGEST_ANGLE = 1e14;

    /** A single number. */
    public static Interval point(double value) {
        return new Interval(value, value);
    }

    /** The bounds moved outwards by one rounding; exact operations need none. */
    private static Interval rounded(double lo, double hi) {
        return new Interval(Math.nextDown(lo), Math.nextUp(hi));
    }

    private static Interval ofFunction(double lo, double hi) {
        double below = Math.min(lo, Double.MAX_VALUE);
        double above = Math.max(hi, -Double.MAX_VALUE);
        return new Interval(below - FUNCTION_ULPS * Math.ulp(below), above + FUNCTION_ULPS * Math.ulp(above));
    }

    /** True for the number 0. */
    public boolean isZero() {
        return lo == 0 && hi == 0;
    }

    /** True if a number may be meant. */
    public boolean contains(double value) {
        return lo <= value && value <= hi;
    }

    /** The sum. */
    public Interval plus(Interval other) {
        if (isZero() || other.isZero()) {
            return isZero() ? other : this;
        }
        return rounded(lo + other.lo, hi + other.hi);
    }

    /** The difference. */
    public Interval minus(Interval other) {
        return plus(other.negated());
    }

    /** The negative. */
    public Interval negated() {
        return new Interval(-hi, -lo);
    }

    /** The product. */
    public Interval times(Interval other) {
        if (isZero() || other.isZero()) {
            return ZERO;
        }
        if (equals(ONE) || other.equals(ONE)) {
            return equals(ONE) ? other : this;
        }
        double a = product(lo, other.lo);
        double b = product(lo, other.hi);
        double c = product(hi, other.lo);
        double d = product(hi, other.hi);
        return rounded(Math.min(Math.min(a, b), Math.min(c, d)), Math.max(Math.max(a, b), Math.max(c, d)));
    }

    /** An infinite bound stands for unknown finite numbers, so that zero times it is zero. */
    private static double product(double a, double b) {
        return a == 0 || b == 0 ? 0 : a * b;
    }

    /** The quotient; unknown where the divisor may have either sign. */
    public Interval over(Interval other) {
        if (isZero()) {
            return ZERO;
        }
        if (other.lo == 0 && other.hi > 0) {
            return times(new Interval(Math.nextDown(1 / other.hi), Double.POSITIVE_INFINITY));
        }
        return other.contains(0) ? WHOLE : times(rounded(1 / other.hi, 1 / other.lo));
    }

    /** The square. */
    public Interval squared() {
        Interval modulus = abs();
        return new Interval(Math.max(0, Math.nextDown(modulus.lo * modulus.lo)), Math.nextUp(modulus.hi * modulus.hi));
    }

    /** The modulus. */
    public Interval abs() {
        if (lo >= 0) {
            return this;
        }
        return hi <= 0 ? negated() : new Interval(0, Math.max(-lo, hi));
    }

    /** The sine. */
    public Interval sin() {
        return cosOf(Math.sin(lo), Math.sin(hi), Math.PI / 2);
    }

    /** The cosine. */
    public Interval cos() {
        return cosOf(Math.cos(lo), Math.cos(hi), 0);
    }

    /** Range of the cosine of (x − crest), from its values at the ends and the crests and troughs between. */
    private Interval cosOf(double atLo, double atHi, double crest) {
        if (!(hi - lo < 2 * Math.PI) || Math.abs(lo) > LARGEST_ANGLE || Math.abs(hi) > LARGEST_ANGLE) {
            return Double.isNaN(lo) ? NOWHERE : new Interval(-1, 1);
        }
        Interval ends = ofFunction(Math.min(atLo, atHi), Math.max(atLo, atHi));
        double top = passes(crest) ? 1 : Math.min(1, ends.hi);
        double bottom = passes(crest + Math.PI) ? -1 : Math.max(-1, ends.lo);
        return new Interval(bottom, top);
    }

    /** True if a point {@code angle + 2πk} lies inside or within rounding of the ends. */
    private boolean passes(double angle) {
        double slack = 8 * Math.ulp(Math.max(1, Math.max(Math.abs(lo), Math.abs(hi))));
        return Math.floor((hi - angle + slack) / (2 * Math.PI)) >= Math.ceil((lo - angle - slack) / (2 * Math.PI));
    }

    /** The tangent; unknown where it may have a pole. */
    public Interval tan() {
        return hi - lo < Math.PI && !cos().contains(0) ? ofFunction(Math.tan(lo), Math.tan(hi)) : WHOLE;
    }

    /** The hyperbolic sine. */
    public Interval sinh() {
        return ofFunction(Math.sinh(lo), Math.sinh(hi));
    }

    /** The hyperbolic cosine. */
    public Interval cosh() {
        Interval modulus = abs();
        return ofFunction(Math.cosh(modulus.lo), Math.cosh(modulus.hi));
    }

    /** The hyperbolic tangent. */
    public Interval tanh() {
        return ofFunction(Math.tanh(lo), Math.tanh(hi));
    }

    /** The error function: {@link ErrorFunction} promises 8 ulp. */
    public Interval erf() {
        double below = ErrorFunction.of(lo);
        double above = ErrorFunction.of(hi);
        return new Interval(Math.max(-1, below - ERF_ULPS * Math.ulp(below)), Math.min(1, above + ERF_ULPS * Math.ulp(above)));
    }

    /** The exponential. */
    public Interval exp() {
        return ofFunction(Math.exp(lo), Math.exp(hi));
    }

    /** The logarithm where it is defined. */
    public Interval log() {
        if (hi <= 0) {
            return NOWHERE;
        }
        return lo > 0 ? ofFunction(Math.log(lo), Math.log(hi)) : new Interval(Double.NEGATIVE_INFINITY, ofFunction(0, Math.log(hi)).hi);
    }

    /** The square root where it is defined. */
    public Interval sqrt() {
        return hi < 0 ? NOWHERE : new Interval(Math.max(0, Math.nextDown(Math.sqrt(Math.max(0, lo)))), Math.nextUp(Math.sqrt(hi)));
    }

    /** The power where it is defined; 0⁰ = 1. */
    public Interval power(double exponent) {
        if (exponent == 0) {
            return ONE;
        }
        if (exponent < 0) {
            return ONE.over(power(-exponent));
        }
        boolean whole = exponent == Math.rint(exponent);
        if (whole && exponent % 2 == 0) {
            Interval modulus = abs();
            return ofFunction(Math.pow(modulus.lo, exponent), Math.pow(modulus.hi, exponent));
        }
        if (!whole && hi < 0) {
            return NOWHERE;
        }
        return ofFunction(Math.pow(whole ? lo : Math.max(0, lo), exponent), Math.pow(hi, exponent));
    }

    /**
     * The angle of the points (x, this) in the plane cut along the negative axis; unknown where they may surround the origin.
     *
     * @param side the sign of this wherever x is negative; what goes beyond the cut is taken to continue from this side
     */
    public Interval angle(Interval x, int side) {
        if (x.lo > 0) {
            return over(x).arctangent();
        }
        if (x.hi < 0) {
            return rounded(side * Math.PI, side * Math.PI).plus(over(x).arctangent());
        }
        if (contains(0)) {
            return WHOLE;
        }
        Interval quarter = rounded(Math.PI / 2, Math.PI / 2);
        return (lo > 0 ? quarter : quarter.negated()).minus(x.over(this).arctangent());
    }

    private Interval arctangent() {
        return ofFunction(Math.atan(lo), Math.atan(hi));
    }

    /** 1/(e^x − 1), which falls on either side of its pole at 0. */
    public Interval bose() {
        return ONE.over(ofFunction(Math.expm1(lo), Math.expm1(hi)));
    }

    /** 1/(e^x + 1) for a real x, which falls everywhere. */
    public Interval fermi() {
        return ONE.over(exp().plus(ONE));
    }
}
