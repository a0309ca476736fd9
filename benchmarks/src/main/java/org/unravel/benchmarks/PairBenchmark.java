package org.unravel.benchmarks;

import java.lang.management.ManagementFactory;

import com.sun.management.OperatingSystemMXBean;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.unravel.engine.EngineChoice;
import org.unravel.engine.Engines;
import org.unravel.ensemble.EnsembleResult;
import org.unravel.ensemble.Progress;
import org.unravel.ensemble.RunPlan;
import org.unravel.ensemble.Sampling;
import org.unravel.model.Model;
import org.unravel.trajectory.Engine;

/**
 * What something costs: one thread, the full ledger, without and with it in turn, so that both see the same machine, which drifts by more than the
 * difference.
 */
public abstract class PairBenchmark extends AbstractBenchmark {

    private static final double SECONDS = 1e-9;

    private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private Model without;
    private Model with;
    private Engine engineWithout;
    private Engine engineWith;
    private RunPlan plan;

    /** What one iteration took; JMH divides by its time. */
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    @State(Scope.Thread)
    public static class Pair {

        /** Trajectories finished without it, and as many with it. */
        public long trajectories;
        /** Seconds of CPU time without it. */
        public double cpuWithout;
        /** Seconds of CPU time with it. */
        public double cpuWith;
        /** Jumps without it. */
        public long jumpsWithout;
        /** Jumps with it. */
        public long jumpsWith;
    }

    /** Builds the tables. */
    final void prepare(Model plain, Model dearer, RunPlan runs) {
        without = plain;
        with = dearer;
        plan = runs;
        engineWithout = Engines.create(plain, EngineChoice.AUTO);
        engineWith = Engines.create(dearer, EngineChoice.AUTO);
    }

    /** One sampling without and one with it. */
    @Benchmark
    public long pair(Pair pair) {
        long start = system.getProcessCpuTime();
        EnsembleResult first = Sampling.run(engineWithout, without, plan, Progress.NONE);
        long middle = system.getProcessCpuTime();
        EnsembleResult second = Sampling.run(engineWith, with, plan, Progress.NONE);
        long end = system.getProcessCpuTime();
        pair.trajectories += first.trajectoryCount();
        pair.cpuWithout += (middle - start) * SECONDS;
        pair.cpuWith += (end - middle) * SECONDS;
        pair.jumpsWithout += first.jumpCount();
        pair.jumpsWith += second.jumpCount();
        return first.jumpCount() + second.jumpCount();
    }
}
