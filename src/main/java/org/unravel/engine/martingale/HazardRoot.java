package org.unravel.engine.martingale;

import org.unravel.engine.jump.SurvivalRoot;
import org.unravel.numeric.ChebyshevNodes;

/**
 * Finds where in a step the integral of the hazard of one lane has grown by a given amount: by Newton's method on the antiderivative of the polynomial through the hazards at the nodes, kept
 * between places below and above, as the integral does not fall. One per worker.
 */
final class HazardRoot {

    private static final int N = ChebyshevNodes.COUNT;
    private static final double[] ROWS = ChebyshevNodes.integrationRows();

    private final double[] integral = new double[N + 1];
    private final double[] series = new double[N];
    private final double[] values = new double[N];
    private long iterations;

    /** Newton iterations so far. */
    long iterations() {
        return iterations;
    }

    /**
     * The place in [left, 1] up to which the integral from {@code left} on, in units of half the step, is {@code goal}.
     *
     * @param rates hazards at the nodes, from {@code offset} on
     * @param goal ≥ 0, at most the integral from left to 1
     */
    double find(double[] rates, int offset, double left, double goal) {
        for (int m = 0; m <= N; m++) {
            double sum = 0;
            for (int j = 0; j < N; j++) {
                sum = Math.fma(ROWS[m * N + j], rates[offset + j], sum);
            }
            integral[m] = sum;
        }
        System.arraycopy(rates, offset, values, 0, N);
        ChebyshevNodes.coefficients(values, series);
        double target = at(integral, left) + goal;
        double low = left;
        double high = 1;
        double x = 0.5 * (low + high);
        while (high - low > SurvivalRoot.NARROWEST) {
            iterations++;
            double f = at(integral, x) - target;
            double step = f / at(series, x);
            double next = x - step;
            if (Math.abs(step) < SurvivalRoot.CONVERGED) {
                return Math.max(left, Math.min(1, next));
            }
            if (f < 0) {
                low = x;
            } else {
                high = x;
            }
            x = next > low && next < high ? next : 0.5 * (low + high);
        }
        return x;
    }

    /** A Chebyshev series at a place (Clenshaw; Trefethen, Approximation Theory and Approximation Practice, exercise 3.2). */
    private static double at(double[] c, double x) {
        double one = 0;
        double two = 0;
        for (int m = c.length - 1; m > 0; m--) {
            double next = Math.fma(2 * x, one, c[m] - two);
            two = one;
            one = next;
        }
        return Math.fma(x, one, c[0] - two);
    }
}
