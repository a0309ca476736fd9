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
 * Whole samplings with the full ledger at every grid time: one operation is one run of {@link #trajectories}. Tables are built before.
 */
public class WorkloadBenchmark extends AbstractBenchmark {

    /** Model of {@code benchmarks/models}. */
    @Param({"w1", "w2", "w3", "w4", "w6"})
    public String workload;

    /** Threads of the sampling. */
    @Param({"1", "2"})
    public int threads;

    /** Trajectories of one operation: two blocks, one for each thread. */
    @Param("4096")
    public int trajectories;

    private Model model;
    private Engine engine;
    private long seed;

    /** Reads the model and builds the tables. */
    @Setup
    public void setUp() {
        model = BenchmarkModels.read(workload, Map.of());
        engine = Engines.create(model, EngineChoice.GRID);
    }

    /** A sampling with a seed of its own. */
    @Benchmark
    public EnsembleResult sampling(SamplingCounters counters) {
        EnsembleResult result = Sampling.run(engine, model, new RunPlan(trajectories, seed++, threads, EngineChoice.GRID), Progress.NONE);
        counters.trajectories += result.trajectoryCount();
        counters.jumps += result.jumpCount();
        return result;
    }
}
