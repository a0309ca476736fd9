package org.unravel.engine.lane;

import java.util.List;
import java.util.SplittableRandom;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.unravel.benchmarks.AbstractBenchmark;
import org.unravel.engine.energy.EnergyIntegrals;
import org.unravel.engine.grid.GridEngine;
import org.unravel.engine.sector.EnergyTerms;
import org.unravel.numeric.BlockMatrix;
import org.unravel.numeric.BlockPartition;
import org.unravel.numeric.SparseMatrix;
import org.unravel.numeric.SparseMatrixBuilder;

/**
 * The lane loops on kets, one dense block of D states and 64 lanes; one operation takes all lanes once.
 *
 * <p>The product is 8 D² flop per lane, the norm 4 D. The operators of {@code integrate} and {@code expectation} are tridiagonal, as ladder
 * operators make them.
 */
public class LaneKernelBenchmark extends AbstractBenchmark {

    static final int LANES = GridEngine.LANES;
    private static final EnergyTerms TERMS = new EnergyTerms(true, true, false, 0);

    /** Which kernel. */
    @Param({"vector", "plain"})
    public String kernel;

    /** Dimension of the space. */
    @Param({"2", "4", "8", "16", "40", "64", "128", "256"})
    public int dimension;

    private final SplittableRandom random = new SplittableRandom(1);
    private final double[] norms = new double[LANES];
    private final double[] out = new double[LANES];
    private final double[] thresholds = new double[LANES];
    private final int[] found = new int[LANES];
    private final EnergyIntegrals sums = new EnergyIntegrals(TERMS, LANES);
    private final double[][] scratch = new double[NodeForms.MOST + 4][LANES];
    private LaneKernel lanes;
    private final double[] slab = new double[LaneKernel.SLAB_LENGTH];
    private PanelMatrix u;
    private NodeOperators node;
    private HermitianRows observable;
    private double[][] re;
    private double[][] im;
    private double[][] nextRe;
    private double[][] nextIm;

    /** Fills kets and operators with random numbers. */
    @Setup
    public void setUp() {
        lanes = kernel(kernel);
        BlockMatrix matrix = BlockMatrix.zero(BlockPartition.whole(dimension));
        for (int e = 0; e < matrix.re().length; e++) {
            matrix.re()[e] = random.nextDouble(-1, 1) / dimension;
            matrix.im()[e] = random.nextDouble(-1, 1) / dimension;
        }
        u = PanelMatrix.of(matrix);
        re = rows(dimension);
        im = rows(dimension);
        nextRe = rows(dimension);
        nextIm = rows(dimension);
        SparseMatrix power = tridiagonal();
        SparseMatrix unitary = tridiagonal();
        observable = HermitianRows.of(tridiagonal());
        node = new NodeOperators(TERMS, tridiagonal(), tridiagonal(), List.of(), power, unitary, HermitianRows.of(power),
                HermitianRows.of(unitary));
        lanes.norms(re, im, norms, LANES);
    }

    static LaneKernel kernel(String name) {
        return name.equals("vector") ? new VectorLaneKernel() : new PlainLaneKernel();
    }

    private double[][] rows(int count) {
        double[][] rows = new double[count][LANES];
        for (double[] row : rows) {
            java.util.Arrays.setAll(row, b -> random.nextDouble(-1, 1));
        }
        return rows;
    }

    private SparseMatrix tridiagonal() {
        SparseMatrixBuilder builder = new SparseMatrixBuilder(dimension);
        for (int i = 0; i < dimension; i++) {
            builder.add(i, i, random.nextDouble(1, 2), 0);
            if (i > 0) {
                double x = random.nextDouble(-1, 1);
                builder.add(i, i - 1, x, 0).add(i - 1, i, x, 0);
            }
        }
        return builder.build();
    }

    /** y = U x. */
    @Benchmark
    public double[][] multiply() {
        lanes.multiply(u, re, im, nextRe, nextIm, slab, LANES);
        return nextRe;
    }

    /** Squared norms. */
    @Benchmark
    public double[] norms() {
        lanes.norms(re, im, norms, LANES);
        return norms;
    }

    /** Drift heat and work of one quadrature node from the kets there. */
    @Benchmark
    public EnergyIntegrals integrateStates() {
        lanes.integrate(node, 1e-6, re, im, sums, scratch, LANES);
        return sums;
    }

    /** Mean of an observable. */
    @Benchmark
    public double[] expectation() {
        lanes.expectation(observable, re, im, norms, out, LANES);
        return out;
    }

    /** The search for jumping lanes where none jumps. */
    @Benchmark
    public int below() {
        return lanes.below(norms, thresholds, found, LANES);
    }
}
