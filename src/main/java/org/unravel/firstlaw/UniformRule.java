package org.unravel.firstlaw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Integrals from the start to each point of a grid of equal steps, from values on it: of fourth order on smooth stretches, by the cubic through the four nearest values. The grid is cut
 * where the integrand may jump, which then has a value on either side.
 */
final class UniformRule {

    /** Integrals over [0, 1], [1, 2] and [2, 3] of what is a sum of 1, ln τ, τ and τ ln τ, from its values at τ = 1, 2, 3, 4. */
    private static final double[][] LOGARITHMIC = LogarithmicRule.weights();

    private static final double PART_OF_CHANGE = 0.25;

    private final double step;
    private final List<int[]> stretches = new ArrayList<>();

    /** Of a grid whose smooth pieces are known. */
    UniformRule(SmoothPieces pieces, int pointCount, double step) {
        this.step = step;
        int from = 0;
        for (int i = 0; i + 1 < pointCount; i++) {
            if (pieces.isCut(i)) {
                add(from, i);
                add(i, i + 1);
                from = i + 1;
            } else if (pieces.isEdge(i + 1)) {
                add(from, i + 1);
                from = i + 1;
            }
        }
    }

    private void add(int from, int to) {
        if (to > from) {
            stretches.add(new int[] {from, to});
        }
    }

    /** First and last point of each smooth stretch, and of each step in which the integrand jumps, ascending. */
    List<int[]> stretches() {
        return stretches;
    }

    /** How the integrand behaves at the start. */
    enum Start { REGULAR, LOGARITHMIC }

    /**
     * The integrals.
     *
     * @param before values on the side of the stretch that ends at a point, shape [points]
     * @param after values on the side of that which begins there, same shape
     * @return shape [points], 0 at the first
     */
    double[] integrals(double[] before, double[] after, Start start) {
        double[] sum = new double[after.length];
        for (int[] stretch : stretches) {
            double[] values = values(stretch, before, after);
            double[] parts = start == Start.LOGARITHMIC && stretch[0] == 0 ? logarithmic(values) : parts(values, 1);
            for (int i = 0; i < parts.length; i++) {
                sum[stretch[0] + i + 1] = sum[stretch[0] + i] + step * parts[i];
            }
        }
        return sum;
    }

    /** What the rule errs by, from what steps of twice the length change: of fourth order a fifteenth of it, where integrands begin as a logarithm about a quarter, which is taken. Shape [points]. */
    double[] errors(double[] before, double[] after, Start start) {
        double[] sum = new double[after.length];
        for (int[] stretch : stretches) {
            double[] values = values(stretch, before, after);
            boolean isLogarithmic = start == Start.LOGARITHMIC && stretch[0] == 0;
            double[] parts = isLogarithmic ? logarithmic(values) : parts(values, 1);
            int pairs = parts.length / 2;
            double[] every = new double[pairs + 1];
            for (int k = 0; k <= pairs; k++) {
                every[k] = values[2 * k];
            }
            double[] doubled = pairs == 0 ? new double[0] : isLogarithmic ? Account.scaled(2, logarithmic(every)) : parts(every, 2);
            for (int i = 0; i < parts.length; i++) {
                double change = i % 2 == 1 ? doubled[i / 2] - parts[i] - parts[i - 1] : 0;
                sum[stretch[0] + i + 1] = sum[stretch[0] + i] + PART_OF_CHANGE * step * change;
            }
        }
        return sum;
    }

    private static double[] values(int[] stretch, double[] before, double[] after) {
        double[] values = new double[stretch[1] - stretch[0] + 1];
        System.arraycopy(after, stretch[0], values, 0, values.length - 1);
        values[values.length - 1] = before[stretch[1]];
        return values;
    }

    /** Integrals over each step, in units of the grid's. */
    private static double[] parts(double[] f, double length) {
        int n = f.length - 1;
        double[] parts = new double[n];
        for (int i = 0; i < n; i++) {
            if (n == 1) {
                parts[i] = 0.5 * (f[0] + f[1]);
            } else if (n == 2) {
                parts[i] = (i == 0 ? 5 * f[0] + 8 * f[1] - f[2] : 5 * f[2] + 8 * f[1] - f[0]) / 12;
            } else if (i == 0) {
                parts[i] = (9 * f[0] + 19 * f[1] - 5 * f[2] + f[3]) / 24;
            } else if (i == n - 1) {
                parts[i] = (9 * f[n] + 19 * f[n - 1] - 5 * f[n - 2] + f[n - 3]) / 24;
            } else {
                parts[i] = (13 * (f[i] + f[i + 1]) - f[i - 1] - f[i + 2]) / 24;
            }
            parts[i] *= length;
        }
        return parts;
    }

    /** The value at the start is infinite and not looked at. */
    private static double[] logarithmic(double[] f) {
        if (f.length < LOGARITHMIC[0].length + 2) {
            double[] unknown = new double[f.length - 1];
            Arrays.fill(unknown, Double.NaN);
            return unknown;
        }
        double[] parts = parts(f, 1);
        for (int i = 0; i < LOGARITHMIC.length; i++) {
            parts[i] = 0;
            for (int k = 0; k < LOGARITHMIC[i].length; k++) {
                parts[i] += LOGARITHMIC[i][k] * f[k + 1];
            }
        }
        return parts;
    }
}
