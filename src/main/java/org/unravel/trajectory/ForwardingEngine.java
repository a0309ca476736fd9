package org.unravel.trajectory;

import java.util.List;
import java.util.Map;

import org.unravel.model.Caveat;

/** An engine in front of another: what is not overridden is the other's. */
public abstract class ForwardingEngine implements Engine {

    private final Engine engine;

    /** In front of an engine. */
    protected ForwardingEngine(Engine engine) {
        this.engine = engine;
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
    public boolean showsKets() {
        return engine.showsKets();
    }

    @Override
    public List<Caveat> caveats() {
        return engine.caveats();
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
                ForwardingEngine.this.run(worker, seed, first, laneCount, observer);
            }

            @Override
            public EngineCounters counters() {
                return worker.counters();
            }
        };
    }

    /** Runs a group by a worker of the other engine; see {@link LaneWorker#run}. */
    protected void run(LaneWorker worker, long seed, long first, int laneCount, LaneObserver observer) {
        worker.run(seed, first, laneCount, observer);
    }
}
