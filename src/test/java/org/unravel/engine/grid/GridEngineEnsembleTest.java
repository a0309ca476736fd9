package org.unravel.engine.grid;

import org.unravel.engine.EnsembleContract;
import org.unravel.model.Model;
import org.unravel.trajectory.Engine;

/** The grid engine keeps the contract for averages. */
class GridEngineEnsembleTest extends EnsembleContract {

    @Override
    public Engine engine(Model model) {
        return GridEngine.of(model);
    }
}
