package org.unravel.benchmarks;

import java.util.Map;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.unravel.engine.EngineChoice;
import org.unravel.engine.Engines;
import org.unravel.model.Model;
import org.unravel.trajectory.Engine;

/** Set-up of an engine: its tables and the pilot that chooses the steps; one operation is one set-up. */
public class TableBenchmark extends AbstractBenchmark {

    /** Model of {@code benchmarks/models}. */
    @Param({"w1", "w2", "w3", "w4", "w6"})
    public String workload;

    private Model model;

    /** Reads the model. */
    @Setup
    public void setUp() {
        model = BenchmarkModels.read(workload, Map.of());
    }

    /** The engine, ready to sample. */
    @Benchmark
    public Engine create() {
        return Engines.create(model, new EngineChoice("grid"));
    }
}
