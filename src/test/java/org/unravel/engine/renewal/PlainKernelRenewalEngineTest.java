package org.unravel.engine.renewal;

import org.unravel.engine.ContractModels;
import org.unravel.model.Model;
import org.unravel.trajectory.Engine;

/** The renewal engine keeps the contract with the plain loops too, which serve where Java lacks the Vector API. */
class PlainKernelRenewalEngineTest extends RenewalEngineTest {

    @Override
    public Engine engine(Model model, int lanes) {
        return RenewalEngine.of(model, lanes, new PlainRenewalKernel());
    }

    @Override
    public boolean takes(Model model) {
        return super.takes(model) && !ContractModels.isLikeOthersToKernel(model);
    }
}
