package org.unravel.validation.calibration;

import org.unravel.trajectory.Engine;
import org.unravel.trajectory.LaneObserver;
import org.unravel.trajectory.LaneValues;

/** Integrates work wrongly: every value times a factor. What is missing goes to the drift heat, so that the first law still closes. */
final class ScaledWorkEngine extends ObservedEngine {

    private final double factor;

    ScaledWorkEngine(Engine engine, double factor) {
        super(engine);
        this.factor = factor;
    }

    @Override
    LaneObserver before(LaneObserver observer) {
        return new Forwarding(observer) {
            @Override
            public void gridPoint(int index, LaneValues values) {
                double[] work = values.work().clone();
                double[] drift = values.drift().clone();
                for (int b = 0; b < work.length; b++) {
                    work[b] *= factor;
                    drift[b] -= work[b] - values.work()[b];
                }
                super.gridPoint(index, new LaneValues(values.energy(), work, drift, values.unitary(), values.driftApart(), values.observables(),
                        values.weight()));
            }
        };
    }
}
