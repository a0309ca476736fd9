package org.unravel.engine.lane;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.unravel.engine.energy.EnergyIntegrals;
import org.unravel.engine.grid.GridTables;
import org.unravel.engine.sector.EnergyTerms;
import org.unravel.numeric.SparseMatrix;

/** What all loops of a kernel give for one case, to be compared bit by bit. */
final class LaneLoops {

    /** From here on only the product: its loops change with the size of a block, the others do not. */
    private static final int LARGE = 32;

    private LaneLoops() {
    }

    /** The rows that every loop writes, with so many lanes; a case gives the same numbers each time it is made. */
    static List<double[]> run(LaneKernel kernel, LaneCase c, EnergyTerms terms, int lanes) {
        List<double[]> out = new ArrayList<>();
        int dimension = c.shape.dimension();
        double[][] yRe = c.rows(dimension);
        double[][] yIm = c.rows(dimension);
        kernel.multiply(PanelMatrix.of(c.matrix()), c.re, c.im, yRe, yIm, new double[LaneKernel.SLAB_LENGTH], lanes);
        out.addAll(Arrays.asList(yRe));
        out.addAll(Arrays.asList(yIm));
        double[] norms = c.rows(1)[0];
        kernel.norms(c.re, c.im, norms, lanes);
        out.add(norms);
        if (dimension < LARGE) {
            states(kernel, c, terms, norms, lanes, out);
            forms(kernel, c, terms, norms, lanes, out);
        }
        return out;
    }

    private static void states(LaneKernel kernel, LaneCase c, EnergyTerms terms, double[] norms, int lanes, List<double[]> out) {
        SparseMatrix a = c.hermitian();
        HermitianRows rows = HermitianRows.of(a);
        NodeOperators node = new NodeOperators(terms, a, c.hermitian(), Stream.generate(c::hermitian).limit(terms.apart()).toList(), a, a, rows, rows);
        EnergyIntegrals sums = new EnergyIntegrals(terms, c.lanes);
        kernel.integrate(node, 0.3, c.re, c.im, sums, c.rows(NodeForms.MOST + 4), lanes);
        out.addAll(Arrays.asList(sums.rows()));
        double[] means = c.rows(1)[0];
        kernel.expectation(rows, c.re, c.im, norms, means, lanes);
        out.add(means);
    }

    private static void forms(LaneKernel kernel, LaneCase c, EnergyTerms terms, double[] norms, int lanes, List<double[]> out) {
        OuterProduct product = new OuterProduct(c.partition);
        double[][] rows = c.rows(product.rowCount());
        kernel.outer(product, c.re, c.im, rows, lanes);
        out.addAll(Arrays.asList(rows));
        int count = terms.formCount();
        NodeForms[] nodes = new NodeForms[GridTables.GAUSS_COUNT];
        Arrays.setAll(nodes, q -> new NodeForms(terms, c.random.doubles((long) count * rows.length, 0.5, 1.5).toArray(),
                Stream.generate(() -> c.random.doubles((long) NodeForms.APART * rows.length, 0.5, 1.5).toArray()).limit(terms.apart()).toArray(double[][]::new)));
        EnergyIntegrals sums = new EnergyIntegrals(terms, c.lanes);
        kernel.integrate(nodes, c.random.doubles(nodes.length).toArray(), 0.7, rows, sums, c.rows(NodeForms.MOST + 4), lanes);
        out.addAll(Arrays.asList(sums.rows()));
        double[][] means = c.rows(count);
        kernel.means(nodes[0].coefficients(), count, rows, norms, new double[c.lanes], means, lanes);
        out.addAll(Arrays.asList(means));
    }

    /** The first lanes must be the same, bit by bit. */
    static void assertSame(List<double[]> expected, List<double[]> found, int lanes) {
        assertEquals(expected.size(), found.size());
        for (int r = 0; r < expected.size(); r++) {
            for (int b = 0; b < lanes; b++) {
                assertEquals(Double.doubleToRawLongBits(expected.get(r)[b]), Double.doubleToRawLongBits(found.get(r)[b]),
                        "row " + r + ", lane " + b + ": " + expected.get(r)[b] + " and " + found.get(r)[b]);
            }
        }
    }
}
