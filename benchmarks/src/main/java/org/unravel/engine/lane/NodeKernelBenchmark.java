package org.unravel.engine.lane;

import java.util.SplittableRandom;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.unravel.benchmarks.AbstractBenchmark;
import org.unravel.engine.energy.NodeValues;
import org.unravel.engine.sector.EnergyTerms;

/** The loops of one jumping lane; one operation takes the 16 nodes once. */
public class NodeKernelBenchmark extends AbstractBenchmark {

    private static final int N = NodeValues.N;
    /** Rows of a combination: the outer product of a qubit. */
    private static final int ROW_COUNT = 4;

    /** Which kernel. */
    @Param({"vector", "plain"})
    public String kernel;

    private final SplittableRandom random = new SplittableRandom(1);
    private final EnergyTerms terms = new EnergyTerms(true, true, false, 0);
    private final int width = terms.formCount() * N;
    private final double[] matrix = values(ROW_COUNT * width);
    private final double[] factors = values(ROW_COUNT);
    private final double[] combined = new double[width];
    private final double[] forms = values(width);
    private final double[] rates = new double[3 * N];
    private final double[] a = values(N);
    private final double[] b = values(N);
    private final double[] weights = new double[N];
    private final double[] outRe = new double[N];
    private final double[] outIm = new double[N];
    private NodeKernel nodes;

    private double[] values(int count) {
        // Small, as the sums of all operations pile up in the outputs.
        return random.doubles(count, 0.5e-6, 1e-6).toArray();
    }

    /** Takes the kernel. */
    @Setup
    public void setUp() {
        nodes = kernel.equals("vector") ? new VectorNodeKernel() : new PlainNodeKernel();
    }

    /** Five forms at the nodes from the four rows of a qubit. */
    @Benchmark
    public double[] combine() {
        nodes.combine(matrix, 0, width, factors, ROW_COUNT, combined);
        return combined;
    }

    /** Rates of drift heat and work. */
    @Benchmark
    public double[] rates() {
        nodes.rates(terms, forms, rates);
        return rates;
    }

    /** Interpolation weights of a place. */
    @Benchmark
    public double[] interpolate() {
        nodes.interpolate(0.3, weights);
        return weights;
    }

    /** Partial integral up to a jump. */
    @Benchmark
    public double differenceDot() {
        return nodes.differenceDot(a, b, forms, 0);
    }

    /** One entry of the propagators at the nodes times an amplitude. */
    @Benchmark
    public double[] addProduct() {
        nodes.addProduct(a, b, 0, 0.5e-6, 1e-6, outRe, outIm, 0);
        return outRe;
    }

    /** One row of an inner product. */
    @Benchmark
    public double[] addInner() {
        nodes.addInner(a, 0, b, 0, b, 0, a, 0, outRe, 0);
        return outRe;
    }

    /** One entry of an operator at the nodes times the kets there. */
    @Benchmark
    public double[] addNodeProduct() {
        nodes.addNodeProduct(a, b, 0, b, a, 0, outRe, outIm);
        return outRe;
    }
}
