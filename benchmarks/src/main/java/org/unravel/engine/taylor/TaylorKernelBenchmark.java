package org.unravel.engine.taylor;

import java.util.Map;
import java.util.SplittableRandom;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.unravel.benchmarks.AbstractBenchmark;
import org.unravel.benchmarks.BenchmarkModels;
import org.unravel.engine.sparse.SparseTables;
import org.unravel.engine.sparse.TaylorSeries;
import org.unravel.numeric.SparseMatrix;

/** The loops of the sparse engine on one ket. */
public class TaylorKernelBenchmark extends AbstractBenchmark {

    private static final int DEGREE = 16;

    /** Which kernel. */
    @Param({"vector", "plain"})
    public String kernel;

    /** Matrices of w6 (50 states, three diagonals), of w5 (1024, flips), and of w5 with its flips left in slices. */
    @Param({"ladder", "flips", "slices"})
    public String structure;

    private TaylorKernel loops;
    private SparseTables tables;
    private SlicedRows generator;
    private SlicedRows energy;
    private int stride;
    private double[] re;
    private double[] im;
    private double[] placesRe;
    private double[] placesIm;
    private final double[] out = new double[TaylorKernel.FORMS];
    private final double[] scratch = new double[TaylorKernel.SCRATCH];

    /** Makes matrices and terms. */
    @Setup
    public void setUp() {
        loops = kernel.equals("vector") ? new VectorTaylorKernel() : new PlainTaylorKernel();
        var model = BenchmarkModels.read(structure.equals("ladder") ? "w6" : "w5", Map.of());
        tables = SparseTables.of(model, loops);
        SparseMatrix h = model.hamiltonian().at(0);
        boolean sliced = structure.equals("slices");
        energy = sliced ? SlicedRows.of(h) : tables.energy().rows();
        generator = sliced ? SlicedRows.of(h.scaled(0, -1).plus(-0.5, 0, model.jumpRateOperator().at(0))) : tables.generator().rows()[0];
        stride = TaylorSeries.stride(model.dimension());
        re = new double[(DEGREE + 1) * stride + SlicedRows.HEIGHT];
        im = re.clone();
        placesRe = new double[TaylorKernel.PLACES * stride + SlicedRows.HEIGHT];
        placesIm = placesRe.clone();
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < model.dimension(); i++) {
            re[SlicedRows.HEIGHT + i] = random.nextDouble();
            im[SlicedRows.HEIGHT + i] = random.nextDouble();
        }
    }

    /** All terms of a series, one after the other. */
    @Benchmark
    public double terms() {
        double sum = 0;
        for (int m = 0; m < DEGREE; m++) {
            int from = SlicedRows.HEIGHT + m * stride;
            sum += loops.nextTerm(generator, 0.1 / (m + 1), re, im, from, from + stride, scratch);
        }
        return sum;
    }

    /** The sum of eight terms that a driven term starts from. */
    @Benchmark
    public double[] mix() {
        loops.mix(re, 8, re, im, SlicedRows.HEIGHT + 8 * stride, stride, SlicedRows.HEIGHT + 9 * stride, SlicedRows.rows(generator.dimension()));
        return re;
    }

    /** A product added to those of the other functions. */
    @Benchmark
    public double add() {
        return loops.add(re, im, SlicedRows.HEIGHT + 8 * stride, SlicedRows.HEIGHT + 9 * stride, SlicedRows.rows(generator.dimension()), scratch);
    }

    /** The series at three places. */
    @Benchmark
    public double[] evaluate() {
        loops.evaluate(re, im, stride, DEGREE, SlicedRows.rows(generator.dimension()), 0.2, 0.7, 1, placesRe, placesIm);
        return placesRe;
    }

    /** Forms of the energy ledger. */
    @Benchmark
    public double[] energyForms() {
        loops.energyForms(energy, tables.jumpRate().rows(), re, im, SlicedRows.HEIGHT, out, 0, scratch);
        return out;
    }

    /** One observable. */
    @Benchmark
    public double expectation() {
        return loops.expectation(tables.observables().length == 0 ? tables.jumpRate().rows() : tables.observables()[0].rows(), re, im, SlicedRows.HEIGHT, scratch);
    }
}
