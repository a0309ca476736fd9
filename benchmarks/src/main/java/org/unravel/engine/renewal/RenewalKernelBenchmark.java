package org.unravel.engine.renewal;

import java.util.SplittableRandom;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.unravel.benchmarks.AbstractBenchmark;

/** The loops of the renewal engine over its tables. */
public class RenewalKernelBenchmark extends AbstractBenchmark {

    /** Grid points between two jumps of w1. */
    private static final int POINTS = 24;
    private static final int ROW = POINTS + RenewalKernel.OVERREAD;
    private static final int WIDTH = RenewalKernel.POINT_MULTIPLE;

    /** Which kernel. */
    @Param({"vector", "plain"})
    public String kernel;

    private final double[] table = new SplittableRandom(1).doubles(RenewalKernel.TERMS * ROW).toArray();
    private final double[] curve = new double[ROW];
    private final double[] point = new double[WIDTH];
    private RenewalKernel loops;

    /** Takes the kernel. */
    @Setup
    public void setUp() {
        loops = kernel.equals("vector") ? new VectorRenewalKernel() : new PlainRenewalKernel();
    }

    /** One quantity at the grid points between two jumps. */
    @Benchmark
    public double[] curve() {
        loops.curve(table, 0, ROW, 0.3, 0.5, curve, 0, POINTS);
        return curve;
    }

    /** All quantities of a jump. */
    @Benchmark
    public double[] point() {
        loops.point(table, 0, WIDTH, 0.3, point);
        return point;
    }
}
