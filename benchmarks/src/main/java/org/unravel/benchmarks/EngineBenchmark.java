package org.unravel.benchmarks;

import java.util.Map;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.unravel.engine.EngineChoice;
import org.unravel.engine.Engines;
import org.unravel.ensemble.EnsembleResult;
import org.unravel.model.Model;
import org.unravel.trajectory.Recording;

/** The workloads on every engine that takes them, with one thread; one operation is one run. Tables are built before. */
public class EngineBenchmark extends AbstractBenchmark {

    /** Trajectories of a second or less; on the grid more than a run takes on plain loops before it changes to vectors. */
    private static final Map<String, Integer> TRAJECTORIES = Map.ofEntries(Map.entry("w1 grid", 1 << 17), Map.entry("w1 sparse", 4096),
            Map.entry("w1 renewal", 1 << 17), Map.entry("w2 grid", 1 << 17), Map.entry("w3 grid", 1 << 17), Map.entry("w3 sparse", 1024),
            Map.entry("w4 grid", 1 << 16), Map.entry("w4 sparse", 1024), Map.entry("w4 renewal", 1 << 16), Map.entry("w5 sparse", 128),
            Map.entry("w6 grid", 64), Map.entry("w6 sparse", 512));

    /** Model of {@code benchmarks/models} and engine. */
    @Param({"w1 grid", "w1 sparse", "w1 renewal", "w2 grid", "w3 grid", "w3 sparse", "w4 grid", "w4 sparse", "w4 renewal",
        "w5 sparse", "w6 grid", "w6 sparse"})
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
        sampling = RepeatedSampling.of(model, Engines.create(model, new EngineChoice(words[1])), TRAJECTORIES.get(run), 1, recording);
    }

    /** One sampling. */
    @Benchmark
    public EnsembleResult sampling(SamplingCounters counters) {
        return sampling.run(counters);
    }
}
