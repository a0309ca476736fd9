package org.unravel.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * What one thread can do at most: fused multiply-adds on vectors that stay in registers, 16 independent chains to hide their latency.
 *
 * <p>The mark that products are held against. Counted per second of CPU time, so other programs matter only by what they take from a shared core.
 */
final class FmaPeak {

    private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;
    private static final int CHAIN_COUNT = 16;
    /** Of 16 vector operations each: some 3 ms. */
    private static final int PASSES = 1_000_000;
    private static final int WARM_UP_CALLS = 20;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private double sink;

    /** Ready to measure. */
    FmaPeak() {
        for (int i = 0; i < WARM_UP_CALLS; i++) {
            sink += chains(PASSES / WARM_UP_CALLS);
        }
    }

    /** One measurement of some 3 ms, in 10⁹ flop per second of CPU time. */
    double gigaflops() {
        long start = threads.getCurrentThreadCpuTime();
        sink += chains(PASSES);
        return 2.0 * CHAIN_COUNT * S.length() * PASSES / (threads.getCurrentThreadCpuTime() - start);
    }

    /** The chains settle at 1; one flat method, as vectors in arrays would go through memory. */
    private static double chains(int passes) {
        DoubleVector m = DoubleVector.broadcast(S, 0.5);
        DoubleVector a0 = m;
        DoubleVector a1 = m;
        DoubleVector a2 = m;
        DoubleVector a3 = m;
        DoubleVector a4 = m;
        DoubleVector a5 = m;
        DoubleVector a6 = m;
        DoubleVector a7 = m;
        DoubleVector a8 = m;
        DoubleVector a9 = m;
        DoubleVector b0 = m;
        DoubleVector b1 = m;
        DoubleVector b2 = m;
        DoubleVector b3 = m;
        DoubleVector b4 = m;
        DoubleVector b5 = m;
        for (int i = 0; i < passes; i++) {
            a0 = a0.fma(m, m);
            a1 = a1.fma(m, m);
            a2 = a2.fma(m, m);
            a3 = a3.fma(m, m);
            a4 = a4.fma(m, m);
            a5 = a5.fma(m, m);
            a6 = a6.fma(m, m);
            a7 = a7.fma(m, m);
            a8 = a8.fma(m, m);
            a9 = a9.fma(m, m);
            b0 = b0.fma(m, m);
            b1 = b1.fma(m, m);
            b2 = b2.fma(m, m);
            b3 = b3.fma(m, m);
            b4 = b4.fma(m, m);
            b5 = b5.fma(m, m);
        }
        DoubleVector sum = a0.add(a1).add(a2).add(a3).add(a4).add(a5).add(a6).add(a7);
        return sum.add(a8).add(a9).add(b0).add(b1).add(b2).add(b3).add(b4).add(b5).lane(0);
    }
}
