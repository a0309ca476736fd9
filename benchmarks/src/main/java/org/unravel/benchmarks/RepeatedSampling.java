package org.unravel.benchmarks;

import org.unravel.engine.EngineChoice;
import org.unravel.engine.Engines;
import org.unravel.ensemble.EnsembleResult;
import org.unravel.ensemble.Progress;
import org.unravel.ensemble.RunPlan;
import org.unravel.ensemble.Sampling;
import org.unravel.model.Model;
import org.unravel.trajectory.Engine;
import org.unravel.trajectory.Recording;

/** A run to be repeated with new seeds. */
public final class RepeatedSampling {

    private final Model model;
    private final Engine engine;
    private final int trajectories;
    private final int threads;
    private final Recording recording;
    private long seed;

    private RepeatedSampling(Model model, Engine engine, int trajectories, int threads, Recording recording) {
        this.model = model;
        this.engine = engine;
        this.trajectories = trajectories;
        this.threads = threads;
        this.recording = recording;
    }

    /** With the engine that the program takes. */
    public static RepeatedSampling of(Model model, int trajectories, int threads) {
        return of(model, Engines.create(model, EngineChoice.AUTO), trajectories, threads);
    }

    /** With an engine that is ready. */
    public static RepeatedSampling of(Model model, Engine engine, int trajectories, int threads) {
        return of(model, engine, trajectories, threads, Recording.all());
    }

    /** With an engine that is ready and some of the curves. */
    public static RepeatedSampling of(Model model, Engine engine, int trajectories, int threads, Recording recording) {
        return new RepeatedSampling(model, engine, trajectories, threads, recording);
    }

    /** One run; adds what it did to the counters. */
    public EnsembleResult run(SamplingCounters counters) {
        RunPlan plan = new RunPlan(trajectories, seed++, threads, EngineChoice.AUTO, recording);
        EnsembleResult result = Sampling.run(engine, model, plan, Progress.NONE);
        counters.trajectories += result.trajectoryCount();
        counters.jumps += result.jumpCount();
        return result;
    }
}
