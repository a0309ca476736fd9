package org.unravel.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.unravel.ReferenceTable;
import org.unravel.model.Model;
import org.unravel.model.TimeGrid;

/** Which columns of a reference table stand for which exact curves or their rates, and how far the two are apart. */
final class TableComparison {

    /** Grid intervals per interval of the table, for rates. */
    private static final int REFINEMENT = 8;

    /**
     * Central difference of order 8: weights of f(t + jh) − f(t − jh) in units of 1/h. It errs by h⁸f⁽⁹⁾/630: at the shortest h = 1/16
     * and the frequency 2 of a driven qubit, by (1/8)⁸ · 2/630 = 2e-10 of the curve.
     */
    private static final double[] DIFFERENCE = {4.0 / 5, -1.0 / 5, 4.0 / 105, -1.0 / 280};

    private record Pair(List<String> columns, double factor, String curve, boolean rate) {
    }

    private final String table;
    private final String timeColumn;
    private final List<Pair> pairs = new ArrayList<>();

    private TableComparison(String table, String timeColumn) {
        this.table = table;
        this.timeColumn = timeColumn;
    }

    static TableComparison of(String table, String timeColumn) {
        return new TableComparison(table, timeColumn);
    }

    /** The curve is the column. */
    TableComparison same(String column, String... curves) {
        return add(1, false, List.of(column), curves);
    }

    /** The curve is minus the column. */
    TableComparison opposite(String column, String... curves) {
        return add(-1, false, List.of(column), curves);
    }

    /** The rate of the curve is the column. */
    TableComparison rate(String column, String... curves) {
        return add(1, true, List.of(column), curves);
    }

    /** The rate of the curve is minus the sum of the columns. */
    TableComparison oppositeRate(List<String> columns, String... curves) {
        return add(-1, true, columns, curves);
    }

    private TableComparison add(double factor, boolean rate, List<String> columns, String... curves) {
        Arrays.stream(curves).forEach(c -> pairs.add(new Pair(columns, factor, c, rate)));
        return this;
    }

    /** Largest distance of each pair in units of the largest value of the table's column, by a name for people. */
    Map<String, Double> distances(Model model) {
        ReferenceTable reference = ReferenceTable.read(table);
        ExactCurves exact = MasterEquation.solve(refined(model, reference));
        Map<String, Double> distances = new LinkedHashMap<>();
        double step = model.time().step() / REFINEMENT;
        for (Pair pair : pairs) {
            double[] expected = expected(reference, pair);
            double[] curve = Curves.curve(exact, pair.curve);
            double[] actual = new double[expected.length];
            for (int i = 0; i < actual.length; i++) {
                boolean end = i == 0 || i == actual.length - 1;
                // a central difference has no neighbours at the ends
                actual[i] = !pair.rate ? curve[i * REFINEMENT] : end ? expected[i] : difference(curve, i * REFINEMENT) / step;
            }
            distances.put(pair.columns + (pair.rate ? " = rate of " : " = ") + pair.curve, Curves.distance(expected, actual));
        }
        return distances;
    }

    private static double[] expected(ReferenceTable reference, Pair pair) {
        double[] sum = new double[reference.column(pair.columns.get(0)).length];
        for (String column : pair.columns) {
            double[] values = reference.column(column);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += pair.factor * values[i];
            }
        }
        return sum;
    }

    private static double difference(double[] curve, int at) {
        double sum = 0;
        for (int j = 1; j <= DIFFERENCE.length; j++) {
            sum += DIFFERENCE[j - 1] * (curve[at + j] - curve[at - j]);
        }
        return sum;
    }

    /** The model on a finer grid, whose every {@link #REFINEMENT}-th time must be one of the table's. */
    private Model refined(Model model, ReferenceTable reference) {
        TimeGrid grid = model.time();
        double[] times = reference.column(timeColumn);
        // times are printed with 12 digits
        double printed = 1e-11;
        if (Curves.distance(times, Curves.sample(grid, t -> t)) > printed) {
            throw new IllegalArgumentException("the grid of " + model.name() + " is not that of " + table);
        }
        return ModelFixture.withTime(model, new TimeGrid(grid.start(), grid.end(), (grid.pointCount() - 1) * REFINEMENT + 1));
    }
}
