package org.unravel.benchmarks;

import java.util.Map;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.unravel.engine.EngineChoice;
import org.unravel.engine.Engines;
import org.unravel.ensemble.EnsembleResult;
import org.unravel.ensemble.Progress;
import org.unravel.ensemble.RunPlan;
import org.unravel.ensemble.Sampling;
import org.unravel.model.Model;
import org.unravel.trajectory.Engine;

/**
 * The same physics in spaces of growing dimension, with one thread and the full ledger: one block of all states (oscillator), blocks of two
 * (cavity).
 */
public class DimensionBenchmark extends AbstractBenchmark {

    /** Trajectories of one operation: eight lane groups. */
    private static final int TRAJECTORIES = 512;
    private static final long SEED = 1;

    /** Model of {@code benchmarks/models}. */
    @Param({"oscillator", "cavity"})
    public String family;

    /** Dimension of the space; even. */
    @Param({"4", "8", "16", "40", "64", "128"})
    public int dimension;

    private Model model;
    private Engine engine;

    /** Reads the model and builds the tables. */
    @Setup
    public void setUp() {
        model = BenchmarkModels.read(family, Map.of("N", Integer.toString(dimension)));
        engine = Engines.create(model, EngineChoice.GRID);
    }

    /** One sampling. */
    @Benchmark
    public EnsembleResult sampling(SamplingCounters counters) {
        EnsembleResult result = Sampling.run(engine, model, new RunPlan(TRAJECTORIES, SEED, 1, EngineChoice.GRID), Progress.NONE);
        counters.trajectories += result.trajectoryCount();
        counters.jumps += result.jumpCount();
        return result;
    }
}
