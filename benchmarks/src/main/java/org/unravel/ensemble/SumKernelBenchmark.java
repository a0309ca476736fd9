package org.unravel.ensemble;

import java.util.SplittableRandom;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.unravel.benchmarks.AbstractBenchmark;

/** Sums over the lanes of a group; one operation takes 64 lanes of one quantity once. */
public class SumKernelBenchmark extends AbstractBenchmark {

    private static final int LANES = 64;

    /** Which kernel. */
    @Param({"vector", "plain"})
    public String kernel;

    private final double[] values = new SplittableRandom(1).doubles(LANES).toArray();
    private final double[] sum = new double[CurveSums.PARTIAL_COUNT];
    private final double[] square = new double[CurveSums.PARTIAL_COUNT];
    private SumKernel sums;

    /** Takes the kernel. */
    @Setup
    public void setUp() {
        sums = kernel.equals("vector") ? new VectorSumKernel() : new PlainSumKernel();
    }

    /** Sum and sum of squares of a quantity at one grid time. */
    @Benchmark
    public double[] add() {
        sums.add(values, LANES, 0, 0.5, sum, square, 0);
        return square;
    }
}
