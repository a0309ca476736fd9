package org.unravel.benchmarks;

import java.util.Locale;
import java.util.Map;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.unravel.engine.EngineChoice;
import org.unravel.engine.Engines;
import org.unravel.ensemble.EnsembleResult;
import org.unravel.model.Model;
import org.unravel.trajectory.Recording;

/** The workloads on every engine that takes them, with one thread; one operation is one run of 1024 trajectories. Tables are built before. */
public class EngineBenchmark extends AbstractBenchmark {

    private static final int TRAJECTORIES = 1024;

    /** Model of {@code benchmarks/models} and engine. */
    @Param({"w1 grid", "w1 sparse", "w1 renewal", "w3 grid", "w3 sparse", "w4 grid", "w4 sparse", "w4 renewal"})
    public String run;

    /** All curves, or none but the distributions. */
    @Param({"all", "none"})
    public String curves;

    private RepeatedSampling sampling;

    /** Reads the model and builds the tables. */
    @Setup
    public void setUp() {
        String[] words = run.split(" ");
        Recording recording = curves.equals("all") ? Recording.all() : Recording.none();
        Model model = recording.restrict(BenchmarkModels.read(words[0], Map.of()));
        sampling = RepeatedSampling.of(model, Engines.create(model, EngineChoice.valueOf(words[1].toUpperCase(Locale.ROOT))), TRAJECTORIES, 1, recording);
    }

    /** One sampling. */
    @Benchmark
    public EnsembleResult sampling(SamplingCounters counters) {
        return sampling.run(counters);
    }
}
