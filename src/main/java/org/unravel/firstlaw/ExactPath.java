package org.unravel.firstlaw;

import java.util.Arrays;

import org.unravel.composite.JointState;
import org.unravel.model.Model;

/**
 * Integrals along the path of the exact state of each part, by adaptive quadrature between grid times whose nodes are exact states. A start that has not its full rank makes integrands
 * that grow as a logarithm: there intervals are halved towards the start. Not safe for threads.
 */
final class ExactPath {

    /** Error of a piece in units of the scale of an integral. */
    private static final double TOLERANCE = 1e-12;

    /** Halvings of a piece; of the one that begins at the start enough for a logarithm. */
    private static final int MOST_HALVINGS = 8;
    private static final int MOST_HALVINGS_AT_START = 44;

    /** Pieces for each step of the grid: where populations are hardly more than rounding, halving ends only there. What is then missed is in the error. */
    private static final int PIECES = 3;
    private static final int PIECES_AT_START = 150;

    private static final int INTEGRALS = PathIntegral.values().length;

    private final Course course;
    private final Parts parts;
    private final SmoothPieces pieces;
    private final boolean canQuench;
    private final double[] scales;
    private final boolean[] hasTemperature;
    private final double[] sum;
    private final double[] error;
    private long piecesLeft = PIECES_AT_START;

    ExactPath(Model model, Course course, Parts parts, SmoothPieces pieces) {
        this.course = course;
        this.parts = parts;
        this.pieces = pieces;
        this.canQuench = parts.canQuench();
        this.sum = new double[parts.count() * INTEGRALS];
        this.error = new double[sum.length];
        this.scales = new double[sum.length];
        this.hasTemperature = new boolean[parts.count()];
        Arrays.fill(hasTemperature, true);
        double start = model.time().start();
        double spread = Math.max(parts.all().stream().mapToDouble(p -> p.spread(start, pieces.branchAfter(0))).max().orElse(0), Double.MIN_NORMAL);
        for (int i = 0; i < scales.length; i++) {
            scales[i] = PathIntegral.values()[i % INTEGRALS].hasTemperature() ? 1 : spread;
        }
    }

    /** Integrals of a part so far, shape [integrals]. */
    double[] sum(int part) {
        return Arrays.copyOfRange(sum, part * INTEGRALS, (part + 1) * INTEGRALS);
    }

    /** What they are good to. */
    double[] error(int part) {
        return Arrays.copyOfRange(error, part * INTEGRALS, (part + 1) * INTEGRALS);
    }

    /** From now on the state of a part has a population of zero, so that there is no finite temperature: what has is not looked at any more. */
    void giveUpTemperature(int part) {
        hasTemperature[part] = false;
    }

    boolean hasTemperature(int part) {
        return hasTemperature[part];
    }

    /** Goes on from a grid time to the next. */
    void advance(int gridIndex, JointState state) {
        piecesLeft += PIECES;
        double[] edges = pieces.edges(gridIndex);
        JointState here = state;
        for (int e = 0; e + 1 < edges.length; e++) {
            boolean isStart = gridIndex == 0 && e == 0;
            here = integrate(here, edges[e], edges[e + 1], isStart ? MOST_HALVINGS_AT_START : MOST_HALVINGS, isStart);
            boolean isLast = e + 2 == edges.length;
            quench(here, edges[e + 1], 0.5 * (edges[e] + edges[e + 1]), isLast ? pieces.branchAfter(gridIndex + 1) : 0.5 * (edges[e + 1] + edges[e + 2]));
        }
    }

    private void quench(JointState state, double time, double before, double after) {
        if (canQuench) {
            JointPoint last = parts.at(state, time, before);
            JointPoint next = parts.at(state, time, after);
            for (int p = 0; p < parts.count(); p++) {
                double[] added = last.quench(p, next);
                for (int q = 0; q < INTEGRALS; q++) {
                    sum[p * INTEGRALS + q] += added[q];
                }
            }
        }
    }

    /** Adds the integrals from one time to another and returns the state there. */
    private JointState integrate(JointState state, double from, double to, int halvings, boolean isStart) {
        double branch = 0.5 * (from + to);
        double[] times = new double[GaussKronrod.COUNT + 2];
        times[0] = from;
        times[times.length - 1] = to;
        for (int i = 0; i < GaussKronrod.COUNT; i++) {
            times[i + 1] = from + (to - from) * GaussKronrod.node(i);
        }
        JointState[] states = course.states(state, times);
        double[][] values = new double[sum.length][GaussKronrod.COUNT];
        for (int i = 0; i < GaussKronrod.COUNT; i++) {
            double[] rates = rates(times[i + 1], branch, states[i + 1]);
            for (int q = 0; q < sum.length; q++) {
                values[q][i] = rates[q];
            }
        }
        piecesLeft--;
        if (halvings == 0 || piecesLeft <= 0 || isGoodEnough(values, to - from)) {
            add(values, to - from);
            return states[states.length - 1];
        }
        JointState middle = integrate(state, from, branch, halvings - 1, isStart);
        return integrate(middle, branch, to, Math.min(halvings - 1, MOST_HALVINGS), false);
    }

    private double[] rates(double time, double branch, JointState state) {
        JointPoint point = parts.at(course.moving(time, branch, state), time, branch);
        double[] rates = new double[sum.length];
        for (int p = 0; p < parts.count(); p++) {
            System.arraycopy(point.rates(p), 0, rates, p * INTEGRALS, INTEGRALS);
        }
        return rates;
    }

    private boolean isGoodEnough(double[][] values, double length) {
        for (int q = 0; q < sum.length; q++) {
            boolean isAsked = hasTemperature[q / INTEGRALS] || !PathIntegral.values()[q % INTEGRALS].hasTemperature();
            if (isAsked && length * GaussKronrod.error(values[q]) > TOLERANCE * scales[q]) {
                return false;
            }
        }
        return true;
    }

    private void add(double[][] values, double length) {
        for (int q = 0; q < sum.length; q++) {
            for (int i = 0; i < GaussKronrod.COUNT; i++) {
                sum[q] += length * GaussKronrod.weight(i) * values[q][i];
            }
            error[q] += length * GaussKronrod.error(values[q]);
        }
    }
}
