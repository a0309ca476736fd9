package org.unravel.benchmarks;

import java.util.Map;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.unravel.ensemble.EnsembleResult;

/** Whole samplings with one thread and the full ledger at every grid time; one operation is one run. Tables are built before. */
public class WorkloadBenchmark extends AbstractBenchmark {

    /** So many trajectories take about a second, and far more than those that a run takes on plain loops before it changes to vectors. */
    static final Map<String, Integer> TRAJECTORIES = Map.of("w1", 1 << 18, "w2", 1 << 18, "w3", 1 << 18, "w4", 1 << 17, "w5", 64, "w6", 1024, "w7", 32, "w8", 1 << 17);

    /** Model of {@code benchmarks/models}. */
    @Param({"w1", "w2", "w3", "w4", "w5", "w6", "w7", "w8"})
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
