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
import org.unravel.model.EnsembleDefaults;
import org.unravel.model.JumpBias;
import org.unravel.model.Measurement;
import org.unravel.model.Model;
import org.unravel.trajectory.Engine;

/**
 * What weights cost: one thread, the full ledger, without and with a bias in turn, so that both see the same machine. The bias moves the choice of the
 * channel and not the rate of jumps; how many jumps both have is counted, as the states after them differ.
 */
public class BiasBenchmark extends AbstractBenchmark {

    private static final int TRAJECTORIES = 1 << 16;
    private static final double SECONDS = 1e-9;
    private static final JumpBias BIAS = new JumpBias(1, Map.of("environment.emission", 1.5), JumpBias.FirstJump.FREE, 0.1);

    /** Model of {@code benchmarks/models}. */
    @Param("w1")
    public String workload;

    private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final RunPlan plan = new RunPlan(TRAJECTORIES, 1, 1, EngineChoice.AUTO);
    private Model plain;
    private Model biased;
    private Engine plainEngine;
    private Engine biasedEngine;

    /** What one iteration took; JMH divides by its time. */
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    @State(Scope.Thread)
    public static class Pair {

        /** Trajectories finished without a bias, and as many with it. */
        public long trajectories;
        /** Seconds of CPU time without a bias. */
        public double cpuWithout;
        /** Seconds of CPU time with it. */
        public double cpuWith;
        /** Jumps without a bias. */
        public long jumpsWithout;
        /** Jumps with it. */
        public long jumpsWith;
    }

    /** Reads the model and builds the tables. */
    @Setup
    public void setUp() {
        Model m = BenchmarkModels.read(workload, Map.of());
        plain = m;
        biased = new Model(m.name(), m.title(), m.parameters(), m.space(), m.hamiltonian(), m.energy(), m.baths(), m.initial(), m.time(),
                m.observables(), new EnsembleDefaults(TRAJECTORIES, 1, Optional.empty(), Measurement.NONE, Optional.of(BIAS)));
        plainEngine = Engines.create(plain, EngineChoice.AUTO);
        biasedEngine = Engines.create(biased, EngineChoice.AUTO);
    }

    /** One sampling without and one with the bias. */
    @Benchmark
    public double pair(Pair pair) {
        long start = system.getProcessCpuTime();
        EnsembleResult without = Sampling.run(plainEngine, plain, plan, Progress.NONE);
        long middle = system.getProcessCpuTime();
        EnsembleResult with = Sampling.run(biasedEngine, biased, plan, Progress.NONE);
        long end = system.getProcessCpuTime();
        pair.trajectories += without.trajectoryCount();
        pair.cpuWithout += (middle - start) * SECONDS;
        pair.cpuWith += (end - middle) * SECONDS;
        pair.jumpsWithout += without.jumpCount();
        pair.jumpsWith += with.jumpCount();
        return without.firstLaw().maxResidual() + with.firstLaw().maxResidual();
    }
}
