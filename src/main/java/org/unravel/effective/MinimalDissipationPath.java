package org.unravel.effective;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.unravel.effective.MinimalDissipation.Node;

/** Walks along a grid of times and writes down what the integrals say at each. */
final class MinimalDissipationPath {

    private final int dimension;
    private final double[] initial;
    private final double[] times;
    private final double[][] edges;
    private final double afterEnd;
    private final EffectiveIntegrals integrals;
    private final List<Node> nodes = new ArrayList<>();
    private final double[][] hamiltonians;
    private final double[][] levels;
    private final double[][] rates;
    private final double[] condition;
    private final double[] energy;
    private final double[] heat;
    private final double[] work;
    private final double[] error;

    /**
     * Of a part.
     *
     * @param initial its state at the first time, packed
     * @param times of the grid
     * @param edges of the smooth pieces between a grid time and the next, both among them, shape [points − 1][edges]
     * @param afterEnd a time on the piece that follows the last one
     */
    MinimalDissipationPath(MapPath maps, double[] initial, double[] times, double[][] edges, double afterEnd) {
        int d = maps.dimension();
        int points = times.length;
        this.dimension = d;
        this.initial = initial;
        this.times = times;
        this.edges = edges;
        this.afterEnd = afterEnd;
        this.hamiltonians = filled(points, d * d);
        this.levels = filled(points, d);
        this.rates = filled(points, d * d - 1);
        double[][] curves = filled(5, points);
        this.condition = curves[0];
        this.energy = curves[1];
        this.heat = curves[2];
        this.work = curves[3];
        this.error = curves[4];
        this.integrals = new EffectiveIntegrals(maps, initial, times[0], branchAfter(0), (point, panel, weight) -> nodes.add(new Node(point.time(), panel, weight, point.change())));
    }

    private static double[][] filled(int rows, int columns) {
        double[][] out = new double[rows][columns];
        for (double[] row : out) {
            Arrays.fill(row, Double.NaN);
        }
        return out;
    }

    private double branchAfter(int index) {
        return index == edges.length ? afterEnd : 0.5 * (edges[index][0] + edges[index][1]);
    }

    MinimalDissipation solve() {
        write(0);
        for (int i = 0; i < edges.length && integrals.end().isEmpty(); i++) {
            for (int e = 0; e + 1 < edges[i].length && integrals.end().isEmpty(); e++) {
                integrals.advance(edges[i][e + 1], 0.5 * (edges[i][e] + edges[i][e + 1]));
                if (integrals.end().isEmpty()) {
                    cross(e + 2 < edges[i].length ? 0.5 * (edges[i][e + 1] + edges[i][e + 2]) : branchAfter(i + 1));
                }
            }
            if (integrals.end().isEmpty()) {
                write(i + 1);
            }
        }
        return new MinimalDissipation(times, dimension, hamiltonians, levels, rates, condition, energy, heat, work, error, integrals.end(), List.copyOf(nodes));
    }

    /** The joint Hamiltonian may jump here. */
    private void cross(double branch) {
        double[] before = integrals.here().hamiltonian();
        integrals.cross(branch);
        double[] jump = integrals.here().hamiltonian().clone();
        for (int i = 0; i < jump.length; i++) {
            jump[i] -= before[i];
        }
        if (Arrays.stream(jump).anyMatch(x -> x != 0)) {
            nodes.add(new Node(integrals.here().time(), integrals.here().time(), 1, jump));
        }
    }

    private void write(int index) {
        EffectivePoint here = integrals.here();
        hamiltonians[index] = here.hamiltonian();
        levels[index] = here.levels();
        rates[index] = here.rates();
        condition[index] = here.condition();
        energy[index] = Superoperator.trace(here.hamiltonian(), here.state(initial));
        heat[index] = integrals.heat();
        work[index] = integrals.work();
        error[index] = integrals.error() + Math.abs(energy[index] - energy[0] - heat[index] - work[index]);
    }
}
