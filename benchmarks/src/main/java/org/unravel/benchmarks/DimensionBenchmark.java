package org.unravel.benchmarks;

import java.util.Map;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.unravel.ensemble.EnsembleResult;

/**
 * The same physics in spaces of growing dimension, with one thread and the full ledger: one block of all states (oscillator), blocks of two
 * (cavity).
 */
public class DimensionBenchmark extends AbstractBenchmark {

    /** Trajectories of one operation: eight lane groups. */
    /** Trajectories times states: about a second, and more than a run takes on plain loops before it changes to vectors. */
    private static final int AMPLITUDES = 400_000;

    /** Model of {@code benchmarks/models}. */
    @Param({"oscillator", "cavity"})
    public String family;

    /** Dimension of the space; even. */
    @Param({"4", "8", "16", "40", "64", "128"})
    public int dimension;

    private RepeatedSampling sampling;

    /** Reads the model and builds the tables. */
    @Setup
    public void setUp() {
        sampling = RepeatedSampling.of(BenchmarkModels.read(family, Map.of("N", Integer.toString(dimension))), AMPLITUDES / dimension, 1);
    }

    /** One sampling. */
    @Benchmark
    public EnsembleResult sampling(SamplingCounters counters) {
        return sampling.run(counters);
    }
}
