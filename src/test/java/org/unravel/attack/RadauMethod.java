package org.unravel.attack;

/**
 * Collocation at the right Radau nodes, of order 2s − 1 with s stages, for linear equations: what is stiff and over is damped, not carried on.
 *
 * @see <a href="https://doi.org/10.1007/978-3-642-05221-7">Hairer and Wanner, Solving Ordinary Differential Equations II, §IV.5</a>
 */
final class RadauMethod {

    private static final int SCAN = 4000;
    private static final int BISECTIONS = 80;

    final int stages;
    /** In (0, 1], the last is 1. */
    final double[] nodes;
    /** Integrals of the Lagrange polynomials from 0 to each node. */
    final double[][] weights;

    RadauMethod(int stages) {
        this.stages = stages;
        this.nodes = nodes(stages);
        this.weights = weights(nodes);
    }

    /** Zeros of P_s − P_{s−1}, moved to (0, 1]. */
    private static double[] nodes(int s) {
        double[] found = new double[s];
        int count = 0;
        for (int k = 0; k < SCAN && count < s - 1; k++) {
            double low = -1 + 2.0 * k / SCAN;
            double high = -1 + 2.0 * (k + 1) / SCAN;
            if (high < 1 && defect(s, low) * defect(s, high) < 0) {
                found[count++] = (bisect(s, low, high) + 1) / 2;
            }
        }
        if (count != s - 1) {
            throw new IllegalStateException("expected " + (s - 1) + " inner nodes, found " + count);
        }
        found[s - 1] = 1;
        return found;
    }

    private static double bisect(int s, double low, double high) {
        double a = low;
        double b = high;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (a + b) / 2;
            if (defect(s, a) * defect(s, middle) <= 0) {
                b = middle;
            } else {
                a = middle;
            }
        }
        return (a + b) / 2;
    }

    private static double defect(int s, double x) {
        return legendre(s, x) - legendre(s - 1, x);
    }

    private static double legendre(int n, double x) {
        double before = 1;
        double now = x;
        for (int k = 1; k < n; k++) {
            double next = ((2 * k + 1) * x * now - k * before) / (k + 1);
            before = now;
            now = next;
        }
        return n == 0 ? 1 : now;
    }

    private static double[][] weights(double[] c) {
        int s = c.length;
        double[][] a = new double[s][s];
        for (int i = 0; i < s; i++) {
            RealMatrix conditions = new RealMatrix(s);
            double[] integrals = new double[s];
            double x = 2 * c[i] - 1;
            for (int k = 0; k < s; k++) {
                for (int j = 0; j < s; j++) {
                    conditions.add(k, j, legendre(k, 2 * c[j] - 1));
                }
                integrals[k] = (k == 0 ? x + 1 : (legendre(k + 1, x) - legendre(k - 1, x)) / (2 * k + 1)) / 2;
            }
            a[i] = conditions.solve(integrals);
        }
        return a;
    }
}
