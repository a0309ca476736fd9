package org.unravel.validation.calibration;

import java.util.Arrays;

import org.unravel.trajectory.Engine;
import org.unravel.trajectory.ForwardingEngine;
import org.unravel.trajectory.LaneKets;
import org.unravel.trajectory.LaneObserver;
import org.unravel.trajectory.LaneValues;
import org.unravel.trajectory.LaneWorker;

/** Lets every odd trajectory repeat the one before it: half of the trajectories are made, and each is shown twice. */
final class RepeatedStreamEngine extends ForwardingEngine {

    RepeatedStreamEngine(Engine engine) {
        super(engine);
        if ((engine.laneCount() & 1) == 1) {
            throw new IllegalArgumentException("expected an even number of lanes, found " + engine.laneCount());
        }
    }

    @Override
    protected void run(LaneWorker worker, long seed, long first, int laneCount, LaneObserver observer) {
        observer.begin(first, laneCount);
        worker.run(seed, first / 2, (laneCount + 1) / 2, new Twice(observer, laneCount));
    }

    private static final class Twice extends ObservedEngine.Forwarding {

        private final int laneCount;

        Twice(LaneObserver observer, int laneCount) {
            super(observer);
            this.laneCount = laneCount;
        }

        @Override
        public void begin(long first, int half) {
            // the whole group has begun already
        }

        @Override
        public void jump(int lane, double time, int channel, double energyChange, double weight) {
            super.jump(2 * lane, time, channel, energyChange, weight);
            if (2 * lane + 1 < laneCount) {
                super.jump(2 * lane + 1, time, channel, energyChange, weight);
            }
        }

        @Override
        public void gridPoint(int index, LaneValues values) {
            super.gridPoint(index, new LaneValues(twice(values.energy()), twice(values.work()), twice(values.drift()), twice(values.unitary()),
                    twice(values.driftApart()), twice(values.observables()), twice(values.weight())));
        }

        private static double[][] twice(double[][] rows) {
            return Arrays.stream(rows).map(Twice::twice).toArray(double[][]::new);
        }

        private static double[] twice(double[] values) {
            double[] all = new double[values.length];
            for (int b = 0; b < all.length; b++) {
                all[b] = values[b / 2];
            }
            return all;
        }

        @Override
        public void end(LaneKets kets) {
            super.end((lane, re, im) -> kets.copy(lane / 2, re, im));
        }
    }
}
