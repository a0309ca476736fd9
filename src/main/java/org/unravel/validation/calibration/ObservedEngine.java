package org.unravel.validation.calibration;

import org.unravel.trajectory.Engine;
import org.unravel.trajectory.ForwardingEngine;
import org.unravel.trajectory.LaneKets;
import org.unravel.trajectory.LaneObserver;
import org.unravel.trajectory.LaneValues;
import org.unravel.trajectory.LaneWorker;

/** An engine that shows its trajectories through another pair of eyes. */
abstract class ObservedEngine extends ForwardingEngine {

    ObservedEngine(Engine engine) {
        super(engine);
    }

    /** What stands between the engine and an observer. */
    abstract LaneObserver before(LaneObserver observer);

    /** Hands all on unchanged. */
    static class Forwarding implements LaneObserver {

        final LaneObserver observer;

        Forwarding(LaneObserver observer) {
            this.observer = observer;
        }

        @Override
        public void begin(long first, int laneCount) {
            observer.begin(first, laneCount);
        }

        @Override
        public void jump(int lane, double time, int channel, double energyChange, double weight) {
            observer.jump(lane, time, channel, energyChange, weight);
        }

        @Override
        public void gridPoint(int index, LaneValues values) {
            observer.gridPoint(index, values);
        }

        @Override
        public void end(LaneKets kets) {
            observer.end(kets);
        }
    }

    @Override
    protected void run(LaneWorker worker, long seed, long first, int laneCount, LaneObserver observer) {
        super.run(worker, seed, first, laneCount, before(observer));
    }
}
