package org.unravel.bath;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import org.unravel.model.Bath;
import org.unravel.model.Channel;
import org.unravel.model.InitialState;
import org.unravel.model.Model;
import org.unravel.model.Tolerance;
import org.unravel.numeric.SparseMatrix;

/**
 * Whether the heat that a bath gives can grow without bound.
 *
 * <p>Basis states are joined by the entries of H, which bring no heat, and by those of the jump operators, which bring their quanta where they are the
 * bath's and nothing else. If every closed way brings none, the heat so far is a function of where one is and was: it is bounded. If some
 * closed way brings heat, going round it again and again brings any amount; with detailed balance it can be gone round in both directions. Only states
 * that the initial state is joined with count.
 */
final class HeatCycles {

    /** One step from a basis state: to where, and the heat it brings. */
    private record Step(int to, double heat) {
    }

    private final List<List<Step>> steps = new ArrayList<>();

    private HeatCycles(int dimension) {
        for (int i = 0; i < dimension; i++) {
            steps.add(new ArrayList<>());
        }
    }

    /** Whether a model that does not depend on time has a closed way that brings heat of a bath. */
    static boolean existFor(Model model, Bath bath) {
        HeatCycles graph = new HeatCycles(model.dimension());
        double start = model.time().start();
        graph.add(model.hamiltonian().at(start), 0);
        for (Channel c : model.channels()) {
            if (c.rate().at(start).re() > 0) {
                graph.add(c.operator().at(start), bath.channels().contains(c) ? c.heat().at(start).re() : 0);
            }
        }
        return graph.hasCycle(model.initial());
    }

    private void add(SparseMatrix operator, double heat) {
        for (int i = 0; i < operator.dimension(); i++) {
            for (int p = operator.rowStart()[i]; p < operator.rowStart()[i + 1]; p++) {
                int j = operator.columns()[p];
                steps.get(j).add(new Step(i, heat));
                steps.get(i).add(new Step(j, -heat));
            }
        }
    }

    private boolean hasCycle(InitialState initial) {
        double[] heat = new double[steps.size()];
        boolean[] seen = new boolean[steps.size()];
        for (InitialState.Component ket : initial.components()) {
            for (int i = 0; i < seen.length; i++) {
                if (!seen[i] && (ket.re()[i] != 0 || ket.im()[i] != 0) && hasCycle(i, heat, seen)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean hasCycle(int from, double[] heat, boolean[] seen) {
        Deque<Integer> open = new ArrayDeque<>(List.of(from));
        seen[from] = true;
        while (!open.isEmpty()) {
            int i = open.pop();
            for (Step step : steps.get(i)) {
                double there = heat[i] + step.heat;
                if (!seen[step.to]) {
                    seen[step.to] = true;
                    heat[step.to] = there;
                    open.push(step.to);
                } else if (Math.abs(heat[step.to] - there) > Tolerance.RESULT * Math.max(Math.abs(step.heat), Math.max(Math.abs(there), Math.abs(heat[step.to])))) {
                    return true;
                }
            }
        }
        return false;
    }
}
