package org.unravel.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;

import com.sun.management.OperatingSystemMXBean;

import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Says what the machine gave while an iteration ran, so that figures of a busy machine can be judged.
 *
 * <p>{@link #CPU_SHARE}: CPU time of the Java machine over wall time; 1 for one busy thread on an idle machine. A score divided by it is a
 * score per second of CPU time. {@link #PEAK}: the peak of {@link FmaPeak} right before and after the iteration, which falls too when
 * another program uses the same core or the clock is low.
 */
public final class MachineProfiler implements InternalProfiler {

    /** Name of the secondary result: seconds of CPU time per second. */
    public static final String CPU_SHARE = "cpu.share";
    /** Name of the secondary result: 10⁹ flop per second of CPU time, one thread. */
    public static final String PEAK = "fma.peak";

    private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final FmaPeak peak = new FmaPeak();
    private double peakBefore;
    private long cpuStart;
    private long wallStart;

    @Override
    public String getDescription() {
        return "CPU time over wall time, and the FMA peak at that moment";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmarkParams, IterationParams iterationParams) {
        peakBefore = peak.gigaflops();
        cpuStart = system.getProcessCpuTime();
        wallStart = System.nanoTime();
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(BenchmarkParams benchmarkParams, IterationParams iterationParams,
            IterationResult result) {
        double share = (system.getProcessCpuTime() - cpuStart) / (double) (System.nanoTime() - wallStart);
        double mean = (peakBefore + peak.gigaflops()) / 2;
        return List.of(new ScalarResult(CPU_SHARE, share, "s/s", AggregationPolicy.AVG),
                new ScalarResult(PEAK, mean, "Gflop/s", AggregationPolicy.AVG));
    }
}
