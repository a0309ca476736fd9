package org.unravel.validation.calibration;

import org.unravel.model.TimeGrid;
import org.unravel.trajectory.Engine;
import org.unravel.trajectory.LaneObserver;

/** Says that every jump happened at the end of its step of the time grid. */
final class StepEndEngine extends ObservedEngine {

    private final TimeGrid grid;

    StepEndEngine(Engine engine, TimeGrid grid) {
        super(engine);
        this.grid = grid;
    }

    @Override
    LaneObserver before(LaneObserver observer) {
        return new Forwarding(observer) {
            @Override
            public void jump(int lane, double time, int channel, double energyChange, double weight) {
                int end = (int) Math.ceil((time - grid.start()) / grid.step());
                super.jump(lane, grid.time(Math.min(end, grid.pointCount() - 1)), channel, energyChange, weight);
            }
        };
    }
}
