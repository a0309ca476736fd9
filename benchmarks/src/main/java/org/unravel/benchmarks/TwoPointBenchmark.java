package org.unravel.benchmarks;

import java.util.Map;
import java.util.Optional;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.unravel.engine.EngineChoice;
import org.unravel.engine.Engines;
import org.unravel.ensemble.EnsembleResult;
import org.unravel.ensemble.Progress;
import org.unravel.ensemble.RunPlan;
import org.unravel.ensemble.Sampling;
import org.unravel.exact.FinalState;
import org.unravel.model.EnsembleDefaults;
import org.unravel.model.Measurement;
import org.unravel.model.Model;
import org.unravel.trajectory.Engine;

/**
 * What measurements at both ends cost: one sampling with one thread and the full ledger, with and without them. Both start in the measured
 * state, so that the trajectories are the same.
 */
public class TwoPointBenchmark extends AbstractBenchmark {

    private static final Map<String, Integer> TRAJECTORIES = Map.of("w1", 1 << 17, "w2", 1 << 17, "w3", 1 << 17, "w4", 1 << 16);

    /** Model of {@code benchmarks/models}. */
    @Param({"w1", "w2", "w3", "w4"})
    public String workload;

    /** What is measured. */
    @Param({"NONE", "TWO_POINT"})
    public Measurement measurement;

    private Model model;
    private Engine engine;
    private RunPlan plan;

    /** Reads the model, builds the tables and solves for the final state. */
    @Setup
    public void setUp() {
        Model measured = BenchmarkModels.read(workload, Map.of()).measured();
        model = with(measured, new EnsembleDefaults(1, 1, Optional.empty(), measurement));
        engine = Engines.create(model, EngineChoice.AUTO);
        plan = new RunPlan(TRAJECTORIES.get(workload), 1, 1, EngineChoice.AUTO).withFinalState(FinalState.of(measured));
    }

    /** The program takes one engine for both, as the measured kets are tabulated where the ledger is. */
    private static Model with(Model m, EnsembleDefaults defaults) {
        return new Model(m.name(), m.title(), m.parameters(), m.space(), m.hamiltonian(), m.energy(), m.baths(), m.initial(), m.time(),
                m.observables(), defaults);
    }

    /** One sampling. */
    @Benchmark
    public EnsembleResult sampling(SamplingCounters counters) {
        EnsembleResult result = Sampling.run(engine, model, plan, Progress.NONE);
        counters.trajectories += result.trajectoryCount();
        counters.jumps += result.jumpCount();
        return result;
    }
}
