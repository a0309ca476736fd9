package org.unravel.engine;

import org.unravel.model.Model;
import org.unravel.trajectory.Engine;

/** The sparse engine keeps the contract with the plain loops too, which serve where Java lacks the Vector API. */
class PlainKernelSparseEngineTest extends SparseEngineTest {

    @Override
    Engine engine(Model model, int lanes) {
        return SparseEngine.of(model, lanes, new PlainTaylorKernel());
    }
}
