package org.unravel.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unravel.numeric.BlockMatrix;
import org.unravel.numeric.BlockPartition;
import org.unravel.numeric.SparseMatrix;
import org.unravel.numeric.SparseMatrixBuilder;

/** Every kernel does what naive loops over single lanes do. */
abstract class LaneKernelContract {

    /** Sums of at most some hundred products of numbers below 2: a few hundred roundings of 1e-16 times the sum's size of 1e2. */
    private static final double ROUNDING = 1e-11;
    /** What lanes outside the group hold before and after. */
    private static final double UNTOUCHED = 7.25;
    private static final int SPARE_LANES = LaneKernel.LANE_MULTIPLE;

    /** The kernel. */
    abstract LaneKernel kernel();

    /** A block structure and a number of lanes. */
    record Shape(String name, int dimension, int[][] blocks, int lanes) {

        @Override
        public String toString() {
            return name + ", " + lanes + " lanes";
        }
    }

    static List<Shape> shapes() {
        int[][] odd = {{0, 3}, {1, 2, 6}, {4}, {5, 7, 8, 9, 10}};
        return List.of(new Shape("one state", 1, new int[][] {{0}}, 16), new Shape("qubit", 2, new int[][] {{0, 1}}, 64),
                new Shape("diagonal", 5, new int[][] {{0}, {1}, {2}, {3}, {4}}, 48), new Shape("odd blocks", 11, odd, 16),
                new Shape("odd blocks", 11, odd, 48), new Shape("odd blocks", 11, odd, 64),
                new Shape("three levels", 3, new int[][] {{0, 1, 2}}, 48));
    }

    /** Random kets and operators of one shape. */
    private static final class Case {

        final SplittableRandom random = new SplittableRandom(5);
        final Shape shape;
        final int lanes;
        final BlockPartition partition;
        final double[][] re;
        final double[][] im;

        Case(Shape shape) {
            this.shape = shape;
            this.lanes = shape.lanes;
            this.partition = BlockPartition.of(shape.dimension, List.of(hermitian()));
            assertEquals(shape.blocks.length, partition.blockCount());
            this.re = rows(shape.dimension);
            this.im = rows(shape.dimension);
        }

        double[][] rows(int count) {
            double[][] rows = new double[count][lanes + SPARE_LANES];
            for (double[] row : rows) {
                java.util.Arrays.setAll(row, b -> b < lanes ? random.nextDouble(-1, 1) : UNTOUCHED);
            }
            return rows;
        }

        /** A full Hermitian matrix on the blocks. */
        SparseMatrix hermitian() {
            SparseMatrixBuilder builder = new SparseMatrixBuilder(shape.dimension);
            for (int[] block : shape.blocks) {
                for (int i : block) {
                    builder.add(i, i, random.nextDouble(-2, 2), 0);
                    for (int j : block) {
                        double x = random.nextDouble(-1, 1);
                        double y = random.nextDouble(-1, 1);
                        builder.add(i, j, j > i ? x : 0, j > i ? y : 0).add(j, i, j > i ? x : 0, j > i ? -y : 0);
                    }
                }
            }
            return builder.build();
        }

        BlockMatrix matrix() {
            BlockMatrix m = BlockMatrix.zero(partition);
            for (int e = 0; e < m.re().length; e++) {
                m.re()[e] = random.nextDouble(-1, 1);
                m.im()[e] = random.nextDouble(-1, 1);
            }
            return m;
        }

        double[] ket(double[][] rows, int lane) {
            double[] ket = new double[rows.length];
            java.util.Arrays.setAll(ket, i -> rows[i][lane]);
            return ket;
        }

        /** ⟨x|A|x⟩ of one lane, entry by entry. */
        double mean(SparseMatrix a, int lane) {
            double sum = 0;
            for (int i = 0; i < shape.dimension; i++) {
                for (int j = 0; j < shape.dimension; j++) {
                    double x = re[i][lane] * re[j][lane] + im[i][lane] * im[j][lane];
                    double y = re[i][lane] * im[j][lane] - im[i][lane] * re[j][lane];
                    sum += a.re(i, j) * x - a.im(i, j) * y;
                }
            }
            return sum;
        }

