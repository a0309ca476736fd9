package org.unravel.engine.lane;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.unravel.benchmarks.AbstractBenchmark;
import org.unravel.engine.energy.EnergyIntegrals;
import org.unravel.engine.grid.GridEngine;
import org.unravel.engine.grid.GridTables;
import org.unravel.engine.sector.EnergyTerms;
import org.unravel.numeric.BlockPartition;

/** The lane loops on outer products, which only small blocks use; one operation takes 64 lanes once. */
public class FormKernelBenchmark extends AbstractBenchmark {

    private static final int LANES = GridEngine.LANES;

    /** Which kernel. */
    @Param({"vector", "plain"})
    public String kernel;

    /** Size of the one block; there are as many rows as its square. */
    @Param({"2", "4", "8"})
    public int blockSize;

    /** Baths whose heat is apart. */
    @Param({"0", "1"})
    public int apart;

    private final SplittableRandom random = new SplittableRandom(1);
    private EnergyTerms terms;
    private EnergyIntegrals sums;
    private final double[] norms = new double[LANES];
    private final double[] inverse = new double[LANES];
    private final double[][] scratch = new double[NodeForms.MOST + 4][LANES];
    private final double[][] means = new double[3][LANES];
    private final double[] weights = new double[GridTables.GAUSS_COUNT];
    private LaneKernel lanes;
    private OuterProduct product;
    private double[][] re;
    private double[][] im;
    private double[][] rows;
    private NodeForms[] nodes;
    private double[] coefficients;

    /** Fills kets and forms with random numbers. */
    @Setup
    public void setUp() {
        lanes = LaneKernelBenchmark.kernel(kernel);
        terms = new EnergyTerms(true, true, false, apart);
        sums = new EnergyIntegrals(terms, LANES);
        product = new OuterProduct(BlockPartition.whole(blockSize));
        re = new double[blockSize][];
        im = new double[blockSize][];
        Arrays.setAll(re, i -> random.doubles(LANES, 0.1, 1).toArray());
        Arrays.setAll(im, i -> random.doubles(LANES, 0.1, 1).toArray());
        rows = new double[product.rowCount()][LANES];
        lanes.norms(re, im, norms, LANES);
        lanes.outer(product, re, im, rows, LANES);
        nodes = new NodeForms[weights.length];
        Arrays.setAll(nodes, q -> new NodeForms(terms, coefficients(terms.formCount()), Stream.generate(() -> coefficients(NodeForms.APART)).limit(apart).toArray(double[][]::new)));
        Arrays.fill(weights, 2.0 / weights.length);
        coefficients = random.doubles((long) means.length * rows.length, -1, 1).toArray();
    }

    private double[] coefficients(int forms) {
        return random.doubles((long) forms * rows.length, 0.1, 1).toArray();
    }

    /** Outer product of the kets. */
    @Benchmark
    public double[][] outer() {
        lanes.outer(product, re, im, rows, LANES);
        return rows;
    }

    /** Drift heat and work of the five Gauss nodes of a step. */
    @Benchmark
    public EnergyIntegrals integrateForms() {
        lanes.integrate(nodes, weights, 1e-6, rows, sums, scratch, LANES);
        return sums;
    }

    /** Energy and two observables. */
    @Benchmark
    public double[][] means() {
        lanes.means(coefficients, means.length, rows, norms, inverse, means, LANES);
        return means;
    }
}
