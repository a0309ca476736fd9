package org.unravel.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.unravel.numeric.Interval;
import org.unravel.numeric.IntervalSeries;

/**
 * Proves a property of functions at all times of a run, or finds a time at which it does not hold.
 *
 * <p>Branch and bound over spans of time (Moore, Kearfott and Cloud, Introduction to Interval Analysis, SIAM 2009, sections 5.4 and 6.4): over a span of
 * half-width r about its middle, |f| ≤ Σ_{k&lt;N} |c_k| rᵏ + |C_N| rᴺ with the Taylor coefficients c_k at the middle and a bound C_N of the N-th one over the
 * whole span ({@link TimeFunction#bounds}). Where that does not decide, the middle is looked at, and the span is halved. So nothing can hide between places that
 * are looked at, however short it is. All bounds include rounding. Not safe for threads.
 */
public final class TimeProof {

    /** How a proof ended. */
    public enum Outcome {
        /** Holds at all times. */
        PROVEN,
        /** Does not hold at a time that is known. */
        FAILED,
        /** Holds wherever it was looked at; bounds are not known, or too many spans would have to be looked at. */
        UNPROVEN
    }

    /**
     * What was found.
     *
     * @param outcome how it ended
     * @param time where it fails, or where the proof was given up; NaN if it is proven
     * @param value the value there
     */
    public record Finding(Outcome outcome, double time, double value) {

        private static final Finding PROVEN = new Finding(Outcome.PROVEN, Double.NaN, Double.NaN);
    }

    /**
     * A sum Σ_f m_f f(t) of functions.
     *
     * @param re real part of each factor m_f
     * @param im imaginary part
     * @param magnitude what |f(t)| times it is rounded in: at least |m_f|, more where m_f is itself a difference
     */
    public record Sum(double[] re, double[] im, double[] magnitude) {
    }

    /** Highest Taylor coefficient: spans of a third of an oscillation then do. */
    private static final int ORDER = 12;
    /** Spans looked at before a proof is given up, a second or so; one peak of 1e-12 of a run takes some hundred. */
    private static final int MOST_SPANS = 40_000;
    /** Roundings of an expression and of sums of such, some thousand of 2⁻⁵³ each, of the magnitudes that are added up. */
    public static final double ROUNDING = 1e-12;

    /** A span of so many roundings of a time is not halved: each number in it is looked at. */
    private static final int FEW_ULPS = 4;
    /** Of a simple pole a span of a few roundings of time holds an integral of order one; of a root of a slope, a rounding. */
    private static final double POLE = 1e-3;

    private final double[] edges;
    private final double afterEnd;
    private final double negligible;

    /**
     * Proofs over a run, between breakpoints.
     *
     * @param grid the run
     * @param breakpoints where functions may jump or bend
     */
    public TimeProof(TimeGrid grid, double[] breakpoints) {
        this.edges = grid.edges(breakpoints);
        this.afterEnd = grid.afterEnd();
        this.negligible = negligibleRate(grid);
    }

    /** What no result shows: its action over the run is a hundredth of what results may be off by. */
    public static double negligibleRate(TimeGrid grid) {
        return 0.01 * Tolerance.RESULT / (grid.end() - grid.start());
    }

    private record Span(double from, double to, double branch) {

        double middle() {
            return from + (to - from) / 2;
        }
    }

    /** What decides about one span. */
    private interface Judge {

        /** True if the property is proven over a span. */
        boolean isProven(Span span);

        /** NaN if the property holds at a time, else the value that breaks it. */
        double broken(double t, double branch);

        /** The same in a span that is too short to be halved. */
        default double brokenInside(double t, Span span) {
            return broken(t, span.branch);
        }
    }

    /** The first edge of a piece at which the property does not hold, or a proof. */
    private Finding atEdges(Judge judge) {
        for (int i = 1; i < edges.length; i++) {
            for (double edge : new double[] {edges[i - 1], edges[i]}) {
                double broken = judge.broken(edge, branch(i));
                if (!Double.isNaN(broken)) {
                    return new Finding(Outcome.FAILED, edge, broken);
                }
            }
        }
        double last = edges[edges.length - 1];
        double broken = judge.broken(last, afterEnd);
        return Double.isNaN(broken) ? Finding.PROVEN : new Finding(Outcome.FAILED, last, broken);
    }

    private double branch(int piece) {
        return edges[piece - 1] + (edges[piece] - edges[piece - 1]) / 2;
    }

    private Finding search(Judge judge) {
        Finding found = atEdges(judge);
        return found.outcome == Outcome.PROVEN ? inside(judge) : found;
    }

    private Finding inside(Judge judge) {
        Deque<Span> spans = new ArrayDeque<>();
        for (int i = 1; i < edges.length; i++) {
            spans.addLast(new Span(edges[i - 1], edges[i], branch(i)));
        }
        int looked = 0;
        while (!spans.isEmpty()) {
            Span span = spans.pop();
            if (judge.isProven(span)) {
                continue;
            }
            double middle = span.middle();
            double broken = judge.broken(middle, span.branch);
            if (!Double.isNaN(broken)) {
                return new Finding(Outcome.FAILED, middle, broken);
            }
            if (++looked > MOST_SPANS) {
                return new Finding(Outcome.UNPROVEN, middle, Double.NaN);
            }
            if (span.to - span.from <= FEW_ULPS * Math.ulp(middle)) {
                Finding found = exhausted(judge, span);
                if (found.outcome != Outcome.PROVEN) {
                    return found;
                }
            } else {
                spans.push(new Span(middle, span.to, span.branch));
                spans.push(new Span(span.from, middle, span.branch));
            }
        }
        return Finding.PROVEN;
    }

