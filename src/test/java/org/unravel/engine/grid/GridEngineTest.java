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

    /**
     * The engine aims at 1e-11 of its step. The reference errs by up to 1e-14 at each of some thousand steps, 1e-11 in the survival or a few
     * times that in the time; seen was 1.5e-11 at most, and ten times more with a ten times looser reference.
     */
    @Override
    public double jumpTimeTolerance() {
        return 1e-10;
    }

    /** The reference's steps have a relative error of 1e-14; some thousand of them follow each other, and jump times differ by 1e-11. */
    @Override
    public double stateTolerance() {
        return 1e-10;
    }
}
