package org.unravel.engine.jump;

import org.unravel.engine.energy.NodeValues;
import org.unravel.numeric.ChebyshevNodes;

/**
 * Finds where in a cell of an age table the survival probability falls to a threshold.
 *
 * <p>It falls monotonically with slope −(h/2)⟨K⟩, so the values at the nodes bracket the root; inverse cubic interpolation with the slopes at
 * both ends starts a safeguarded Newton on the Chebyshev series. One per worker.
 */
public final class SurvivalRoot {

    private static final int N = ChebyshevNodes.COUNT;
    /** A Newton step below this leaves an error of its square: rounding. The test comes before the bracket's (engine.md, "A step"). */
    public static final double CONVERGED = 1e-7;
    /** A bracket this narrow cannot be halved. */
    public static final double NARROWEST = 1e-15;

    private long iterations;

    /** Newton iterations so far. */
    public long iterations() {
        return iterations;
    }

    /**
     * The place in [−1, 1] at which the survival has fallen to u.
     *
     * @param values forms at the nodes: survival, then ⟨K⟩ (see {@link NodeValues}); survival at the last node is below u
     * @param series Chebyshev coefficients of the survival
     * @param half half of the cell's length
     */
    public double find(double[] values, double[] series, double half, double u) {
        int j = 0;
        while (j < N - 2 && values[j + 1] >= u) {
            j++;
        }
        double low = ChebyshevNodes.node(j);
        double high = ChebyshevNodes.node(j + 1);
        double x = guess(values, half, j, u);
        if (!(x > low && x < high)) {
            x = 0.5 * (low + high);
        }
        while (high - low > NARROWEST) {
            iterations++;
            double b1 = 0;
            double b2 = 0;
            double d1 = 0;
            double d2 = 0;
            double twice = 2 * x;
            for (int m = N - 1; m >= 1; m--) {
                double b = Math.fma(twice, b1, series[m] - b2);
                double d = Math.fma(twice, d1, Math.fma(2, b1, -d2));
                b2 = b1;
                b1 = b;
                d2 = d1;
                d1 = d;
            }
            double f = Math.fma(x, b1, series[0] - b2) - u;
            double step = f / (b1 + Math.fma(x, d1, -d2));
            double next = x - step;
            if (Math.abs(step) < CONVERGED) {
                return Math.max(-1, Math.min(1, next));
            }
            if (f > 0) {
                low = x;
            } else {
                high = x;
            }
            x = next > low && next < high ? next : 0.5 * (low + high);
        }
        return x;
    }

    /** Inverse cubic Hermite interpolation of the place as a function of the survival, between nodes j and j + 1. */
    public static double guess(double[] values, double half, int j, double u) {
        double x0 = ChebyshevNodes.node(j);
        double x1 = ChebyshevNodes.node(j + 1);
        double fall = values[j] - values[j + 1];
        double s = (values[j] - u) / fall;
        // Slopes dx/ds at both ends; s grows as the survival falls.
        double m0 = fall / (half * values[NodeValues.JUMP_RATE + j]);
        double m1 = fall / (half * values[NodeValues.JUMP_RATE + j + 1]);
        double width = x1 - x0;
        double cubic = x0 + s * (m0 + s * (3 * width - 2 * m0 - m1 + s * (m0 + m1 - 2 * width)));
        return cubic > x0 && cubic < x1 ? cubic : x0 + s * width;
    }
}
