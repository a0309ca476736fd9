package org.unravel.numeric;

/**
 * Gauss–Legendre quadrature on [−1, 1]: exact for polynomials of degree 2n − 1.
 *
 * @param nodes ascending
 * @param weights add up to 2
 */
public record GaussLegendre(double[] nodes, double[] weights) {

    /** The rule of {@code count} ≥ 1 nodes, by Newton's method on the Legendre recurrence (Golub and Welsch 1969 for the weights' formula). */
    public static GaussLegendre of(int count) {
        double[] x = new double[count];
        double[] w = new double[count];
        for (int i = 0; i < count; i++) {
            double z = -Math.cos(Math.PI * (i + 0.75) / (count + 0.5));
            double slope = 1;
            // Quadratic convergence from this start: six steps are beyond rounding.
            for (int step = 0; step < 6; step++) {
                double before = 1;
                double p = z;
                for (int k = 2; k <= count; k++) {
                    double next = ((2 * k - 1) * z * p - (k - 1) * before) / k;
                    before = p;
                    p = next;
                }
                slope = count * (z * p - before) / (z * z - 1);
                z -= p / slope;
            }
            x[i] = z;
            w[i] = 2 / ((1 - z * z) * slope * slope);
        }
        return new GaussLegendre(x, w);
    }

    /** Number of nodes. */
    public int count() {
        return nodes.length;
    }
}
