package org.unravel.exact;

import java.util.Arrays;

import org.unravel.exact.PiecewiseIntegration.PieceSystem;

/**
 * Carries a stiff linear system ẏ = A(t)y by collocation at ten Radau points a step: what is fast and has died out asks for no short steps. A step is short
 * enough when the last coefficients of the polynomial through its points are small. Not safe for threads.
 *
 * @see <a href="https://doi.org/10.1007/978-3-642-05221-7">Hairer and Wanner, Solving Ordinary Differential Equations II, §IV.5</a>
 */
final class RadauSteps {

    private static final int STAGES = RadauRule.STAGES;

    /** Size of the linear equations of a step beyond which it would take a second. */
    private static final int MOST_UNKNOWNS = 700;

    private static final double GROWTH = 1.6;
    /** Tail in units of its tolerance below which the next step is longer: one that is longer by {@link #GROWTH} has a tail 1.6¹⁰ = 110 times as large. */
    private static final double SMALL = 5e-3;
    private static final double SHRINKAGE = 0.4;

    private final double tolerance;
    private double step = Double.POSITIVE_INFINITY;

    /**
     * Steps of a tolerance.
     *
     * @param tolerance largest of the last two coefficients, in units of the largest number of the state
     */
    RadauSteps(double tolerance) {
        this.tolerance = tolerance;
    }

    /** True if the equations of a step are few enough. */
    static boolean appliesTo(PieceSystem system) {
        return system.isLinear() && system.stateSize() * STAGES <= MOST_UNKNOWNS;
    }

    /** Right-hand sides that a step asks for. */
    static long evaluationsOfStep(PieceSystem system) {
        return (long) STAGES * system.stateSize();
    }

    /** Multiply-adds of a step: its right-hand sides, and the elimination of its linear equations; 0 where right-hand sides cost nothing. */
    static double work(PieceSystem system, double ofEvaluation) {
        double unknowns = (double) STAGES * system.stateSize();
        return ofEvaluation == 0 ? 0 : unknowns * ofEvaluation + unknowns * unknowns * unknowns / 3;
    }

    /** Largest column sum of the matrix of a system at a time. */
    static double norm(PieceSystem system, double t) {
        double norm = 0;
        for (double[] column : matrix(system, t)) {
            norm = Math.max(norm, Arrays.stream(column, 0, system.stateSize()).map(Math::abs).sum());
        }
        return norm;
    }

    /** Columns of the state's numbers. */
    private static double[][] matrix(PieceSystem system, double t) {
        double[] unit = new double[system.getDimension()];
        double[][] columns = new double[system.stateSize()][];
        for (int j = 0; j < columns.length; j++) {
            unit[j] = 1;
            columns[j] = system.computeDerivatives(t, unit);
            unit[j] = 0;
        }
        return columns;
    }

    /** What came of it. */
    record Reached(double time, double[] y, long stepCount) {
    }

    /**
     * Goes as far as the steps that may be taken lead.
     *
     * @param to time since the system was entered
     * @param longest longest step
     * @param shortest shortest step
     * @param mostSteps steps that may be tried
     * @return where it ended; before {@code to} if steps are too short or too many, or a number is not finite
     */
    Reached advance(PieceSystem system, double to, double longest, double shortest, long mostSteps, double[] start) {
        double t = 0;
        double[] y = start;
        long count = 0;
        while (t < to && count < mostSteps) {
            count++;
            double rest = to - t;
            double h = Math.min(Math.min(step, longest), rest);
            if (h < shortest && h < rest) {
                break;
            }
            double[][] states = solve(system, t, h, y);
            double tail = states == null ? Double.POSITIVE_INFINITY : tail(y, states, system.stateSize());
            if (!(tail <= tolerance)) {
                step = h * SHRINKAGE;
                continue;
            }
            y = end(system, t, h, y, states);
            t = h < rest ? t + h : to;
            step = tail < SMALL * tolerance && h >= Math.min(step, longest) ? h * GROWTH : Math.max(step, h);
        }
        return new Reached(t, y, count);
    }

    private double[][][] columnsAtPoints;

    /** The states at the points, or null where the equations have no finite solution. */
    private double[][] solve(PieceSystem system, double t, double h, double[] y) {
        int n = system.stateSize();
        columnsAtPoints = new double[STAGES][][];
        double[][] equations = new double[n * STAGES][n * STAGES];
        double[] right = new double[n * STAGES];
        for (int j = 0; j < STAGES; j++) {
            columnsAtPoints[j] = matrix(system, t + h * RadauRule.POINTS[j]);
        }
        for (int i = 0; i < STAGES; i++) {
            for (int r = 0; r < n; r++) {
                int row = i * n + r;
                right[row] = y[r];
                for (int j = 0; j < STAGES; j++) {
                    double factor = h * RadauRule.INTEGRALS[i][j];
                    for (int c = 0; c < n; c++) {
                        equations[row][j * n + c] = -factor * columnsAtPoints[j][c][r];
                    }
                }
                equations[row][row] += 1;
            }
        }
        double[] all = new Elimination(equations).solveRefined(right);
        double[][] states = new double[STAGES][];
        for (int i = 0; i < STAGES; i++) {
            states[i] = Arrays.copyOfRange(all, i * n, (i + 1) * n);
        }
        return Arrays.stream(all).allMatch(Double::isFinite) ? states : null;
    }

    private static double tail(double[] y, double[][] states, int n) {
        double largest = Double.MIN_NORMAL;
        double tail = 0;
        for (int r = 0; r < n; r++) {
            largest = Math.max(largest, Math.abs(y[r]));
            for (double[] weights : RadauRule.LAST_COEFFICIENTS) {
                double sum = weights[0] * y[r];
                for (int i = 0; i < STAGES; i++) {
                    sum += weights[i + 1] * states[i][r];
                }
                tail = Math.max(tail, Math.abs(sum));
            }
        }
        return tail / largest;
    }

    /** The state at the last point, which is the end of the step, and the integrals up to there. */
    private double[] end(PieceSystem system, double t, double h, double[] y, double[][] states) {
        int n = system.stateSize();
        double[] end = y.clone();
        System.arraycopy(states[STAGES - 1], 0, end, 0, n);
        for (int j = 0; j < STAGES; j++) {
            double factor = h * RadauRule.INTEGRALS[STAGES - 1][j];
            for (int c = 0; c < n; c++) {
                for (int r = n; r < end.length; r++) {
                    end[r] += factor * columnsAtPoints[j][c][r] * states[j][c];
                }
            }
        }
        return end;
    }
}
