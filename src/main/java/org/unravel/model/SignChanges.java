package org.unravel.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import org.unravel.model.TimeProof.Finding;
import org.unravel.model.TimeProof.Outcome;
import org.unravel.numeric.IntervalSeries;

/**
 * The times between breakpoints at which a real function changes its sign, each to the rounding of time: where the modulus of the function has a kink.
 *
 * <p>Spans of time are halved until bounds say of each that the function has one sign there, up to values whose action over the run is negligible
 * ({@link TimeProof#negligibleRate}), or that it is monotonic, so that it has one root at most, which is found by bisection. So no change of sign hides between places that are looked at.
 *
 * @param times ascending
 * @param finding proven, or where the search was given up
 */
public record SignChanges(List<Double> times, Finding finding) {

    private static final int ORDER = 12;
    private static final int MOST_SPANS = 40_000;
    private static final int FEW_ULPS = 4;

    /** Copies the list. */
    public SignChanges {
        times = List.copyOf(times);
    }

    /** Those of the real part of a function that is finite at all times of a run. */
    public static SignChanges of(TimeGrid grid, TimeFunction function) {
        if (function.isConstant()) {
            return new SignChanges(List.of(), new Finding(Outcome.PROVEN, Double.NaN, Double.NaN));
        }
        return new Search(function, TimeProof.negligibleRate(grid)).over(grid.edges(function.breakpoints(grid.start(), grid.end())));
    }

    private record Span(double from, double to, double branch) {

        double middle() {
            return from + (to - from) / 2;
        }
    }

    private static final class Search {

        private final TimeFunction function;
        private final double negligible;
        private final List<Double> times = new ArrayList<>();
        /** Sign of the last span that has one; 0 at the start of a piece. */
        private int last;
        private int looked;

        Search(TimeFunction function, double negligible) {
            this.function = function;
            this.negligible = negligible;
        }

        SignChanges over(double[] edges) {
            for (int i = 1; i < edges.length; i++) {
                last = 0;
                double stopped = piece(new Span(edges[i - 1], edges[i], edges[i - 1] + (edges[i] - edges[i - 1]) / 2));
                if (!Double.isNaN(stopped)) {
                    return new SignChanges(times, new Finding(Outcome.UNPROVEN, stopped, Double.NaN));
                }
            }
            return new SignChanges(times, new Finding(Outcome.PROVEN, Double.NaN, Double.NaN));
        }

        /** From left to right; returns where it was given up, or NaN. */
        private double piece(Span whole) {
            Deque<Span> open = new ArrayDeque<>(List.of(whole));
            while (!open.isEmpty()) {
                Span span = open.pop();
                if (isSettled(span)) {
                    continue;
                }
                if (++looked > MOST_SPANS) {
                    return span.middle();
                }
                if (span.to - span.from <= FEW_ULPS * Math.ulp(span.middle())) {
                    take(sign(span.from, span.branch), span.from);
                    take(sign(span.to, span.branch), span.to);
                } else {
                    open.push(new Span(span.middle(), span.to, span.branch));
                    open.push(new Span(span.from, span.middle(), span.branch));
                }
            }
            return Double.NaN;
        }

        /** Takes a span of one sign, or one with a single root. */
        private boolean isSettled(Span span) {
            IntervalSeries whole = function.bounds(span.from, span.to, span.branch, ORDER).re();
            IntervalSeries middle = function.bounds(span.middle(), span.middle(), span.branch, ORDER).re();
            double r = (span.to - span.from) / 2;
            double spread = whole.modulus(ORDER) * Math.pow(r, ORDER);
            for (int k = ORDER - 1; k > 0; k--) {
                spread += middle.modulus(k) * Math.pow(r, k);
            }
            boolean notNegative = Math.max(whole.lo(0), middle.lo(0) - spread) >= -negligible;
            boolean notPositive = Math.min(whole.hi(0), middle.hi(0) + spread) <= negligible;
            if (notNegative || notPositive) {
                take(notNegative && notPositive ? 0 : notNegative ? 1 : -1, span.from);
                return true;
            }
            if (!(whole.lo(1) > 0 || whole.hi(1) < 0)) {
                return false;
            }
            int before = sign(span.from, span.branch);
            int after = sign(span.to, span.branch);
            take(before, span.from);
            take(after, before == after ? span.to : root(span, before));
            return true;
        }

        private int sign(double t, double branch) {
            double value = function.at(t, branch).re();
            return Math.abs(value) <= negligible ? 0 : (int) Math.signum(value);
        }

        private void take(int sign, double from) {
            if (sign != 0) {
                if (last == -sign) {
                    times.add(from);
                }
                last = sign;
            }
        }

        private double root(Span span, int before) {
            double low = span.from;
            double high = span.to;
            while (high > Math.nextUp(low)) {
                double middle = low + (high - low) / 2;
                if (before * function.at(middle, span.branch).re() > 0) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            return high;
        }
    }
}
