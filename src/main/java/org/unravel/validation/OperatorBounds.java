package org.unravel.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

import org.unravel.model.TimeBounds;
import org.unravel.model.TimeDependentOperator;
import org.unravel.model.TimeDependentOperator.Term;
import org.unravel.numeric.IntervalSeries;
import org.unravel.numeric.SparseMatrix;

/**
 * Intervals that hold all means of a Hermitian operator, or of its time derivative, at all times of a span: the discs of {@link SpectralBound} with entries
 * that range over what the bounds of the coefficients allow. Not safe for threads.
 */
final class OperatorBounds {

    /** One coefficient's part of a matrix element. */
    private record Part(int term, double re, double im) {
    }

    private final List<Term> terms;
    private final int order;
    private final List<List<Part>> diagonals = new ArrayList<>();
    private final List<List<List<Part>>> others = new ArrayList<>();
    private final IntervalSeries[] re;
    private final IntervalSeries[] im;

    /** The operator itself. */
    static OperatorBounds of(TimeDependentOperator operator) {
        return new OperatorBounds(operator, 0);
    }

    /** Its time derivative. */
    static OperatorBounds ofRate(TimeDependentOperator operator) {
        return new OperatorBounds(operator, 1);
    }

    private OperatorBounds(TimeDependentOperator operator, int order) {
        this.terms = operator.terms();
        this.order = order;
        this.re = new IntervalSeries[terms.size()];
        this.im = new IntervalSeries[terms.size()];
        for (int row = 0; row < operator.dimension(); row++) {
            TreeMap<Integer, List<Part>> entries = new TreeMap<>();
            for (int j = 0; j < terms.size(); j++) {
                SparseMatrix m = terms.get(j).matrix();
                for (int p = m.rowStart()[row]; p < m.rowStart()[row + 1]; p++) {
                    entries.computeIfAbsent(m.columns()[p], c -> new ArrayList<>()).add(new Part(j, m.re()[p], m.im()[p]));
                }
            }
            List<Part> diagonal = entries.remove(row);
            diagonals.add(diagonal == null ? List.of() : diagonal);
            others.add(List.copyOf(entries.values()));
        }
    }

    /** The interval of a span inside the smooth piece that holds at {@code branch}; infinite where a coefficient has no known bounds. */
    SpectralBound over(double from, double to, double branch) {
        for (int j = 0; j < re.length; j++) {
            TimeBounds bounds = terms.get(j).coefficient().bounds(from, to, branch, order);
            re[j] = bounds.re();
            im[j] = bounds.im();
        }
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int row = 0; row < diagonals.size(); row++) {
            double radius = 0;
            for (List<Part> entry : others.get(row)) {
                radius += Math.hypot(Math.max(-real(entry, -1), real(entry, 1)), Math.max(-imaginary(entry, -1), imaginary(entry, 1)));
            }
            low = Math.min(low, real(diagonals.get(row), -1) - radius);
            high = Math.max(high, real(diagonals.get(row), 1) + radius);
        }
        return new SpectralBound(low, high);
    }

    /** The lower (side −1) or upper (1) end of the real part of an entry. */
    private double real(List<Part> entry, int side) {
        double sum = 0;
        for (Part p : entry) {
            sum += end(re[p.term], p.re, side) + end(im[p.term], -p.im, side);
        }
        return sum;
    }

    private double imaginary(List<Part> entry, int side) {
        double sum = 0;
        for (Part p : entry) {
            sum += end(re[p.term], p.im, side) + end(im[p.term], p.re, side);
        }
        return sum;
    }

    /** The end of factor × interval. An unknown number times zero is zero. */
    private double end(IntervalSeries interval, double factor, int side) {
        if (factor == 0) {
            return 0;
        }
        return factor * (factor * side > 0 ? interval.hi(order) : interval.lo(order));
    }
}
