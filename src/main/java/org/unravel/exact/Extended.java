package org.unravel.exact;

/**
 * A number of some 32 decimal digits: the unevaluated sum of two doubles, the second one below half a unit in the last place of the first.
 *
 * @param high the number, rounded
 * @param low what rounding left
 * @see <a href="https://doi.org/10.1007/BF01397083">Dekker (1971), Numer. Math. 18, 224</a>
 */
record Extended(double high, double low) {

    static final Extended ZERO = new Extended(0, 0);

    private static final Extended LN_2 = new Extended(0x1.62e42fefa39efp-1, 0x1.abc9e3b39803fp-56);

    /** e^r of |r| below ln 2/2 is computed as (e^{r/2^n})^{2^n}: with n = 4 some eighteen terms of the series do. */
    private static final int HALVINGS = 4;
    private static final int TERMS = 20;

    static Extended of(double value) {
        return new Extended(value, 0);
    }

    /** The sum of two doubles, exactly. */
    private static Extended sum(double a, double b) {
        double s = a + b;
        double v = s - a;
        return new Extended(s, (a - (s - v)) + (b - v));
    }

    /** The product of two doubles, exactly. */
    static Extended product(double a, double b) {
        double p = a * b;
        return new Extended(p, Math.fma(a, b, -p));
    }

    private static Extended normalised(double high, double low) {
        double s = high + low;
        return new Extended(s, low - (s - high));
    }

    Extended plus(Extended other) {
        Extended s = sum(high, other.high);
        Extended t = sum(low, other.low);
        Extended first = normalised(s.high, s.low + t.high);
        return normalised(first.high, first.low + t.low);
    }

    Extended minus(Extended other) {
        return plus(other.negated());
    }

    Extended negated() {
        return new Extended(-high, -low);
    }

    Extended times(Extended other) {
        Extended p = product(high, other.high);
        return normalised(p.high, p.low + (high * other.low + low * other.high));
    }

    Extended times(double factor) {
        Extended p = product(high, factor);
        return normalised(p.high, p.low + low * factor);
    }

    Extended over(Extended other) {
        double first = high / other.high;
        Extended rest = minus(other.times(first));
        double second = rest.high / other.high;
        Extended last = rest.minus(other.times(second));
        return sum(first, second).plus(of(last.high / other.high));
    }

    /** e to this power; infinite or 0 where that leaves the range of a double. */
    Extended exponential() {
        double whole = Math.exp(high);
        if (whole == 0 || Double.isInfinite(whole)) {
            return of(whole);
        }
        int doublings = (int) Math.rint(high / LN_2.high);
        Extended x = minus(LN_2.times(doublings)).times(Math.scalb(1, -HALVINGS));
        // e^x − 1, whose squaring (1 + y)² − 1 = 2y + y² keeps the digits of a small y
        Extended y = ZERO;
        for (int n = TERMS; n >= 1; n--) {
            y = y.plus(of(1)).times(x).over(of(n));
        }
        for (int n = 0; n < HALVINGS; n++) {
            y = y.times(2).plus(y.times(y));
        }
        Extended e = y.plus(of(1));
        return new Extended(Math.scalb(e.high, doublings), Math.scalb(e.low, doublings));
    }
}
