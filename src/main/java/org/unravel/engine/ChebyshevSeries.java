package org.unravel.engine;

/** Chebyshev series cut short and written in powers, for loops that evaluate many of them. */
final class ChebyshevSeries {

    private ChebyshevSeries() {
    }

    /** The least number of terms, at least 1, that leaves out no more than a tolerance: the sum of the moduli of the rest. */
    static int termCount(double[] series, double tolerance) {
        double rest = 0;
        for (int n = series.length; n > 1; n--) {
            rest += Math.abs(series[n - 1]);
            // A NaN must not pass for a small rest.
            if (!(rest <= tolerance)) {
                return n;
            }
        }
        return 1;
    }

    /** Writes the first {@code terms} terms of a series as coefficients of 1, y, y², … to {@code out[first + stride·power]}. */
    static void powers(double[] series, int terms, double[] out, int first, int stride) {
        double[] before = new double[terms];
        double[] here = new double[terms];
        here[0] = 1;
        for (int m = 0; m < terms; m++) {
            for (int p = 0; p <= m; p++) {
                out[first + stride * p] += series[m] * here[p];
            }
            double[] next = new double[terms];
            for (int p = 0; p < terms; p++) {
                next[p] = (p > 0 ? (m == 0 ? 1 : 2) * here[p - 1] : 0) - (m == 0 ? 0 : before[p]);
            }
            before = here;
            here = next;
        }
    }
}
