package org.unravel.numeric;

/**
 * The 16 Chebyshev–Lobatto nodes x_j = −cos(πj/15) on [−1, 1], with interpolation and integration of the polynomial through values there.
 *
 * <p>16 nodes resolve a jump inside a step to rounding for the steps that engines take (engine.md, "A step"), and are
 * two vectors of the widest hardware. Source: Trefethen, Approximation Theory and Approximation Practice, ch. 2–3 and 19.
 */
public final class ChebyshevNodes {

    /** Number of nodes. */
    public static final int COUNT = 16;

    private static final int LAST = COUNT - 1;
    private static final double[] NODES = new double[COUNT];
    /** [m][j]: coefficient of T_m from the value at node j. */
    private static final double[][] COEFFICIENT = new double[COUNT][COUNT];
    /** [m][j]: coefficient of T_m of the antiderivative that vanishes at −1, from the value at node j. */
    private static final double[][] ANTIDERIVATIVE = new double[COUNT + 1][COUNT];

    static {
        for (int j = 0; j < COUNT; j++) {
            // Sine form: exactly antisymmetric, and ±1 exactly at the ends.
            NODES[j] = Math.sin(Math.PI * (2 * j - LAST) / (2.0 * LAST));
        }
        for (int m = 0; m < COUNT; m++) {
            for (int j = 0; j < COUNT; j++) {
                double ends = (j == 0 || j == LAST ? 0.5 : 1) * (m == 0 || m == LAST ? 0.5 : 1);
                double sign = m % 2 == 0 ? 1 : -1;
                COEFFICIENT[m][j] = 2.0 / LAST * ends * sign * Math.cos(Math.PI * (m * j % (2 * LAST)) / LAST);
            }
        }
        for (int j = 0; j < COUNT; j++) {
            integrateCoefficients(j);
        }
    }

    private ChebyshevNodes() {
    }

    /** Flat [degree][node]: a combination of its rows with T_0(x)…T_16(x) gives the integration weights. */
    public static double[] integrationRows() {
        return flat(ANTIDERIVATIVE);
    }

    /** Flat [i][j]: weight of the value at node j in the integral from −1 to node i. */
    public static double[] cumulativeRows() {
        double[] flat = new double[COUNT * COUNT];
        double[] weights = new double[COUNT];
        for (int i = 0; i < COUNT; i++) {
            integrationWeights(NODES[i], new double[COUNT + 1], weights);
            System.arraycopy(weights, 0, flat, i * COUNT, COUNT);
        }
        return flat;
    }

    /** Barycentric weights λ_j of the nodes, up to a factor: (−1)^j, halved at both ends (Berrut and Trefethen 2004, eq. 5.4, doi:10.1137/S0036144502417715). */
    public static double[] barycentricWeights() {
        double[] weights = new double[COUNT];
        for (int j = 0; j < COUNT; j++) {
            weights[j] = (j % 2 == 0 ? 1 : -1) * (j == 0 || j == LAST ? 0.5 : 1);
        }
        return weights;
    }

    /** The nodes, ascending. */
    public static double[] nodes() {
        return NODES.clone();
    }

    private static double[] flat(double[][] rows) {
        double[] flat = new double[rows.length * COUNT];
        for (int m = 0; m < rows.length; m++) {
            System.arraycopy(rows[m], 0, flat, m * COUNT, COUNT);
        }
        return flat;
    }

    /** ∫T_m = T_{m+1}/(2(m+1)) − T_{m−1}/(2(m−1)), with the constant that makes the sum vanish at −1. */
    private static void integrateCoefficients(int j) {
        for (int m = 0; m < COUNT; m++) {
            double c = COEFFICIENT[m][j];
            if (m == 0) {
                ANTIDERIVATIVE[1][j] += c;
            } else if (m == 1) {
                ANTIDERIVATIVE[2][j] += c / 4;
            } else {
                ANTIDERIVATIVE[m + 1][j] += c / (2 * (m + 1));
                ANTIDERIVATIVE[m - 1][j] -= c / (2 * (m - 1));
            }
        }
        double atLeft = 0;
        for (int m = 1; m <= COUNT; m++) {
            atLeft += m % 2 == 0 ? ANTIDERIVATIVE[m][j] : -ANTIDERIVATIVE[m][j];
        }
        ANTIDERIVATIVE[0][j] = -atLeft;
    }

    /** Node j in [−1, 1], ascending in j from 0 to {@link #COUNT} − 1. */
    public static double node(int j) {
        return NODES[j];
    }

    /** Writes the Chebyshev coefficients of the polynomial through {@code values} to {@code coefficients}; both of length {@link #COUNT}. */
    public static void coefficients(double[] values, double[] coefficients) {
        for (int m = 0; m < COUNT; m++) {
            double[] row = COEFFICIENT[m];
            double sum = 0;
            for (int j = 0; j < COUNT; j++) {
                sum += row[j] * values[j];
            }
            coefficients[m] = sum;
        }
    }

    /** One of the {@link #coefficients} of the polynomial through {@code values}, from 0 to {@link #COUNT} − 1. */
    public static double coefficient(double[] values, int m) {
        double sum = 0;
        for (int j = 0; j < COUNT; j++) {
            sum += COEFFICIENT[m][j] * values[j];
        }
        return sum;
    }

    /** Writes T_0(x)…T_16(x) to {@code t}, of length {@link #COUNT} + 1. */
    private static void polynomials(double x, double[] t) {
        t[0] = 1;
        t[1] = x;
        for (int m = 2; m <= COUNT; m++) {
            t[m] = Math.fma(2 * x, t[m - 1], -t[m - 2]);
        }
    }

    /**
     * Weights w with p(x) = Σ_j w_j p(x_j).
     *
     * @param x place in [−1, 1]
     * @param work scratch of length {@link #COUNT} + 1
     * @param weights out, length {@link #COUNT}
     */
    public static void interpolationWeights(double x, double[] work, double[] weights) {
        polynomials(x, work);
        combine(COEFFICIENT, COUNT, work, weights);
    }

    /**
     * Weights w with ∫ from −1 to x of p = Σ_j w_j p(x_j).
     *
     * @param x place in [−1, 1]
     * @param work scratch of length {@link #COUNT} + 1
     * @param weights out, length {@link #COUNT}
     */
    public static void integrationWeights(double x, double[] work, double[] weights) {
        polynomials(x, work);
        combine(ANTIDERIVATIVE, COUNT + 1, work, weights);
    }

    private static void combine(double[][] rows, int rowCount, double[] factor, double[] out) {
        java.util.Arrays.fill(out, 0, COUNT, 0);
        for (int m = 0; m < rowCount; m++) {
            double[] row = rows[m];
            double f = factor[m];
            for (int j = 0; j < COUNT; j++) {
                out[j] = Math.fma(f, row[j], out[j]);
            }
        }
    }
}
