package org.unravel.benchmarks;

import java.util.Map;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.unravel.ensemble.EnsembleResult;

/**
 * The same with two threads. Four blocks of 2048 trajectories, so that both threads are busy; therefore without w6, where they take a minute.
 */
public class ParallelWorkloadBenchmark extends AbstractBenchmark {

    private static final int TRAJECTORIES = 8192;
    private static final int THREADS = 2;

    /** Model of {@code benchmarks/models}. */
    @Param({"w1", "w2", "w3", "w4"})
    public String workload;

    private RepeatedSampling sampling;

    /** Reads the model and builds the tables. */
    @Setup
    public void setUp() {
        sampling = RepeatedSampling.of(BenchmarkModels.read(workload, Map.of()), TRAJECTORIES, THREADS);
    }

    /** One sampling. */
    @Benchmark
    public EnsembleResult sampling(SamplingCounters counters) {
        return sampling.run(counters);
    }
}
