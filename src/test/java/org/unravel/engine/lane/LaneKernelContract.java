package org.unravel.engine.lane;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unravel.engine.energy.EnergyIntegrals;
import org.unravel.engine.grid.GridTables;
import org.unravel.engine.jump.LanePadding;
import org.unravel.engine.sector.EnergyTerms;
import org.unravel.numeric.BlockMatrix;
import org.unravel.numeric.SparseMatrix;

/** Every kernel does what naive loops over single lanes do. */
abstract class LaneKernelContract {

    /** Sums of at most some hundred products of numbers below 2: a few hundred roundings of 1e-16 times the sum's size of 1e2. */
    private static final double ROUNDING = 1e-11;
    /** The kernel. */
    abstract LaneKernel kernel();

    static List<LaneCase.Shape> shapes() {
        int[][] odd = {{0, 3}, {1, 2, 6}, {4}, {5, 7, 8, 9, 10}};
        return List.of(new LaneCase.Shape("one state", 1, new int[][] {{0}}, 16), new LaneCase.Shape("qubit", 2, new int[][] {{0, 1}}, 64),
                new LaneCase.Shape("diagonal", 5, new int[][] {{0}, {1}, {2}, {3}, {4}}, 48), new LaneCase.Shape("odd blocks", 11, odd, 16),
                new LaneCase.Shape("odd blocks", 11, odd, 48), new LaneCase.Shape("odd blocks", 11, odd, 64),
                new LaneCase.Shape("three levels", 3, new int[][] {{0, 1, 2}}, 48));
    }

    /** Blocks large enough for products by slabs too. */
    static List<LaneCase.Shape> productShapes() {
        List<LaneCase.Shape> all = new ArrayList<>(shapes());
        all.add(new LaneCase.Shape("panels and a single row", 53, new int[][] {all(53)}, 48));
        all.add(new LaneCase.Shape("more columns than a slab", 262, new int[][] {all(262)}, 16));
        return all;
    }

    private static int[] all(int dimension) {
        return java.util.stream.IntStream.range(0, dimension).toArray();
    }

