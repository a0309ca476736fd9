package org.unravel.benchmarks;

import java.util.Map;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.unravel.ensemble.EnsembleResult;

/**
 * The same with two threads. Many blocks of 2048 trajectories, so that both threads are busy; therefore without w5 and w6, where two blocks take seconds.
 */
public class ParallelWorkloadBenchmark extends AbstractBenchmark {

    private static final int THREADS = 2;

    /** Model of {@code benchmarks/models}. */
    @Param({"w1", "w2", "w3", "w4"})
    public String workload;

    private RepeatedSampling sampling;

    /** Reads the model and builds the tables. */
    @Setup
    public void setUp() {
        sampling = RepeatedSampling.of(BenchmarkModels.read(workload, Map.of()), WorkloadBenchmark.TRAJECTORIES.get(workload), THREADS);
    }

    /** One sampling. */
    @Benchmark
    public EnsembleResult sampling(SamplingCounters counters) {
        return sampling.run(counters);
    }
}
