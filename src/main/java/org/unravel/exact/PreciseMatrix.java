package org.unravel.exact;

import java.util.Arrays;

/**
 * A dense square matrix of pairs of doubles whose sum is the element: some 31 digits, so that a rate of 1e-9 is not lost beside one of 1e9 in an exponential
 * that takes their product with the time to 1e14.
 *
 * @see <a href="https://doi.org/10.1007/BF01397083">Dekker (1971), Numer. Math. 18, 224: products and sums without error</a>
 */
final class PreciseMatrix {

    /** What is exponentiated by its series is halved until its norm is below this. */
    private static final double SERIES_NORM = 0.25;

    /** Powers of the series that are held, and how often they are taken: 0.25²⁰/20! = 4e-31 of the sum is left out. */
    private static final int HELD = 5;
    private static final int BLOCKS = 4;

    private final int n;
    private final double[][] hi;
    private final double[][] lo;

    PreciseMatrix(int n) {
        this.n = n;
        this.hi = new double[n][n];
        this.lo = new double[n][n];
    }

    int size() {
        return n;
    }

    double hi(int i, int j) {
        return hi[i][j];
    }

    void set(int i, int j, double value) {
        hi[i][j] = value;
        lo[i][j] = 0;
    }

    /** Adds a number to an element without error but that of a pair. */
    void add(int i, int j, double value, double valueLo) {
        double s = hi[i][j] + value;
        double part = s - hi[i][j];
        double error = hi[i][j] - (s - part) + (value - part) + lo[i][j] + valueLo;
        hi[i][j] = s + error;
        lo[i][j] = error - (hi[i][j] - s);
    }

    /** Σ_i w_i M_ij as a pair. */
    double[] weightedColumnSum(double[] weights, int j) {
        double s = 0;
        double low = 0;
        for (int i = 0; i < n; i++) {
            double p = weights[i] * hi[i][j];
            double e = Math.fma(weights[i], hi[i][j], -p) + weights[i] * lo[i][j];
            double t = s + p;
            double part = t - s;
            low += s - (t - part) + (p - part) + e;
            s = t;
        }
        double sum = s + low;
        return new double[] {sum, low - (sum - s)};
    }

