package org.unravel.numeric;

/**
 * Bounds of a real function of time and of its Taylor coefficients f⁽ᵏ⁾(t)/k!, k = 0, 1, …, {@link #order}, for all times t of a span at once.
 *
 * <p>Automatic differentiation over intervals: the recurrences of Taylor coefficients of sums, products and elementary functions, with every coefficient
 * rounded outwards (Griewank and Walther, Evaluating Derivatives, SIAM 2008, table 13.2; Moore, Kearfott and Cloud, Introduction to Interval Analysis,
 * SIAM 2009, section 9.3). Of a polynomial through N Chebyshev points of a span of length h the function then differs by at most 2 (h/4)ᴺ max|f⁽ᴺ⁾/N!|
 * (Trefethen, Approximation Theory and Approximation Practice, SIAM 2019, chapter 7). Immutable.
 */
public final class IntervalSeries {

    /** Largest exponent that is worked out by products. */
    private static final int LARGEST_PRODUCT = 1024;

    /** So small a function does nothing, whatever its slope: a quotient below it by what has no finite slope is taken for a constant. */
    public static final double UNDERFLOWN = 1e-200;

    private final int order;
    private final double[] lo;
    private final double[] hi;

    /** The bounds; coefficients beyond the arrays, up to the order, are zero. */
    IntervalSeries(int order, double[] lo, double[] hi) {
        this.order = order;
        this.lo = lo;
        this.hi = hi;
    }

    /** A constant. */
    public static IntervalSeries constant(int order, double value) {
        return new IntervalSeries(order, new double[] {value}, new double[] {value});
    }

    /** The time itself, from one time to another. */
    public static IntervalSeries time(int order, double from, double to) {
        return order == 0 ? new IntervalSeries(0, new double[] {from}, new double[] {to})
                : new IntervalSeries(order, new double[] {from, 1}, new double[] {to, 1});
    }

    /** A function of which nothing is known. */
    public static IntervalSeries unknown(int order) {
        return new SeriesBuilder(order, order).series();
    }

    /** Highest coefficient. */
    public int order() {
        return order;
    }

    /** Lower bound of a coefficient; −∞ where it is not known. */
    public double lo(int k) {
        return k < lo.length ? lo[k] : 0;
    }

    /** Upper bound of a coefficient. */
    public double hi(int k) {
        return k < hi.length ? hi[k] : 0;
    }

    /** Bound of the modulus of a coefficient. */
    public double modulus(int k) {
        return Math.max(Math.abs(lo(k)), Math.abs(hi(k)));
    }

    /** Bounds of a coefficient. */
    public Interval coefficient(int k) {
        return k < lo.length ? new Interval(lo[k], hi[k]) : Interval.ZERO;
    }

    private int degree() {
        return lo.length - 1;
    }

    /** The sum. */
    public IntervalSeries plus(IntervalSeries other) {
        SeriesBuilder sum = new SeriesBuilder(order, Math.max(degree(), other.degree()));
        for (int k = 0; k <= sum.degree(); k++) {
            sum.put(k, coefficient(k).plus(other.coefficient(k)));
        }
        return sum.series();
    }

    /** The difference. */
    public IntervalSeries minus(IntervalSeries other) {
        return plus(other.negated());
    }

    /** The negative. */
    public IntervalSeries negated() {
        double[] below = new double[hi.length];
        double[] above = new double[lo.length];
        for (int k = 0; k < below.length; k++) {
            below[k] = 0.0 - hi[k];
            above[k] = 0.0 - lo[k];
        }
        return new IntervalSeries(order, below, above);
    }

    /** The product. */
    public IntervalSeries times(IntervalSeries other) {
        if (isZero() || other.isZero()) {
            return constant(order, 0);
        }
        SeriesBuilder product = new SeriesBuilder(order, degree() + other.degree());
        product.put(0, this == other ? coefficient(0).squared() : coefficient(0).times(other.coefficient(0)));
        for (int k = 1; k <= product.degree(); k++) {
            for (int j = Math.max(0, k - other.degree()); j <= Math.min(k, degree()); j++) {
                product.add(1, lo[j], hi[j], other.lo[k - j], other.hi[k - j]);
            }
            product.put(k, product.sum(1));
        }
        return product.series();
    }

