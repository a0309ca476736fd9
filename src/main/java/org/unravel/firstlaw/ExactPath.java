package org.unravel.firstlaw;

import java.util.Arrays;

import org.unravel.exact.Generator;
import org.unravel.exact.StateEvolution;
import org.unravel.model.Model;

/**
 * Integrals along the path of the exact state, by adaptive quadrature between grid times whose nodes are states of the master equation. A start that has not its full rank makes integrands
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

    private final Model model;
    private final StateEvolution evolution;
    private final Generator generator;
    private final EnergyPath energy;
    private final SmoothPieces pieces;
    private final double[] scales;
    private long piecesLeft = PIECES_AT_START;
    private boolean hasTemperature = true;
    private final double[] sum = new double[PathIntegral.values().length];
    private final double[] error = new double[sum.length];

    ExactPath(Model model, StateEvolution evolution, EnergyPath energy, SmoothPieces pieces) {
        this.model = model;
        this.evolution = evolution;
        this.generator = new Generator(model);
        this.energy = energy;
        this.pieces = pieces;
        double[] levels = energy.at(model.time().start(), pieces.branchAfter(0)).levels().values();
        double spread = Math.max(levels[levels.length - 1] - levels[0], Double.MIN_NORMAL);
        this.scales = Arrays.stream(PathIntegral.values()).mapToDouble(q -> q.hasTemperature() ? 1 : spread).toArray();
    }

    /** Integrals so far, shape [integrals]. */
    double[] sum() {
        return sum.clone();
    }

    /** What they are good to. */
    double[] error() {
        return error.clone();
    }

    /** From now on the state has a population of zero, so that there is no finite temperature: what has is not looked at any more. */
    void giveUpTemperature() {
        hasTemperature = false;
    }

    boolean hasTemperature() {
        return hasTemperature;
    }

    /** Goes on from a grid time to the next. */
    void advance(int gridIndex, double[] state) {
        piecesLeft += PIECES;
        double[] edges = pieces.edges(gridIndex);
        double[] here = state;
        for (int e = 0; e + 1 < edges.length; e++) {
            boolean isStart = gridIndex == 0 && e == 0;
            here = integrate(here, edges[e], edges[e + 1], isStart ? MOST_HALVINGS_AT_START : MOST_HALVINGS, isStart);
            boolean isLast = e + 2 == edges.length;
            quench(here, edges[e + 1], 0.5 * (edges[e] + edges[e + 1]), isLast ? pieces.branchAfter(gridIndex + 1) : 0.5 * (edges[e + 1] + edges[e + 2]));
        }
    }

    private void quench(double[] state, double time, double before, double after) {
        if (Quench.isPossible(model)) {
            double[] added = Quench.of(unpacked(state), energy.at(time, before), energy.at(time, after));
            for (int q = 0; q < sum.length; q++) {
                sum[q] += added[q];
            }
        }
    }

    private HermitianMatrix unpacked(double[] state) {
        return HermitianMatrix.unpacked(state, model.dimension());
    }

    /** Adds the integrals from one time to another and returns the state there. */
    private double[] integrate(double[] state, double from, double to, int halvings, boolean isStart) {
        double branch = 0.5 * (from + to);
        double[] times = new double[GaussKronrod.COUNT + 2];
        times[0] = from;
        times[times.length - 1] = to;
        for (int i = 0; i < GaussKronrod.COUNT; i++) {
            times[i + 1] = from + (to - from) * GaussKronrod.node(i);
        }
        double[][] states = evolution.states(state, times);
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
        double[] middle = integrate(state, from, branch, halvings - 1, isStart);
        return integrate(middle, branch, to, Math.min(halvings - 1, MOST_HALVINGS), false);
    }

    private double[] rates(double time, double branch, double[] state) {
        return new StatePoint(unpacked(state), energy.at(time, branch)).rates(unpacked(generator.rate(time, branch, state)));
    }

    private boolean isGoodEnough(double[][] values, double length) {
        for (int q = 0; q < sum.length; q++) {
            boolean isAsked = hasTemperature || !PathIntegral.values()[q].hasTemperature();
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