    /** Largest column sum of moduli. */
    double columnSumNorm() {
        double[] sums = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                sums[j] += Math.abs(hi[i][j]);
            }
        }
        return Arrays.stream(sums).max().orElse(0);
    }

    /** This matrix times a number; exact where the number is a power of two. */
    PreciseMatrix scaled(double factor) {
        PreciseMatrix out = new PreciseMatrix(n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double p = hi[i][j] * factor;
                double e = Math.fma(hi[i][j], factor, -p) + lo[i][j] * factor;
                out.hi[i][j] = p + e;
                out.lo[i][j] = e - (out.hi[i][j] - p);
            }
        }
        return out;
    }

    /** This matrix with each element divided by a whole number. */
    private PreciseMatrix over(int divisor) {
        PreciseMatrix out = new PreciseMatrix(n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double q = hi[i][j] / divisor;
                double rest = (Math.fma(-q, divisor, hi[i][j]) + lo[i][j]) / divisor;
                out.hi[i][j] = q + rest;
                out.lo[i][j] = rest - (out.hi[i][j] - q);
            }
        }
        return out;
    }

    private void addAll(PreciseMatrix other) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                add(i, j, other.hi[i][j], other.lo[i][j]);
            }
        }
    }

    PreciseMatrix times(PreciseMatrix other) {
        PreciseMatrix out = new PreciseMatrix(n);
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                if (hi[i][k] != 0 || lo[i][k] != 0) {
                    addRow(hi[i][k], lo[i][k], other.hi[k], other.lo[k], out.hi[i], out.lo[i]);
                }
            }
            normalise(out.hi[i], out.lo[i]);
        }
        return out;
    }

    private static void addRow(double a, double aLow, double[] b, double[] bLow, double[] sum, double[] sumLow) {
        for (int j = 0; j < sum.length; j++) {
            double p = a * b[j];
            double e = Math.fma(a, b[j], -p) + a * bLow[j] + aLow * b[j];
            double s = sum[j] + p;
            double part = s - sum[j];
            sumLow[j] += sum[j] - (s - part) + (p - part) + e;
            sum[j] = s;
        }
    }

    private static void normalise(double[] high, double[] low) {
        for (int j = 0; j < high.length; j++) {
            double s = high[j] + low[j];
            low[j] -= s - high[j];
            high[j] = s;
        }
    }

    /**
     * e^{M·span} − 1, by halving, a series, and squaring: (1 + E)² − 1 = 2E + E², so that what changes slowly is not lost beside 1.
     *
     * @see <a href="https://doi.org/10.1137/S00361445024180">Moler and Van Loan (2003), SIAM Rev. 45, 3, method 3</a>
     */
    PreciseMatrix exponentialLessOne(double span) {
        int halvings = halvings(span);
        PreciseMatrix x = scaled(span).scaled(Math.scalb(1.0, -halvings));
        PreciseMatrix e = x.seriesLessOne();
        for (int s = 0; s < halvings; s++) {
            PreciseMatrix square = e.times(e);
            square.addAll(e);
            square.addAll(e);
            e = square;
        }
        return e;
    }

    /** e^{M·span} as a matrix whose largest element is about 1, and the logarithm of what it is divided by: nothing overflows, however much grows. */
    Scaled exponential(double span) {
        int halvings = halvings(span);
        PreciseMatrix p = scaled(span).scaled(Math.scalb(1.0, -halvings)).seriesLessOne();
        for (int i = 0; i < n; i++) {
            p.add(i, i, 1, 0);
        }
        // whole numbers: an error of a logarithm would double with each squaring
        long exponent = 0;
        for (int s = 0; s < halvings; s++) {
            p = p.times(p);
            int grown = Math.getExponent(p.columnSumNorm());
            p = p.scaled(Math.scalb(1.0, -grown));
            exponent = 2 * exponent + grown;
        }
        return new Scaled(p, exponent * Math.log(2));
    }

    /**
     * A matrix times e^{log}.
     *
     * @param matrix the matrix
     * @param log the logarithm
     */
    record Scaled(PreciseMatrix matrix, double log) {
    }

    private int halvings(double span) {
        double norm = columnSumNorm() * span;
        return norm <= SERIES_NORM ? 0 : (int) Math.ceil(Math.log(norm / SERIES_NORM) / Math.log(2));
    }

    /** Products of matrices that {@link #exponentialLessOne} takes. */
    int products(double span) {
        return HELD + BLOCKS + halvings(span);
    }

    /** Σ_{k≥1} x^k/k! = x(1 + x/2(1 + x/3(…))), the innermost first, in blocks of held powers. */
    private PreciseMatrix seriesLessOne() {
        PreciseMatrix[] powers = new PreciseMatrix[HELD + 1];
        powers[1] = this;
        for (int k = 2; k <= HELD; k++) {
            powers[k] = powers[k - 1].times(this);
        }
        PreciseMatrix sum = new PreciseMatrix(n);
        for (int block = BLOCKS - 1; block >= 0; block--) {
            // what is in sum stands behind x^{(block+1)·HELD}/((block+1)·HELD)!
            PreciseMatrix next = block == BLOCKS - 1 ? new PreciseMatrix(n) : sum.times(powers[HELD]);
            for (int k = HELD; k >= 1; k--) {
                next.addAll(powers[k]);
                next = next.over(block * HELD + k);
            }
            sum = next;
        }
        return sum;
    }

    /** The product with a vector. */
    double[] times(double[] y) {
        double[] product = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                product[i] += hi[i][j] * y[j];
            }
        }
        return product;
    }

    /** Adds the product with a vector to it: y ← y + My, as pairs. */
    void addProductTo(double[] y, double[] low) {
        double[] high = new double[n];
        double[] rest = new double[n];
        for (int i = 0; i < n; i++) {
            double s = y[i];
            double e = low[i];
            for (int j = 0; j < n; j++) {
                double p = hi[i][j] * y[j];
                double error = Math.fma(hi[i][j], y[j], -p) + hi[i][j] * low[j] + lo[i][j] * y[j];
                double t = s + p;
                double part = t - s;
                e += s - (t - part) + (p - part) + error;
                s = t;
            }
            high[i] = s + e;
            rest[i] = e - (high[i] - s);
        }
        System.arraycopy(high, 0, y, 0, n);
        System.arraycopy(rest, 0, low, 0, n);
    }
}
