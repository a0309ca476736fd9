package org.unravel.engine.drive;

/** Chebyshev series cut short and written in powers, for loops that evaluate many of them. */
public final class ChebyshevSeries {

    private ChebyshevSeries() {
    }

    /** What is left out by the first {@code terms} terms: the sum of the moduli of the others. */
    public static double rest(double[] series, int terms) {
        double rest = 0;
        for (int m = terms; m < series.length; m++) {
            rest += Math.abs(series[m]);
        }
        return rest;
    }

    /** Writes the first {@code terms} terms of a series as coefficients of 1, y, y², … to {@code out[first + stride·power]}. */
    public static void powers(double[] series, int terms, double[] out, int first, int stride) {
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