    private boolean isUnbounded() {
        for (int k = 0; k < lo.length; k++) {
            if (Double.isInfinite(modulus(k))) {
                return true;
            }
        }
        return false;
    }

    private boolean isZero() {
        return lo.length == 1 && lo[0] == 0 && hi[0] == 0;
    }

    /** The quotient. Where the divisor is too large for a number and nothing is left of it, as of 1/cosh far out, it is taken for a constant. */
    public IntervalSeries over(IntervalSeries other) {
        SeriesBuilder quotient = new SeriesBuilder(order, isZero() ? 0 : other.degree() == 0 ? degree() : order);
        Interval divisor = other.coefficient(0);
        quotient.put(0, coefficient(0).over(divisor));
        if (other.isUnbounded() && quotient.coefficient(0).abs().hi() < UNDERFLOWN) {
            return new IntervalSeries(order, new double[] {quotient.lo(0)}, new double[] {quotient.hi(0)});
        }
        for (int k = 1; k <= quotient.degree(); k++) {
            for (int j = 1; j <= Math.min(k, other.degree()); j++) {
                quotient.add(-1, other.lo[j], other.hi[j], quotient.lo(k - j), quotient.hi(k - j));
            }
            quotient.put(k, coefficient(k).plus(quotient.sum(1)).over(divisor));
        }
        return quotient.series();
    }

    /**
     * This over cosh(x) to a power p > 0. Away from x = 0 as (2e^{−|x|}/(1 + e^{−2|x|}))ᵖ, where nothing is too large for a number: the derivatives of cosh are long
     * before 1/cosh does nothing.
     */
    public IntervalSeries overCosh(IntervalSeries x, double power) {
        boolean isFar = x.lo(0) > 1 || x.hi(0) < -1;
        if (!isFar) {
            IntervalSeries cosh = x.cosh();
            return over(power == 1 ? cosh : cosh.power(power));
        }
        IntervalSeries fall = x.lo(0) > 0 ? x.negated() : x;
        IntervalSeries rest = constant(order, 1).plus(fall.plus(fall).exp());
        IntervalSeries decay = constant(order, 2).power(power).times(power == 1 ? fall.exp() : fall.times(constant(order, power)).exp());
        return times(decay.over(power == 1 ? rest : rest.power(power)));
    }

    /** The exponential: ky_k = Σ j x_j y_{k−j}. */
    public IntervalSeries exp() {
        SeriesBuilder y = new SeriesBuilder(order, degree() == 0 ? 0 : order);
        y.put(0, coefficient(0).exp());
        for (int k = 1; k <= y.degree(); k++) {
            addSlopes(y, k, y);
            y.put(k, y.sum(k));
        }
        return y.series();
    }

    /** Σ_{j=1..k} j x_j w_{k−j} is added to a sum. */
    private void addSlopes(SeriesBuilder sum, int k, SeriesBuilder w) {
        for (int j = 1; j <= Math.min(k, degree()); j++) {
            sum.add(j, lo[j], hi[j], w.lo(k - j), w.hi(k - j));
        }
    }

    /** The error function: y' = 2/√π e^{−x²} x'. */
    public IntervalSeries erf() {
        SeriesBuilder y = new SeriesBuilder(order, degree() == 0 ? 0 : order);
        y.put(0, coefficient(0).erf());
        if (y.degree() > 0) {
            IntervalSeries gauss = times(this).negated().exp().times(new IntervalSeries(order, new double[] {ErrorFunction.SLOPE}, new double[] {Math.nextUp(ErrorFunction.SLOPE)}));
            for (int k = 1; k <= y.degree(); k++) {
                for (int j = 1; j <= Math.min(k, degree()); j++) {
                    y.add(j, lo[j], hi[j], gauss.lo(k - j), gauss.hi(k - j));
                }
                y.put(k, y.sum(k));
            }
        }
        return y.series();
    }

