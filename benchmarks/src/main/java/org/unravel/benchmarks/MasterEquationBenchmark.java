package org.unravel.benchmarks;

import java.util.Map;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.unravel.exact.ExactCurves;
import org.unravel.exact.MasterEquation;
import org.unravel.model.Model;

/** The exact averages that samplings are held against; one operation solves the master equation once. */
public class MasterEquationBenchmark extends AbstractBenchmark {

    /** Model of {@code benchmarks/models}. */
    @Param({"w1", "w2", "w3", "w4"})
    public String workload;

    private Model model;

    /** Reads the model. */
    @Setup
    public void setUp() {
        model = BenchmarkModels.read(workload, Map.of());
    }

    /** All exact curves. */
    @Benchmark
    public ExactCurves solve() {
        return MasterEquation.solve(model);
    }
}
