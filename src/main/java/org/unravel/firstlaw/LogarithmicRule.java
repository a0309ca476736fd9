package org.unravel.firstlaw;

/** Weights for integrands that begin as a logarithm, as the inverse temperature of a pure state that becomes mixed does. */
final class LogarithmicRule {

    private static final int NODES = 4;
    private static final int STEPS = 3;

    private LogarithmicRule() {
    }

    /** Shape [3 steps][4 nodes]: exact for 1, ln τ, τ and τ ln τ with nodes τ = 1, 2, 3, 4 and steps of length 1 from τ = 0 on. */
    static double[][] weights() {
        double[][] weights = new double[STEPS][];
        for (int s = 0; s < STEPS; s++) {
            double[][] system = new double[NODES][NODES + 1];
            for (int b = 0; b < NODES; b++) {
                for (int k = 0; k < NODES; k++) {
                    system[b][k] = value(b, k + 1.0);
                }
                system[b][NODES] = primitive(b, s + 1.0) - primitive(b, s);
            }
            weights[s] = solution(system);
        }
        return weights;
    }

    private static double value(int function, double x) {
        return switch (function) {
            case 0 -> 1;
            case 1 -> Math.log(x);
            case 2 -> x;
            default -> x * Math.log(x);
        };
    }

    private static double primitive(int function, double x) {
        double log = x == 0 ? 0 : Math.log(x);
        return switch (function) {
            case 0 -> x;
            case 1 -> x * log - x;
            case 2 -> x * x / 2;
            default -> x * x * (log / 2 - 0.25);
        };
    }

    /** By elimination with pivots, of rows with their right-hand sides. */
    private static double[] solution(double[][] rows) {
        int n = rows.length;
        for (int c = 0; c < n; c++) {
            int best = c;
            for (int r = c; r < n; r++) {
                best = Math.abs(rows[r][c]) > Math.abs(rows[best][c]) ? r : best;
            }
            double[] pivot = rows[best];
            rows[best] = rows[c];
            rows[c] = pivot;
            for (int r = 0; r < n; r++) {
                double factor = r == c ? 0 : rows[r][c] / pivot[c];
                for (int k = c; k <= n; k++) {
                    rows[r][k] -= factor * pivot[k];
                }
            }
        }
        double[] x = new double[n];
        for (int c = 0; c < n; c++) {
            x[c] = rows[c][n] / rows[c][c];
        }
        return x;
    }
}