    /** The logarithm: x₀y_k = x_k − (1/k) Σ_{j<k} j y_j x_{k−j}. */
    public IntervalSeries log() {
        SeriesBuilder y = new SeriesBuilder(order, degree() == 0 ? 0 : order);
        Interval x0 = coefficient(0);
        y.put(0, x0.log());
        for (int k = 1; k <= y.degree(); k++) {
            for (int j = Math.max(1, k - degree()); j < k; j++) {
                y.add(-j, y.lo(j), y.hi(j), lo[k - j], hi[k - j]);
            }
            y.put(k, coefficient(k).plus(y.sum(k)).over(x0));
        }
        return y.series();
    }

    /** The sine. */
    public IntervalSeries sin() {
        return circular(coefficient(0).sin(), coefficient(0).cos(), 1, -1);
    }

    /** The cosine. */
    public IntervalSeries cos() {
        return circular(coefficient(0).cos(), coefficient(0).sin(), -1, 1);
    }

    /** The hyperbolic sine. */
    public IntervalSeries sinh() {
        return circular(coefficient(0).sinh(), coefficient(0).cosh(), 1, 1);
    }

    /** The hyperbolic cosine. */
    public IntervalSeries cosh() {
        return circular(coefficient(0).cosh(), coefficient(0).sinh(), 1, 1);
    }

    /** The first of two functions with y' = ±z x' and z' = ±y x'. */
    private IntervalSeries circular(Interval first, Interval second, int signOfFirst, int signOfSecond) {
        SeriesBuilder y = new SeriesBuilder(order, degree() == 0 ? 0 : order);
        SeriesBuilder z = new SeriesBuilder(order, y.degree());
        y.put(0, first);
        z.put(0, second);
        for (int k = 1; k <= y.degree(); k++) {
            addSlopes(y, k, z);
            addSlopes(z, k, y);
            y.put(k, signOfFirst > 0 ? y.sum(k) : y.sum(k).negated());
            z.put(k, signOfSecond > 0 ? z.sum(k) : z.sum(k).negated());
        }
        return y.series();
    }

    /** The tangent: y' = (1 + y²)x'. */
    public IntervalSeries tan() {
        Interval tangent = coefficient(0).tan();
        return riccati(tangent, Interval.ONE.plus(tangent.squared()), 0, 1);
    }

    /** The hyperbolic tangent: y' = (1 − y²)x', where 1 − y² = 1/cosh² keeps its digits far out. */
    public IntervalSeries tanh() {
        return riccati(coefficient(0).tanh(), Interval.ONE.over(coefficient(0).cosh().squared()), 0, -1);
    }

    /** 1/(e^x − 1), the Bose-Einstein occupation: y' = −(y + y²)x'. */
    public IntervalSeries bose() {
        Interval occupation = coefficient(0).bose();
        return riccati(occupation, occupation.plus(occupation.squared()).negated(), -1, -1);
    }

    /** 1/(e^x + 1), the Fermi-Dirac occupation: y' = −(y − y²)x'. */
    public IntervalSeries fermi() {
        Interval occupation = coefficient(0).fermi();
        return riccati(occupation, occupation.times(Interval.ONE.minus(occupation)).negated(), -1, 1);
    }

    /** The function with y' = wx', w = a + by + cy², from its value and that of w. */
    private IntervalSeries riccati(Interval value, Interval slope, double b, double c) {
        SeriesBuilder y = new SeriesBuilder(order, degree() == 0 ? 0 : order);
        SeriesBuilder w = new SeriesBuilder(order, y.degree());
        y.put(0, value);
        for (int k = 1; k <= y.degree(); k++) {
            int m = k - 1;
            for (int j = 0; j <= m && m > 0; j++) {
                w.add(1, y.lo(j), y.hi(j), y.lo(m - j), y.hi(m - j));
            }
            w.put(m, m == 0 ? slope : Interval.point(b).times(y.coefficient(m)).plus(Interval.point(c).times(w.sum(1))));
            addSlopes(y, k, w);
            y.put(k, y.sum(k));
        }
        return y.series();
    }

