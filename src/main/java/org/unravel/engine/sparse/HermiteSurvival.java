package org.unravel.engine.sparse;

import org.unravel.numeric.LobattoKronrod;

/**
 * Survival over a segment as the polynomial of degree 7 that has its values and slopes at four nodes, in Newton's form (Stoer and Bulirsch,
 * Introduction to Numerical Analysis, section 2.1.5). It costs nothing but the forms at the nodes, and its root is a guess of the place of a jump. One per worker.
 */
final class HermiteSurvival {

    private static final int POINTS = 4;
    private static final int TERMS = 2 * POINTS;
    private static final double[] NODE = new double[TERMS];
    private static final double[][] INVERSE = new double[TERMS][TERMS];
    /** Newton steps on the polynomial: quadratic from a bracket of a third of the segment. */
    private static final int MOST_ITERATIONS = 30;
    /** The polynomial is not the survival, so its root needs no more digits. */
    private static final double CONVERGED = 1e-6;

    static {
        for (int i = 0; i < TERMS; i++) {
            NODE[i] = LobattoKronrod.node(4 * (i / 2));
            for (int j = 0; j < i; j++) {
                INVERSE[i][j] = i / 2 == j / 2 ? 0 : 1 / (NODE[i] - NODE[j]);
            }
        }
    }

    private final double[] c = new double[TERMS];

    /** Takes norms and slopes at the nodes of the coarsest rule over the whole segment. */
    void set(SegmentQuadrature nodes, double length) {
        for (int i = 0; i < TERMS; i++) {
            c[i] = nodes.norm(4 * (i / 2));
        }
        for (int order = 1; order < TERMS; order++) {
            for (int i = TERMS - 1; i >= order; i--) {
                boolean doubled = order == 1 && i % 2 == 1;
                c[i] = doubled ? -length * nodes.jumpRate(4 * (i / 2)) : (c[i] - c[i - 1]) * INVERSE[i][i - order];
            }
        }
    }

    /** A place in [0, 1] where the polynomial is u, which the nodes bracket. */
    double root(SegmentQuadrature nodes, double u) {
        int j = 0;
        while (j < POINTS - 2 && nodes.norm(4 * (j + 1)) >= u) {
            j++;
        }
        double low = LobattoKronrod.node(4 * j);
        double high = LobattoKronrod.node(4 * (j + 1));
        double x = low + (high - low) * Math.max(0, Math.min(1, (nodes.norm(4 * j) - u) / (nodes.norm(4 * j) - nodes.norm(4 * (j + 1)))));
        for (int i = 0; i < MOST_ITERATIONS; i++) {
            double p = c[TERMS - 1];
            double slope = 0;
            for (int m = TERMS - 2; m >= 0; m--) {
                slope = Math.fma(slope, x - NODE[m], p);
                p = Math.fma(p, x - NODE[m], c[m]);
            }
            double next = x - (p - u) / slope;
            if (p > u) {
                low = x;
            } else {
                high = x;
            }
            if (Math.abs(next - x) < CONVERGED) {
                return Math.max(0, Math.min(1, next));
            }
            x = next > low && next < high ? next : 0.5 * (low + high);
        }
        return x;
    }
}
