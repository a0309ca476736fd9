package org.unravel.engine;

import org.unravel.model.Model;
import org.unravel.trajectory.Engine;

/** The sparse engine keeps the contract with the plain loops too, which serve where Java lacks the Vector API; tolerances as with vectors. */
class PlainKernelSparseEngineTest extends TrajectoryEngineContract {

    private final SparseEngineTest vectors = new SparseEngineTest();

    @Override
    Engine engine(Model model, int lanes) {
        return SparseEngine.of(model, lanes, new PlainTaylorKernel());
    }

    @Override
    double closureTolerance() {
        return vectors.closureTolerance();
    }

    @Override
    double jumpTimeTolerance() {
        return vectors.jumpTimeTolerance();
    }

    @Override
    double stateTolerance() {
        return vectors.stateTolerance();
    }
}