    /** The square root: 2y₀y_k = x_k − Σ_{0<j<k} y_j y_{k−j}. */
    public IntervalSeries sqrt() {
        SeriesBuilder y = new SeriesBuilder(order, degree() == 0 ? 0 : order);
        Interval root = coefficient(0).sqrt();
        y.put(0, root);
        for (int k = 1; k <= y.degree(); k++) {
            for (int j = 1; j < k; j++) {
                y.add(-1, y.lo(j), y.hi(j), y.lo(k - j), y.hi(k - j));
            }
            y.put(k, coefficient(k).plus(y.sum(1)).over(root.plus(root)));
        }
        return y.series();
    }

    /** A constant power; whole ones up to {@link #LARGEST_PRODUCT} as products, which need no x ≠ 0. */
    public IntervalSeries power(double exponent) {
        if (exponent == 0) {
            return constant(order, 1);
        }
        if (exponent < 0) {
            return constant(order, 1).over(power(-exponent));
        }
        if (degree() == 0 || exponent != Math.rint(exponent) || exponent > LARGEST_PRODUCT) {
            return generalPower(exponent);
        }
        IntervalSeries square = this;
        IntervalSeries product = null;
        for (int rest = (int) exponent; rest > 0; rest >>= 1) {
            product = (rest & 1) == 0 ? product : product == null ? square : product.times(square);
            square = rest > 1 ? square.times(square) : square;
        }
        return product.withValue(coefficient(0).power(exponent));
    }

    private IntervalSeries withValue(Interval value) {
        double[] below = lo.clone();
        double[] above = hi.clone();
        below[0] = Math.max(lo[0], value.lo());
        above[0] = Math.min(hi[0], value.hi());
        return below[0] <= above[0] ? new IntervalSeries(order, below, above) : this;
    }

    /** kx₀y_k = Σ_{j=1..k} ((p + 1)j − k) x_j y_{k−j}. */
    private IntervalSeries generalPower(double exponent) {
        SeriesBuilder y = new SeriesBuilder(order, degree() == 0 ? 0 : order);
        Interval x0 = coefficient(0);
        y.put(0, x0.power(exponent));
        for (int k = 1; k <= y.degree(); k++) {
            for (int j = 1; j <= Math.min(k, degree()); j++) {
                // rounded once: a small power would lose its digits beside 1
                y.add(Math.fma(exponent, j, (double) j - k), lo[j], hi[j], y.lo(k - j), y.hi(k - j));
            }
            y.put(k, y.sum(k).over(x0));
        }
        return y.series();
    }

    /** A power that varies. */
    public IntervalSeries power(IntervalSeries exponent) {
        return exponent.times(log()).exp();
    }

    /** √(x² + z²). */
    public IntervalSeries hypot(IntervalSeries other) {
        return times(this).plus(other.times(other)).sqrt();
    }

    /**
     * The angle of the point (x, this) in the plane cut along the negative axis: y' = (x·this' − this·x')/(x² + this²).
     *
     * @param side the sign of this wherever x is negative
     */
    public IntervalSeries angle(IntervalSeries x, int side) {
        if (order == 0 || degree() == 0 && x.degree() == 0) {
            Interval value = coefficient(0).angle(x.coefficient(0), side);
            return new IntervalSeries(order, new double[] {value.lo()}, new double[] {value.hi()});
        }
        IntervalSeries slope = x.times(slope()).minus(times(x.slope())).over(times(this).plus(x.times(x)));
        SeriesBuilder y = new SeriesBuilder(order, order);
        y.put(0, coefficient(0).angle(x.coefficient(0), side));
        for (int k = 1; k <= order; k++) {
            y.put(k, slope.coefficient(k - 1).over(Interval.point(k)));
        }
        return y.series();
    }

    /** The derivative; its highest coefficient is not known and left out. */
    private IntervalSeries slope() {
        SeriesBuilder slope = new SeriesBuilder(order, Math.max(0, degree() - 1));
        for (int k = 0; k <= slope.degree(); k++) {
            slope.put(k, Interval.point(k + 1).times(coefficient(k + 1)));
        }
        return slope.series();
    }
}
