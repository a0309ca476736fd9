package org.unravel.engine.grid;

import org.unravel.engine.TrajectoryEngineContract;
import org.unravel.engine.energy.PilotClosure;
import org.unravel.engine.lane.LaneKernel;
import org.unravel.model.Model;
import org.unravel.trajectory.Engine;

/** The grid engine keeps the contract for single trajectories, with the fastest loops from the first one on. */
class GridEngineTest extends TrajectoryEngineContract {

    @Override
    public Engine engine(Model model, int lanes) {
        return GridEngine.of(model, lanes, new TableStore(), LaneKernel.fastest());
    }

    /** Steps are chosen for {@link PilotClosure.TOLERANCE} on a pilot; other trajectories may be ten times worse. */
    @Override
    public double closureTolerance() {
        return 10 * PilotClosure.TOLERANCE;
    }
}
