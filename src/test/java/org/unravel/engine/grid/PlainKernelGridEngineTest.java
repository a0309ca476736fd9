package org.unravel.engine.grid;

import org.unravel.engine.ContractModels;
import org.unravel.engine.lane.PlainLaneKernel;
import org.unravel.model.Model;
import org.unravel.trajectory.Engine;

/** The grid engine keeps the contract with the plain loops too, which serve where Java lacks the Vector API. */
class PlainKernelGridEngineTest extends GridEngineTest {

    @Override
    public Engine engine(Model model, int lanes) {
        return GridEngine.of(model, lanes, new TableStore(), new PlainLaneKernel());
    }

    @Override
    public boolean takes(Model model) {
        return super.takes(model) && !ContractModels.isLikeOthersToKernel(model);
    }
}
