package org.unravel.engine.renewal;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.params.provider.Arguments;
import org.unravel.engine.EnsembleContract;
import org.unravel.model.Model;
import org.unravel.model.Quantity;
import org.unravel.trajectory.Engine;

/** The renewal engine keeps the contract for averages. */
class RenewalEngineEnsembleTest extends EnsembleContract {

    @Override
    public Engine engine(Model model) {
        return RenewalEngine.of(model);
    }

    @Override
    public boolean takes(Model model) {
        return RenewalEngine.applies(model);
    }

    @Override
    public List<Arguments> frequentChannels() {
        return List.of(Arguments.of("rank-one-dense-jumps", "b", "down"), Arguments.of("coupled-levels", "hot", "emission"));
    }

    @Override
    public String modelOfTwoBaths() {
        return "coupled-levels";
    }

    @Override
    public String modelOfManyJumps() {
        return "rank-one-dense-jumps";
    }

    @Override
    public Map.Entry<String, String> curve() {
        return Map.entry("thermal-oscillator", Quantity.ENERGY);
    }
}
