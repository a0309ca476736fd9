package org.unravel.run;

import org.unravel.engine.EngineChoice;
import org.unravel.engine.Engines;
import org.unravel.model.CutOffs;
import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.trajectory.Engine;
import org.unravel.trajectory.LaneWorker;

/**
 * Shows single trajectories, the same ones that a {@link Run} of the model averages: those of the same seed and index, jump for jump.
 *
 * <p>A trajectory is a function of model, seed and index alone, so one that a figure or a question needs can be shown again by itself. Engines compute a group of
 * trajectories at once; what happens in a group is kept and then shown, one trajectory after another. What a measurement at the ends finds is not shown.
 */
public final class Trajectories {

    private final Model model;
    private final long seed;
    private final long first;
    private final long count;
    private final EngineChoice engine;

    private Trajectories(Model model, long seed, long first, long count, EngineChoice engine) {
        this.model = model;
        this.seed = seed;
        this.first = first;
        this.count = count;
        this.engine = engine;
    }

    /** Those of a model: as many as it says, under the seed that it says. */
    public static Trajectories of(Model model) {
        return new Trajectories(model, model.sampling().seed(), 0, model.sampling().trajectoryCount(), EngineChoice.AUTO);
    }

    /** The same under another seed. */
    public Trajectories seed(long other) {
        return new Trajectories(model, other, first, count, engine);
    }

    /**
     * As many from the first one on.
     *
     * @param other ≥ 1
     */
    public Trajectories count(long other) {
        if (other < 1) {
            throw new IllegalArgumentException("expected count >= 1, found " + other);
        }
        return new Trajectories(model, seed, first, other, engine);
    }

    /**
     * As many from another one on.
     *
     * @param index of the first one that is shown, ≥ 0
     */
    public Trajectories from(long index) {
        if (index < 0) {
            throw new IllegalArgumentException("expected index >= 0, found " + index);
        }
        return new Trajectories(model, seed, index, count, engine);
    }

    /** The same by another engine, which shows the same trajectories up to rounding. */
    public Trajectories with(EngineChoice other) {
        return new Trajectories(model, seed, first, count, other);
    }

    /**
     * Computes them and shows them in the order of their indices. No other thread is used, and no run is slower for it.
     *
     * @param listener sees them
     * @throws ModelException if no engine can take the model
     */
    public void watch(TrajectoryListener listener) {
        Engine made = Engines.select(model, CutOffs.projectors(model.space()), engine).engine();
        LaneWorker worker = made.worker();
        LaneRecord record = new LaneRecord(model, made.paddedLaneCount());
        for (long shown = 0; shown < count;) {
            int lanes = (int) Math.min(count - shown, Math.min(made.laneCount(), record.affordableLanes()));
            worker.run(seed, first + shown, lanes, record);
            record.show(listener);
            shown += lanes;
        }
    }
}
