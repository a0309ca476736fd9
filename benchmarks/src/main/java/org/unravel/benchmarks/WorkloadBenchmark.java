package org.unravel.benchmarks;

import java.util.Map;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.unravel.ensemble.EnsembleResult;

/** Whole samplings with one thread and the full ledger at every grid time; one operation is one run. Tables are built before. */
public class WorkloadBenchmark extends AbstractBenchmark {

    /** So many trajectories take a good part of a second; far fewer where a trajectory has a thousand steps of 50 states. */
    private static final Map<String, Integer> TRAJECTORIES = Map.of("w1", 8192, "w2", 8192, "w3", 4096, "w4", 1024, "w5", 32, "w6", 256);

    /** Model of {@code benchmarks/models}. */
    @Param({"w1", "w2", "w3", "w4", "w5", "w6"})
    public String workload;

    private RepeatedSampling sampling;

    /** Reads the model and builds the tables. */
    @Setup
    public void setUp() {
        sampling = RepeatedSampling.of(BenchmarkModels.read(workload, Map.of()), TRAJECTORIES.get(workload), 1);
    }

    /** One sampling. */
    @Benchmark
    public EnsembleResult sampling(SamplingCounters counters) {
        return sampling.run(counters);
    }
}
