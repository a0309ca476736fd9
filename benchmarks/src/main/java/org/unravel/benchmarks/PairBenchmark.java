package org.unravel.benchmarks;

import java.lang.management.ManagementFactory;

import com.sun.management.OperatingSystemMXBean;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.unravel.engine.Engines;
import org.unravel.ensemble.EnsembleResult;
import org.unravel.ensemble.Progress;
import org.unravel.ensemble.RunPlan;
import org.unravel.ensemble.Sampling;
import org.unravel.model.Model;
import org.unravel.trajectory.Engine;

/**
 * What something costs: one thread, the full ledger, without and with it in turn and each of them first in every other pair. Runs are short, so that
 * both see the same machine, which drifts by more than the difference within a second.
 */
public abstract class PairBenchmark extends AbstractBenchmark {

    /** Of one run: two tenths of a second of w1, beside which its ends do not count. */
    static final int TRAJECTORIES = 1 << 15;

    private static final double SECONDS = 1e-9;

    private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private Side without;
    private Side with;
    private boolean isDearerFirst;

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

    private record Side(Model model, Engine engine, RunPlan plan) {

        static Side of(Model model, RunPlan plan) {
            Model recorded = plan.recording().restrict(model);
            return new Side(recorded, Engines.create(recorded, plan.engine()), plan);
        }
    }

    private record Run(double cpuSeconds, long jumps) {
    }

    /** Builds the tables. */
    final void prepare(Model plain, Model dearer, RunPlan runs) {
        without = Side.of(plain, runs);
        with = Side.of(dearer, runs);
    }

    /** The same for one model and two plans of as many trajectories, which record different curves. */
    final void prepare(Model model, RunPlan plain, RunPlan dearer) {
        without = Side.of(model, plain);
        with = Side.of(model, dearer);
    }

    /** One sampling without and one with it. */
    @Benchmark
    public long pair(Pair pair) {
        isDearerFirst = !isDearerFirst;
        Run first = run(isDearerFirst ? with : without);
        Run second = run(isDearerFirst ? without : with);
        Run plain = isDearerFirst ? second : first;
        Run dearer = isDearerFirst ? first : second;
        pair.trajectories += without.plan.trajectoryCount();
        pair.cpuWithout += plain.cpuSeconds;
        pair.cpuWith += dearer.cpuSeconds;
        pair.jumpsWithout += plain.jumps;
        pair.jumpsWith += dearer.jumps;
        return first.jumps + second.jumps;
    }

    private Run run(Side side) {
        long start = system.getProcessCpuTime();
        EnsembleResult result = side == with ? dearer(side.engine, side.model, side.plan) : Sampling.run(side.engine, side.model, side.plan, Progress.NONE);
        return new Run((system.getProcessCpuTime() - start) * SECONDS, result.jumpCount());
    }

    /** The run with it. */
    EnsembleResult dearer(Engine engine, Model model, RunPlan plan) {
        return Sampling.run(engine, model, plan, Progress.NONE);
    }
}
