package org.unravel.engine.lane;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.SplittableRandom;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unravel.engine.energy.NodeValues;
import org.unravel.engine.sector.EnergyTerms;

/** The node kernel on the Vector API keeps the contract. */
class VectorNodeKernelTest extends NodeKernelContract {

    private static final int N = NodeValues.N;

    @Override
    NodeKernel kernel() {
        return new VectorLaneKernel().nodeKernel();
    }

    /** A run may start on plain loops and go on with vectors, so both must give the same bits. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void vectorsGiveTheBitsOfPlainLoops(long seed) {
        assertArrayEquals(results(new PlainLaneKernel().nodeKernel(), seed), results(kernel(), seed));
    }

    /** What all loops leave behind, one after the other. */
    private static double[] results(NodeKernel kernel, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] a = random.doubles(3 * N, -1, 1).toArray();
        double[] b = random.doubles(3 * N, -1, 1).toArray();
        double[] values = random.doubles(NodeForms.MOST * N, 0.5, 1.5).toArray();
        double[] out = random.doubles(NodeForms.MOST * N, -1, 1).toArray();
        double[] more = random.doubles(3 * N, -1, 1).toArray();
        kernel.rates(new EnergyTerms(true, true, true, 0), values, out);
        kernel.driftRates(values, 3 * N, out, 4 * N);
        kernel.addProduct(a, b, N, 0.3, -0.7, out, more, N);
        kernel.addInner(a, 0, b, N, values, N, more, N, out, 2 * N);
        kernel.addNodeProduct(a, b, N, values, more, N, out, more);
        double[] combined = new double[24];
        kernel.combine(values, 3, combined.length, a, 3, combined);
        double[] all = java.util.Arrays.copyOf(out, out.length + more.length + combined.length + 1);
        System.arraycopy(more, 0, all, out.length, more.length);
        System.arraycopy(combined, 0, all, out.length + more.length, combined.length);
        all[all.length - 1] = kernel.differenceDot(a, b, values, N);
        return all;
    }
}
