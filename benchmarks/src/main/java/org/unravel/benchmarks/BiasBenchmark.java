package org.unravel.benchmarks;

import java.util.Map;
import java.util.Optional;

import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.unravel.engine.EngineChoice;
import org.unravel.ensemble.RunPlan;
import org.unravel.model.JumpBias;
import org.unravel.model.Measurement;
import org.unravel.model.Model;
import org.unravel.model.QuantumJumps;
import org.unravel.model.SamplingDefaults;

/**
 * What weights cost. The bias moves the choice of the channel and not the rate of jumps; how many jumps both have is counted, as the states after them
 * differ.
 */
public class BiasBenchmark extends PairBenchmark {

    private static final JumpBias BIAS = new JumpBias(1, Map.of("environment.emission", 1.5), JumpBias.FirstJump.FREE, 0.1);

    /** Model of {@code benchmarks/models}. */
    @Param("w1")
    public String workload;

    /** Reads the model and builds the tables. */
    @Setup
    public void setUp() {
        Model plain = BenchmarkModels.read(workload, Map.of());
        prepare(plain, plain.withSampling(new SamplingDefaults(TRAJECTORIES, 1, Optional.empty())).withUnraveling(new QuantumJumps(Measurement.NONE, Optional.of(BIAS))),
                new RunPlan(TRAJECTORIES, 1, 1, EngineChoice.AUTO));
    }
}
