package org.unravel.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.Optional;

import com.sun.management.OperatingSystemMXBean;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
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
 * What measurements at both ends cost: one thread, the full ledger, without and with them in turn, so that both see the same machine: it drifts
 * by more than the difference. Both start in the measured state, so that the trajectories are the same.
 */
public class TwoPointBenchmark extends AbstractBenchmark {

    private static final Map<String, Integer> TRAJECTORIES = Map.of("w1", 1 << 17, "w2", 1 << 17, "w3", 1 << 17, "w4", 1 << 16);

    private static final double SECONDS = 1e-9;

    /** Model of {@code benchmarks/models}. */
    @Param({"w1", "w2", "w3", "w4"})
    public String workload;

    private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private Model free;
    private Model measured;
    private Engine freeEngine;
    private Engine measuredEngine;
    private RunPlan plan;

    /** What one iteration took; JMH divides by its time. */
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    @State(Scope.Thread)
    public static class Pair {

        /** Trajectories finished without measurements, and as many with them. */
        public long trajectories;
        /** Seconds of CPU time without measurements. */
        public double cpuWithout;
        /** Seconds of CPU time with them. */
        public double cpuWith;
    }

    /** Reads the model, builds the tables and solves for the final state. */
    @Setup
    public void setUp() {
        Model start = BenchmarkModels.read(workload, Map.of()).measured();
        int count = TRAJECTORIES.get(workload);
        free = with(start, new EnsembleDefaults(count, 1, Optional.empty(), Measurement.NONE));
        measured = with(start, new EnsembleDefaults(count, 1, Optional.empty(), Measurement.TWO_POINT));
        freeEngine = Engines.create(free, EngineChoice.AUTO);
        measuredEngine = Engines.create(measured, EngineChoice.AUTO);
        plan = new RunPlan(count, 1, 1, EngineChoice.AUTO).withFinalState(FinalState.of(start));
    }

    /** The program takes one engine for both, as the measured kets are tabulated where the ledger is. */
    private static Model with(Model m, EnsembleDefaults defaults) {
        return new Model(m.name(), m.title(), m.parameters(), m.space(), m.hamiltonian(), m.energy(), m.baths(), m.initial(), m.time(),
                m.observables(), defaults);
    }

    /** One sampling without and one with measurements. */
    @Benchmark
    public long pair(Pair pair) {
        long start = system.getProcessCpuTime();
        EnsembleResult without = Sampling.run(freeEngine, free, plan, Progress.NONE);
        long middle = system.getProcessCpuTime();
        EnsembleResult with = Sampling.run(measuredEngine, measured, plan, Progress.NONE);
        long end = system.getProcessCpuTime();
        pair.trajectories += without.trajectoryCount();
        pair.cpuWithout += (middle - start) * SECONDS;
        pair.cpuWith += (end - middle) * SECONDS;
        return without.jumpCount() + with.jumpCount();
    }
}
