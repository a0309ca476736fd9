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
 * CPU time of the Java machine over wall time, per iteration: 1 for one busy thread on an idle machine, less where other programs took the core.
 *
 * <p>A score divided by it is a score per second of CPU time, which can be compared between a busy machine and an idle one.
 */
public final class CpuShare implements InternalProfiler {

    /** Name of the secondary result. */
    public static final String LABEL = "cpu.share";

    private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private long cpuStart;
    private long wallStart;

    @Override
    public String getDescription() {
        return "CPU time over wall time";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmarkParams, IterationParams iterationParams) {
        cpuStart = system.getProcessCpuTime();
        wallStart = System.nanoTime();
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(BenchmarkParams benchmarkParams, IterationParams iterationParams,
            IterationResult result) {
        double share = (system.getProcessCpuTime() - cpuStart) / (double) (System.nanoTime() - wallStart);
        return List.of(new ScalarResult(LABEL, share, "CPU s/s", AggregationPolicy.AVG));
    }
}
