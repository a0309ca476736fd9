package org.unravel.engine;

import org.unravel.model.Model;
import org.unravel.trajectory.Engine;

/** The grid engine keeps the contract for averages. */
class GridEngineEnsembleTest extends EnsembleContract {

    @Override
    Engine engine(Model model) {
        return GridEngine.of(model);
    }
}
