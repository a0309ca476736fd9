package org.unravel.modes;

/**
 * Several functions on a stretch of time by their values at Chebyshev–Lobatto points: whether they are resolved, and their integrals up to any time of the stretch.
 *
 * @see <a href="https://doi.org/10.1137/1.9781611975949">Trefethen (2019), Approximation Theory and Approximation Practice, chs. 3, 8 and 19</a>
 */
final class ChebyshevPanel {

    /** Degree of the first polynomials, whose points are every second one of those of twice the degree. */
    static final int DEGREE = 16;

    /** Coefficients at the end that must be small: two neighbours of one parity may vanish by chance. */
    private static final int LAST = 3;

    /** One in so many coefficients, at the end, that are small where the stretch could have been longer. */
    private static final int SPARE = 3;

    private final double from;
    private final double length;
    private final int degree;
    private final double[][] coefficients;

    /**
     * A stretch.
     *
     * @param values at the points of a degree, shape [degree + 1][functions]
     */
    ChebyshevPanel(double from, double length, double[][] values) {
        this.from = from;
        this.length = length;
        this.degree = values.length - 1;
        int functions = values[0].length;
        coefficients = new double[functions][degree + 1];
        for (int k = 0; k <= degree; k++) {
            for (int j = 0; j <= degree; j++) {
                double weight = (k == 0 || k == degree ? 1.0 : 2.0) / degree * (j == 0 || j == degree ? 0.5 : 1) * Math.cos(Math.PI * (k * (degree - j) % (2 * degree)) / degree);
                for (int f = 0; f < functions; f++) {
                    coefficients[f][k] += weight * values[j][f];
                }
            }
        }
    }

    /** Point j of a stretch, ascending, from 0 to the degree, both ends among them. */
    static double point(double from, double length, int j, int degree) {
        return j == degree ? from + length : from + length * 0.5 * (1 - Math.cos(Math.PI * j / degree));
    }

    /** Whether a function is resolved: its last coefficients are no larger than this. */
    boolean isResolved(int function, double tolerance) {
        return tail(function, LAST) <= tolerance;
    }

    /** Whether a longer stretch would do as well. */
    boolean isGenerous(int function, double tolerance) {
        return tail(function, degree / SPARE) <= tolerance;
    }

    private double tail(int function, int count) {
        double largest = 0;
        for (int k = degree + 1 - count; k <= degree; k++) {
            double modulus = Math.abs(coefficients[function][k]);
            // a maximum of what is not a number would be lost
            largest = modulus <= largest ? largest : modulus;
        }
        return largest;
    }

    /** The integral of a function from the beginning of the stretch to a time of it. */
    double integral(int function, double to) {
        double x = Math.min(1, 2 * (to - from) / length - 1);
        double[] c = coefficients[function];
        double sum = 0;
        double before = 1;
        double here = x;
        double sign = -1;
        for (int k = 1; k <= degree + 1; k++) {
            double integrated = ((k == 1 ? 2 : 1) * c[k - 1] - (k + 1 <= degree ? c[k + 1] : 0)) / (2 * k);
            sum += integrated * (here - sign);
            double next = 2 * x * here - before;
            before = here;
            here = next;
            sign = -sign;
        }
        return 0.5 * length * sum;
    }
}
