package org.unravel.benchmarks;

import java.util.Map;
import java.util.Optional;

import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.unravel.engine.EngineChoice;
import org.unravel.ensemble.RunPlan;
import org.unravel.exact.FinalState;
import org.unravel.model.Model;
import org.unravel.model.QuantumJumps;
import org.unravel.model.SamplingDefaults;

/** What measurements at both ends cost. Runs without and with them start in the measured state, so that the trajectories are the same. */
public class TwoPointBenchmark extends PairBenchmark {

    /** Model of {@code benchmarks/models}. */
    @Param({"w1", "w2", "w3", "w4"})
    public String workload;

    /** Reads the model, builds the tables and solves for the final state. */
    @Setup
    public void setUp() {
        Model start = BenchmarkModels.read(workload, Map.of()).measured();
        prepare(start.withSampling(new SamplingDefaults(TRAJECTORIES, 1, Optional.empty())).withUnraveling(QuantumJumps.PLAIN),
                start.withSampling(new SamplingDefaults(TRAJECTORIES, 1, Optional.empty())),
                new RunPlan(TRAJECTORIES, 1, 1, EngineChoice.AUTO).withFinalState(FinalState.of(start)));
    }
}