    /** Looks at every time that a number can name. */
    private static Finding exhausted(Judge judge, Span span) {
        for (double t = span.from; t <= span.to; t = Math.nextUp(t)) {
            double broken = judge.brokenInside(t, span);
            if (!Double.isNaN(broken)) {
                return new Finding(Outcome.FAILED, t, broken);
            }
        }
        return Finding.PROVEN;
    }

    /** Proves that a real function is at least 0 at all times, up to values whose action over the run is negligible. */
    public Finding nonNegative(TimeFunction function) {
        return search(new Judge() {

            @Override
            public boolean isProven(Span span) {
                if (function.bounds(span.from, span.to, span.branch, 0).re().lo(0) >= -negligible) {
                    return true;
                }
                IntervalSeries middle = function.bounds(span.middle(), span.middle(), span.branch, ORDER).re();
                IntervalSeries whole = function.bounds(span.from, span.to, span.branch, ORDER).re();
                double r = (span.to - span.from) / 2;
                double spread = whole.modulus(ORDER) * Math.pow(r, ORDER);
                for (int k = ORDER - 1; k > 0; k--) {
                    spread += middle.modulus(k) * Math.pow(r, k);
                }
                return middle.lo(0) - spread >= -negligible;
            }

            @Override
            public double broken(double t, double branch) {
                double value = function.at(t, branch).re();
                return value < -negligible ? value : Double.NaN;
            }
        });
    }

    /** Proves that a function, or its derivative for {@code order} 1, is finite at all times. */
    public Finding finite(TimeFunction function, int order) {
        return search(new Judge() {

            @Override
            public boolean isProven(Span span) {
                return Double.isFinite(function.bounds(span.from, span.to, span.branch, order).modulus(order));
            }

            @Override
            public double broken(double t, double branch) {
                TimeFunction.Value v = function.at(t, branch);
                double size = order == 0 ? Math.hypot(v.re(), v.im()) : Math.hypot(v.rateRe(), v.rateIm());
                return Double.isFinite(size) ? Double.NaN : Double.POSITIVE_INFINITY;
            }

            /** A pole between two numbers: its neighbours add something to an integral, however close they are. */
            @Override
            public double brokenInside(double t, Span span) {
                TimeFunction.Value v = function.at(t, span.branch);
                double size = order == 0 ? Math.hypot(v.re(), v.im()) : Math.hypot(v.rateRe(), v.rateIm());
                return size * (span.to - span.from) < POLE ? Double.NaN : Double.POSITIVE_INFINITY;
            }
        });
    }

    /**
     * Proves that sums of functions vanish at all times, up to the rounding of what is added up and to what has a negligible action over the run.
     *
     * @param functions f
     * @param sums of them
     * @return the first time found at which one does not vanish, with its modulus
     */
    public Finding vanish(List<TimeFunction> functions, List<Sum> sums) {
        return sums.isEmpty() ? Finding.PROVEN : search(new Vanishing(functions, sums));
    }

    private final class Vanishing implements Judge {

        private final List<TimeFunction> functions;
        private final List<Sum> sums;

        Vanishing(List<TimeFunction> functions, List<Sum> sums) {
            this.functions = functions;
            this.sums = sums;
        }

        @Override
        public boolean isProven(Span span) {
            TimeBounds[] middle = bounds(span.middle(), span.middle(), span.branch);
            TimeBounds[] whole = bounds(span.from, span.to, span.branch);
            double r = (span.to - span.from) / 2;
            for (Sum sum : sums) {
                double bound = modulus(sum, whole, ORDER) * Math.pow(r, ORDER);
                for (int k = ORDER - 1; k >= 0; k--) {
                    bound += modulus(sum, middle, k) * Math.pow(r, k);
                }
                double size = 0;
                for (int f = 0; f < middle.length; f++) {
                    size += sum.magnitude[f] * middle[f].modulus(0);
                }
                if (!(bound <= ROUNDING * size + negligible)) {
                    return false;
                }
            }
            return true;
        }

        private TimeBounds[] bounds(double from, double to, double branch) {
            return functions.stream().map(f -> f.bounds(from, to, branch, ORDER)).toArray(TimeBounds[]::new);
        }

        private static double modulus(Sum sum, TimeBounds[] bounds, int k) {
            Interval re = Interval.ZERO;
            Interval im = Interval.ZERO;
            for (int f = 0; f < bounds.length; f++) {
                Interval x = bounds[f].re().coefficient(k);
                Interval y = bounds[f].im().coefficient(k);
                Interval a = Interval.point(sum.re[f]);
                Interval b = Interval.point(sum.im[f]);
                re = re.plus(a.times(x)).minus(b.times(y));
                im = im.plus(a.times(y)).plus(b.times(x));
            }
            return Math.hypot(Math.max(Math.abs(re.lo()), Math.abs(re.hi())), Math.max(Math.abs(im.lo()), Math.abs(im.hi())));
        }

        @Override
        public double broken(double t, double branch) {
            TimeFunction.Value[] v = functions.stream().map(f -> f.at(t, branch)).toArray(TimeFunction.Value[]::new);
            for (Sum sum : sums) {
                double re = 0;
                double im = 0;
                double size = 0;
                for (int f = 0; f < v.length; f++) {
                    re += sum.re[f] * v[f].re() - sum.im[f] * v[f].im();
                    im += sum.re[f] * v[f].im() + sum.im[f] * v[f].re();
                    size += sum.magnitude[f] * Math.hypot(v[f].re(), v[f].im());
                }
                double found = Math.hypot(re, im);
                if (!(found <= ROUNDING * size + negligible)) {
                    return found;
                }
            }
            return Double.NaN;
        }
    }
}
