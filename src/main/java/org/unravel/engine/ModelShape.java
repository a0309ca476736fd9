package org.unravel.engine;

import org.unravel.model.InitialState;
import org.unravel.model.Model;
import org.unravel.numeric.SparseMatrix;

/**
 * What the forecasts look at.
 *
 * @param model the model
 * @param jumps expected in one grid interval, guessed from the jump rates of the initial and of the mixed state
 */
record ModelShape(Model model, double jumps) {

    static ModelShape of(Model model) {
        double h = model.time().step();
        double start = model.time().start();
        SparseMatrix jumpRate = model.jumpRateOperator().at(start, start + 1e-9 * h);
        return new ModelShape(model, h * (initialRate(model, jumpRate) + trace(jumpRate) / jumpRate.dimension()) / 2);
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
