package org.unravel.engine;

import org.unravel.model.Model;
import org.unravel.trajectory.Engine;

/** The grid engine keeps the contract for single trajectories. */
class GridEngineTest extends TrajectoryEngineContract {

    @Override
    Engine engine(Model model, int lanes) {
        return GridEngine.of(model, lanes);
    }

    /** Steps are chosen for {@link GridEngine#CLOSURE_TOLERANCE} on a pilot; other trajectories may be ten times worse. */
    @Override
    double closureTolerance() {
        return 10 * GridEngine.CLOSURE_TOLERANCE;
    }

    /** The promise of the project; the engine's own share is 1e-12, the rest is room for the reference (driven-grid.md, "Dense nodes"). */
    @Override
    double jumpTimeTolerance() {
        return 1e-9;
    }

    /** The reference's steps have a relative error of 1e-13; some hundred of them follow each other. */
    @Override
    double stateTolerance() {
        return 1e-10;
    }
}
