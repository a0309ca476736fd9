package org.unravel.validation.calibration;

import java.util.Arrays;

import org.unravel.trajectory.Engine;
import org.unravel.trajectory.LaneObserver;
import org.unravel.trajectory.LaneValues;

/** Forgets the signs of weights. */
final class UnsignedWeightEngine extends ObservedEngine {

    UnsignedWeightEngine(Engine engine) {
        super(engine);
    }

    @Override
    LaneObserver before(LaneObserver observer) {
        return new Forwarding(observer) {

            @Override
            public void jump(int lane, double time, int channel, double energyChange, double weight) {
                super.jump(lane, time, channel, energyChange, Math.abs(weight));
            }

            @Override
            public void gridPoint(int index, LaneValues values) {
                super.gridPoint(index, new LaneValues(values.energy(), values.work(), values.drift(), values.unitary(), values.driftApart(), values.observables(),
                        Arrays.stream(values.weight()).map(Math::abs).toArray()));
            }
        };
    }
}
