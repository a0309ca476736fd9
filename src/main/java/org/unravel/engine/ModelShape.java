package org.unravel.engine;

import java.util.ArrayList;
import java.util.List;

import org.unravel.model.InitialState;
import org.unravel.model.Model;
import org.unravel.numeric.BlockPartition;
import org.unravel.numeric.SparseMatrix;

/**
 * What the forecasts look at: the operators at the start of the run, their blocks, and a guess of the number of jumps.
 *
 * @param model the model
 * @param partition invariant blocks of H and K at all times
 * @param hamiltonian H at the start
 * @param energy E at the start
 * @param jumpRate K at the start
 * @param jumps expected in one grid interval, guessed from the jump rates of the initial and of the mixed state
 */
record ModelShape(Model model, BlockPartition partition, SparseMatrix hamiltonian, SparseMatrix energy, SparseMatrix jumpRate, double jumps) {

    static ModelShape of(Model model) {
        double h = model.time().step();
        double start = model.time().start();
        double branch = start + 1e-9 * h;
        SparseMatrix jumpRate = model.jumpRateOperator().at(start, branch);
        List<SparseMatrix> patterns = new ArrayList<>();
        model.hamiltonian().terms().forEach(t -> patterns.add(t.matrix()));
        model.energy().terms().forEach(t -> patterns.add(t.matrix()));
        model.jumpRateOperator().terms().forEach(t -> patterns.add(t.matrix()));
        double jumps = h * (initialRate(model, jumpRate) + trace(jumpRate) / jumpRate.dimension()) / 2;
        return new ModelShape(model, BlockPartition.of(model.dimension(), patterns), model.hamiltonian().at(start, branch),
                model.energy().at(start, branch), jumpRate, jumps);
    }

    private static double initialRate(Model model, SparseMatrix k) {
        double rate = 0;
        for (InitialState.Component c : model.initial().components()) {
            rate += c.probability() * k.expectation(c.re(), c.im());
        }
        return rate;
    }

    private static double trace(SparseMatrix k) {
        double trace = 0;
        for (int i = 0; i < k.dimension(); i++) {
            trace += k.re(i, i);
        }
        return trace;
    }

    /** Intervals of the time grid. */
    int intervals() {
        return model.time().pointCount() - 1;
    }
}
