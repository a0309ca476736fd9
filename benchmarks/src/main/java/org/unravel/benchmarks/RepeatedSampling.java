package org.unravel.benchmarks;

import org.unravel.engine.EngineChoice;
import org.unravel.engine.Engines;
import org.unravel.ensemble.EnsembleResult;
import org.unravel.ensemble.Progress;
import org.unravel.ensemble.RunPlan;
import org.unravel.ensemble.Sampling;
import org.unravel.model.Model;
import org.unravel.trajectory.Engine;

/** A run on the grid engine, to be repeated with new seeds. */
public final class RepeatedSampling {

    private final Model model;
    private final Engine engine;
    private final int trajectories;
    private final int threads;
    private long seed;

    private RepeatedSampling(Model model, Engine engine, int trajectories, int threads) {
        this.model = model;
        this.engine = engine;
        this.trajectories = trajectories;
        this.threads = threads;
    }

    /** With the engine that the program takes. */
    public static RepeatedSampling of(Model model, int trajectories, int threads) {
        return of(model, Engines.create(model, EngineChoice.AUTO), trajectories, threads);
    }

    /** With an engine that is ready. */
    public static RepeatedSampling of(Model model, Engine engine, int trajectories, int threads) {
        return new RepeatedSampling(model, engine, trajectories, threads);
    }

    /** One run; adds what it did to the counters. */
    public EnsembleResult run(SamplingCounters counters) {
        RunPlan plan = new RunPlan(trajectories, seed++, threads, EngineChoice.AUTO);
        EnsembleResult result = Sampling.run(engine, model, plan, Progress.NONE);
        counters.trajectories += result.trajectoryCount();
        counters.jumps += result.jumpCount();
        return result;
    }
}