    @ParameterizedTest
    @MethodSource("productShapes")
    void multiplyIsTheMatrixProduct(LaneCase.Shape shape) {
        LaneCase c = new LaneCase(shape);
        BlockMatrix u = c.matrix();
        double[][] yRe = c.rows(shape.dimension());
        double[][] yIm = c.rows(shape.dimension());
        kernel().multiply(PanelMatrix.of(u), c.re, c.im, yRe, yIm, new double[LaneKernel.SLAB_LENGTH], c.lanes);
        double[] x = new double[shape.dimension()];
        double[] y = new double[shape.dimension()];
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
    void normsAreSumsOfSquares(LaneCase.Shape shape) {
        LaneCase c = new LaneCase(shape);
        double[] norms = c.rows(1)[0];
        kernel().norms(c.re, c.im, norms, c.lanes);
        for (int b = 0; b < c.lanes; b++) {
            assertEquals(c.mean(SparseMatrix.identity(shape.dimension()), b), norms[b], ROUNDING);
        }
        c.assertSpareLanesUntouched(norms);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void outerRowsAreThoseOfTheSingleKet(LaneCase.Shape shape) {
        LaneCase c = new LaneCase(shape);
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
    void meansAreSumsOverRowsOverTheNorm(LaneCase.Shape shape) {
        LaneCase c = new LaneCase(shape);
        int formCount = 3;
        double[][] rows = c.rows(shape.dimension());
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
    void lanesBelowTheirThresholdAreListedInOrder(LaneCase.Shape shape) {
        LaneCase c = new LaneCase(shape);
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
        return List.of(new EnergyTerms(true, true, true, 0), new EnergyTerms(true, false, false, 0), new EnergyTerms(false, true, false, 0),
                new EnergyTerms(false, true, true, 0), new EnergyTerms(true, true, false, 0), new EnergyTerms(true, false, true, 0),
                new EnergyTerms(true, true, true, 2), new EnergyTerms(true, false, false, 1), new EnergyTerms(true, true, false, 2),
                // Where all baths together drift no ket, each one may.
                new EnergyTerms(false, true, false, 1));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void integralsFromFormsAndFromKetsAreThoseOfTheOperators(LaneCase.Shape shape) {
        for (EnergyTerms terms : terms()) {
            LaneCase c = new LaneCase(shape);
            SparseMatrix power = c.hermitian();
            SparseMatrix unitary = c.hermitian();
            NodeOperators node = new NodeOperators(terms, c.hermitian(), c.hermitian(), Stream.generate(c::hermitian).limit(terms.apart()).toList(), power, unitary,
                    HermitianRows.of(power), HermitianRows.of(unitary));
            double weight = 0.37;
            EnergyIntegrals fromKets = integrals(c, terms);
            kernel().integrate(node, weight, c.re, c.im, fromKets, c.rows(NodeForms.MOST + 4), c.lanes);
            assertIntegrals(c, node, weight, fromKets);
            OuterProduct product = new OuterProduct(c.partition);
            double[][] rows = c.rows(product.rowCount());
            kernel().outer(product, c.re, c.im, rows, c.lanes);
            EnergyIntegrals fromForms = integrals(c, terms);
            NodeForms[] nodes = new NodeForms[GridTables.GAUSS_COUNT];
            java.util.Arrays.fill(nodes, forms(product, node));
            double[] weights = new double[nodes.length];
            // Equal nodes that share the weight, with a half step of 2.
            java.util.Arrays.fill(weights, weight / 2 / nodes.length);
            kernel().integrate(nodes, weights, 2, rows, fromForms, c.rows(NodeForms.MOST + 4), c.lanes);
            assertIntegrals(c, node, weight, fromForms);
        }
    }

    /** Integrals that hold 1 before. */
    private static EnergyIntegrals integrals(LaneCase c, EnergyTerms terms) {
        EnergyIntegrals sums = new EnergyIntegrals(terms, c.lanes + LaneCase.SPARE_LANES);
        for (double[] row : sums.rows()) {
            java.util.Arrays.setAll(row, b -> b < c.lanes ? 1 : LaneCase.UNTOUCHED);
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
        double[][] apart = new double[terms.apart()][NodeForms.APART * product.rowCount()];
        for (int bath = 0; bath < apart.length; bath++) {
            SparseMatrix k = node.apart().get(bath);
            SparseMatrix[] operators = {SparseMatrix.identity(product.partition().dimension()), k, node.energy(), node.anticommutator(k)};
            for (int i = 0; i < operators.length; i++) {
                product.form(operators[i], one, apart[bath], i, operators.length);
            }
        }
        return new NodeForms(terms, out, apart);
    }

    /** Work, drift and unitary heat of a node by physics.md, "The ledger". */
    private static void assertIntegrals(LaneCase c, NodeOperators node, double weight, EnergyIntegrals sums) {
        EnergyTerms terms = node.terms();
        for (int b = 0; b < c.lanes; b++) {
            double n = c.mean(SparseMatrix.identity(c.shape.dimension()), b);
            // A lane of small norm divides the rounding of its forms by it.
            double rounding = ROUNDING * Math.max(1, 1 / n / n);
            assertEquals(1 + (terms.drift() ? weight * drift(c, node, node.jumpRate(), b) : 0), sums.drift()[b], rounding);
            for (int bath = 0; bath < terms.apart(); bath++) {
                assertEquals(1 + weight * drift(c, node, node.apart().get(bath), b), sums.apart(bath)[b], rounding);
            }
            assertEquals(1 + (terms.power() ? weight * c.mean(node.power(), b) / n : 0), sums.work()[b], rounding);
            assertEquals(1 + (terms.unitary() ? weight * c.mean(node.unitary(), b) / n : 0), sums.unitary()[b], rounding);
        }
        c.assertSpareLanesUntouched(sums.rows());
    }

    private static double drift(LaneCase c, NodeOperators node, SparseMatrix jumpRate, int b) {
        SparseMatrix product = node.energy().times(jumpRate);
        SparseMatrix half = product.plus(product.adjoint()).scaled(0.5, 0);
        double n = c.mean(SparseMatrix.identity(c.shape.dimension()), b);
        return c.mean(node.energy(), b) / n * c.mean(jumpRate, b) / n - c.mean(half, b) / n;
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void expectationIsTheQuadraticFormOverTheNorm(LaneCase.Shape shape) {
        LaneCase c = new LaneCase(shape);
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

    /** A lane's arithmetic must not depend on how many lanes there are: the same bits from the fewest and from 64 (engine.md, "Why results do not depend on threads"). */
    @ParameterizedTest
    @MethodSource("terms")
    void aLaneHasTheSameBitsInAnyGroup(EnergyTerms terms) {
        for (LaneCase.Shape shape : productShapes()) {
            LaneCase.Shape wide = new LaneCase.Shape(shape.name(), shape.dimension(), shape.blocks(), 64);
            LaneLoops.assertSame(LaneLoops.run(kernel(), new LaneCase(wide), terms, 64),
                    LaneLoops.run(kernel(), new LaneCase(wide), terms, LanePadding.MULTIPLE), LanePadding.MULTIPLE);
        }
    }
}
