package org.unravel.engine.sparse;

import org.unravel.engine.ContractModels;
import org.unravel.engine.TrajectoryEngineContract;
import org.unravel.engine.taylor.PlainTaylorKernel;
import org.unravel.model.Model;
import org.unravel.trajectory.Engine;

/** The sparse engine keeps the contract with the plain loops too, which serve where Java lacks the Vector API; closure as with vectors. */
class PlainKernelSparseEngineTest extends TrajectoryEngineContract {

    private final SparseEngineTest vectors = new SparseEngineTest();

    @Override
    public Engine engine(Model model, int lanes) {
        return SparseEngine.of(model, lanes, new PlainTaylorKernel());
    }

    @Override
    public double closureTolerance() {
        return vectors.closureTolerance();
    }

    @Override
    public boolean takes(Model model) {
        return super.takes(model) && !ContractModels.isLikeOthersToKernel(model);
    }
}
