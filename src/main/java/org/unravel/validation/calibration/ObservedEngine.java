package org.unravel.validation.calibration;

import java.util.Map;

import org.unravel.trajectory.Engine;
import org.unravel.trajectory.EngineCounters;
import org.unravel.trajectory.LaneKets;
import org.unravel.trajectory.LaneObserver;
import org.unravel.trajectory.LaneValues;
import org.unravel.trajectory.LaneWorker;
import org.unravel.trajectory.Recording;

/** An engine that shows its trajectories through another pair of eyes. */
abstract class ObservedEngine implements Engine {

    private final Engine engine;

    ObservedEngine(Engine engine) {
        this.engine = engine;
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
    public String name() {
        return engine.name();
    }

    @Override
    public String kernel() {
        return engine.kernel();
    }

    @Override
    public int laneCount() {
        return engine.laneCount();
    }

    @Override
    public int paddedLaneCount() {
        return engine.paddedLaneCount();
    }

    @Override
    public Map<String, Object> description() {
        return engine.description();
    }

    @Override
    public LaneWorker worker(Recording.Times times) {
        LaneWorker worker = engine.worker(times);
        return new LaneWorker() {

            @Override
            public void run(long seed, long first, int laneCount, LaneObserver observer) {
                ObservedEngine.this.run(worker, seed, first, laneCount, before(observer));
            }

            @Override
            public EngineCounters counters() {
                return worker.counters();
            }
        };
    }

    /** Runs a group; the observer is the one of {@link #before}. */
    void run(LaneWorker worker, long seed, long first, int laneCount, LaneObserver observer) {
        worker.run(seed, first, laneCount, observer);
    }
}