        void assertSpareLanesUntouched(double[]... rows) {
            for (double[] row : rows) {
                for (int b = lanes; b < row.length; b++) {
                    assertEquals(UNTOUCHED, row[b], "lane " + b + " is none of the group's");
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void multiplyIsTheMatrixProduct(Shape shape) {
        Case c = new Case(shape);
        BlockMatrix u = c.matrix();
        double[][] yRe = c.rows(shape.dimension);
        double[][] yIm = c.rows(shape.dimension);
        kernel().multiply(u, c.re, c.im, yRe, yIm, c.lanes);
        double[] x = new double[shape.dimension];
        double[] y = new double[shape.dimension];
        for (int b = 0; b < c.lanes; b++) {
            u.apply(c.ket(c.re, b), c.ket(c.im, b), x, y);
            assertArrayEquals(x, c.ket(yRe, b), ROUNDING);
            assertArrayEquals(y, c.ket(yIm, b), ROUNDING);
        }
        c.assertSpareLanesUntouched(yRe);
        c.assertSpareLanesUntouched(yIm);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void normsAreSumsOfSquares(Shape shape) {
        Case c = new Case(shape);
        double[] norms = c.rows(1)[0];
        kernel().norms(c.re, c.im, norms, c.lanes);
        for (int b = 0; b < c.lanes; b++) {
            assertEquals(c.mean(SparseMatrix.identity(shape.dimension), b), norms[b], ROUNDING);
        }
        c.assertSpareLanesUntouched(norms);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void outerRowsAreThoseOfTheSingleKet(Shape shape) {
        Case c = new Case(shape);
        OuterProduct product = new OuterProduct(c.partition);
        double[][] rows = c.rows(product.rowCount());
        kernel().outer(product, c.re, c.im, rows, c.lanes);
        double[] single = new double[product.rowCount()];
        for (int b = 0; b < c.lanes; b++) {
            product.of(c.ket(c.re, b), c.ket(c.im, b), single);
            assertArrayEquals(single, c.ket(rows, b), ROUNDING);
        }
        c.assertSpareLanesUntouched(rows);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void meansAreSumsOverRowsOverTheNorm(Shape shape) {
        Case c = new Case(shape);
        int formCount = 3;
        double[][] rows = c.rows(shape.dimension);
        double[][] out = c.rows(formCount + 1);
        double[] beyond = out[formCount].clone();
        double[] norms = c.random.doubles(c.lanes, 0.5, 1).toArray();
        double[] coefficients = c.random.doubles((long) formCount * rows.length, -1, 1).toArray();
        kernel().means(coefficients, formCount, rows, norms, new double[c.lanes], out, c.lanes);
        for (int b = 0; b < c.lanes; b++) {
            for (int f = 0; f < formCount; f++) {
                double sum = 0;
                for (int i = 0; i < rows.length; i++) {
                    sum += coefficients[i * formCount + f] * rows[i][b];
                }
                assertEquals(sum / norms[b], out[f][b], ROUNDING);
            }
        }
        assertArrayEquals(beyond, out[formCount], "a row beyond the forms");
        c.assertSpareLanesUntouched(out);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void lanesBelowTheirThresholdAreListedInOrder(Shape shape) {
        Case c = new Case(shape);
        double[] norms = c.rows(1)[0];
        double[] thresholds = c.rows(1)[0];
        thresholds[1] = norms[1];
        thresholds[c.lanes - 1] = norms[c.lanes - 1] + 1;
        int[] expected = java.util.stream.IntStream.range(0, c.lanes).filter(b -> norms[b] < thresholds[b]).toArray();
        int[] found = new int[c.lanes];
        int count = kernel().below(norms, thresholds, found, c.lanes);
        assertArrayEquals(expected, java.util.Arrays.copyOf(found, count));
    }

    /** All ways in which energies can move. */
    static List<EnergyTerms> terms() {
        return List.of(new EnergyTerms(true, true, true), new EnergyTerms(true, false, false), new EnergyTerms(false, true, false),
                new EnergyTerms(false, true, true), new EnergyTerms(true, true, false), new EnergyTerms(true, false, true));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void integralsFromFormsAndFromKetsAreThoseOfTheOperators(Shape shape) {
        for (EnergyTerms terms : terms()) {
            Case c = new Case(shape);
            SparseMatrix power = c.hermitian();
            SparseMatrix unitary = c.hermitian();
            NodeOperators node = new NodeOperators(terms, c.hermitian(), c.hermitian(), power, unitary, HermitianRows.of(power),
                    HermitianRows.of(unitary));
            double weight = 0.37;
            EnergyIntegrals fromKets = integrals(c);
            kernel().integrate(node, weight, c.re, c.im, fromKets, c.rows(NodeForms.MOST + 4), c.lanes);
            assertIntegrals(c, node, weight, fromKets);
            OuterProduct product = new OuterProduct(c.partition);
            double[][] rows = c.rows(product.rowCount());
            kernel().outer(product, c.re, c.im, rows, c.lanes);
            EnergyIntegrals fromForms = integrals(c);
            NodeForms[] nodes = new NodeForms[GridTables.GAUSS_COUNT];
            java.util.Arrays.fill(nodes, forms(product, node));
            double[] weights = new double[nodes.length];
            // Equal nodes that share the weight, with a half step of 2.
            java.util.Arrays.fill(weights, weight / 2 / nodes.length);
            kernel().integrate(nodes, weights, 2, rows, fromForms, c.rows(NodeForms.MOST), c.lanes);
            assertIntegrals(c, node, weight, fromForms);
        }
    }

    /** Integrals that hold 1 before. */
    private static EnergyIntegrals integrals(Case c) {
        EnergyIntegrals sums = new EnergyIntegrals(c.lanes + SPARE_LANES);
        for (double[] row : List.of(sums.work(), sums.drift(), sums.unitary())) {
            java.util.Arrays.setAll(row, b -> b < c.lanes ? 1 : UNTOUCHED);
        }
        return sums;
    }

    private static NodeForms forms(OuterProduct product, NodeOperators node) {
        EnergyTerms terms = node.terms();
        int count = terms.formCount();
        double[] out = new double[count * product.rowCount()];
        BlockMatrix one = BlockMatrix.identity(product.partition());
        int f = 0;
        product.form(SparseMatrix.identity(product.partition().dimension()), one, out, f++, count);
        if (terms.drift()) {
            product.form(node.jumpRate(), one, out, f++, count);
            product.form(node.energy(), one, out, f++, count);
            product.form(node.anticommutator(), one, out, f++, count);
        }
        if (terms.power()) {
            product.form(node.power(), one, out, f++, count);
        }
        if (terms.unitary()) {
            product.form(node.unitary(), one, out, f, count);
        }
        return new NodeForms(terms, out);
    }

    /** Work, drift and unitary heat of a node by trajectories.md §2. */
    private static void assertIntegrals(Case c, NodeOperators node, double weight, EnergyIntegrals sums) {
        EnergyTerms terms = node.terms();
        SparseMatrix product = node.energy().times(node.jumpRate());
        SparseMatrix half = product.plus(product.adjoint()).scaled(0.5, 0);
        for (int b = 0; b < c.lanes; b++) {
            double n = c.mean(SparseMatrix.identity(c.shape.dimension), b);
            double drift = c.mean(node.energy(), b) / n * c.mean(node.jumpRate(), b) / n - c.mean(half, b) / n;
            // A lane of small norm divides the rounding of its forms by it.
            double rounding = ROUNDING * Math.max(1, 1 / n / n);
            assertEquals(1 + (terms.drift() ? weight * drift : 0), sums.drift()[b], rounding);
            assertEquals(1 + (terms.power() ? weight * c.mean(node.power(), b) / n : 0), sums.work()[b], rounding);
            assertEquals(1 + (terms.unitary() ? weight * c.mean(node.unitary(), b) / n : 0), sums.unitary()[b], rounding);
        }
        c.assertSpareLanesUntouched(sums.work(), sums.drift(), sums.unitary());
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void expectationIsTheQuadraticFormOverTheNorm(Shape shape) {
        Case c = new Case(shape);
        SparseMatrix a = c.hermitian();
        double[] norms = c.rows(1)[0];
        kernel().norms(c.re, c.im, norms, c.lanes);
        double[] out = c.rows(1)[0];
        kernel().expectation(HermitianRows.of(a), c.re, c.im, norms, out, c.lanes);
        for (int b = 0; b < c.lanes; b++) {
            assertEquals(c.mean(a, b) / norms[b], out[b], ROUNDING * Math.max(1, 1 / norms[b]));
        }
        c.assertSpareLanesUntouched(out);
    }

    /** A lane's arithmetic must not depend on how many lanes there are: the same bits from the fewest and from 64 (design.md §3). */
    @ParameterizedTest
    @MethodSource("terms")
    void aLaneHasTheSameBitsInAnyGroup(EnergyTerms terms) {
        Case c = new Case(new Shape("odd blocks", 11, new int[][] {{0, 3}, {1, 2, 6}, {4}, {5, 7, 8, 9, 10}}, 64));
        SparseMatrix a = c.hermitian();
        NodeOperators node = new NodeOperators(terms, a, c.hermitian(), a, a, HermitianRows.of(a), HermitianRows.of(a));
        EnergyIntegrals all = integrals(c);
        EnergyIntegrals few = integrals(c);
        kernel().integrate(node, 0.3, c.re, c.im, all, c.rows(NodeForms.MOST + 4), 64);
        kernel().integrate(node, 0.3, c.re, c.im, few, c.rows(NodeForms.MOST + 4), LaneKernel.LANE_MULTIPLE);
        for (int b = 0; b < LaneKernel.LANE_MULTIPLE; b++) {
            assertEquals(all.drift()[b], few.drift()[b], 0);
            assertEquals(all.work()[b], few.work()[b], 0);
            assertEquals(all.unitary()[b], few.unitary()[b], 0);
        }
    }
}
