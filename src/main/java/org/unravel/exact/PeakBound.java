package org.unravel.exact;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.stream.DoubleStream;

import org.unravel.model.Model;
import org.unravel.model.TimeDependentOperator;
import org.unravel.model.TimeFunction;

/**
 * How large what depends on time becomes in a run, pulses between the grid times included. What adds up there is known to a rounding of it at best: no step can have a smaller
 * tolerance, though all that is seen at the grid times may be the far flank of a pulse.
 *
 * <p>Spans are halved where bounds leave most room until the largest bound is at most twice a value that was seen. The value is what counts: a bound alone may be far too wide, and
 * tolerances that follow from it as well.
 */
final class PeakBound {

    /** Part of a peak that is the rounding of what passes through it. */
    static final double ROUNDING = 0x1p-53;

    private static final double SHARP = 2;
    private static final int MOST_BOUNDS = 2000;

    private record Span(double from, double to, double branch, double bound) {
    }

    private PeakBound() {
    }

    /** Of the energy and the quanta of a model. */
    static double ofEnergies(Model model, double[] edges) {
        DoubleStream quanta = model.channels().stream().mapToDouble(c -> of(c.heat(), edges));
        return DoubleStream.concat(DoubleStream.of(of(model.energy(), edges)), quanta).max().orElse(0);
    }

    /** Of the norm of an operator, term by term. */
    static double of(TimeDependentOperator operator, double[] edges) {
        return operator.terms().stream().mapToDouble(t -> t.matrix().rowSumNorm() * of(t.coefficient(), edges)).sum();
    }

    /**
     * The largest |f| that was seen between the first and the last of some times.
     *
     * @param edges ascending, all breakpoints among them
     */
    static double of(TimeFunction function, double[] edges) {
        if (function.isConstant()) {
            return size(function, edges[0], edges[0]);
        }
        PriorityQueue<Span> open = new PriorityQueue<>(Comparator.comparingDouble(Span::bound).reversed());
        double seen = 0;
        for (int i = 1; i < edges.length; i++) {
            double branch = 0.5 * (edges[i - 1] + edges[i]);
            open.add(span(function, edges[i - 1], edges[i], branch));
            seen = Math.max(seen, size(function, branch, branch));
        }
        for (int count = 0; count < MOST_BOUNDS && !open.isEmpty() && !(open.peek().bound <= SHARP * seen); count++) {
            Span widest = open.poll();
            double middle = widest.from + (widest.to - widest.from) / 2;
            if (middle > widest.from && middle < widest.to) {
                seen = Math.max(seen, size(function, middle, widest.branch));
                open.add(span(function, widest.from, middle, widest.branch));
                open.add(span(function, middle, widest.to, widest.branch));
            }
        }
        return seen;
    }

    private static Span span(TimeFunction function, double from, double to, double branch) {
        double bound = function.bounds(from, to, branch, 0).modulus(0);
        return new Span(from, to, branch, Double.isNaN(bound) ? Double.POSITIVE_INFINITY : bound);
    }

    private static double size(TimeFunction function, double t, double branch) {
        TimeFunction.Value v = function.at(t, branch);
        double size = Math.hypot(v.re(), v.im());
        return Double.isFinite(size) ? size : 0;
    }
}
