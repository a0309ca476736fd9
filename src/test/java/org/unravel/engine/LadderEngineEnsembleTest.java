package org.unravel.engine;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.params.provider.Arguments;
import org.unravel.model.Model;
import org.unravel.model.Quantity;
import org.unravel.trajectory.Engine;

/** The ladder engine keeps the contract for averages. */
class LadderEngineEnsembleTest extends EnsembleContract {

    @Override
    Engine engine(Model model) {
        return LadderEngine.of(model);
    }

    @Override
    boolean takes(Model model) {
        return LadderEngine.applies(model);
    }

    @Override
    List<Arguments> frequentChannels() {
        return List.of(Arguments.of("still-dense-jumps", "b", "down"), Arguments.of("coupled-levels", "hot", "emission"));
    }

    @Override
    String modelOfTwoBaths() {
        return "coupled-levels";
    }

    @Override
    String modelOfManyJumps() {
        return "still-dense-jumps";
    }

    @Override
    Map.Entry<String, String> curve() {
        return Map.entry("thermal-oscillator", Quantity.ENERGY);
    }
}
