package org.unravel.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.TreeSet;

import org.unravel.model.Model;
import org.unravel.model.TimeGrid;

/**
 * The smooth pieces of a model's time span, from one grid time or breakpoint to the next, and bounds over them that hold at all times.
 *
 * <p>A function is known by a bound over any span. Pieces are cut into four until that sharpens the bound by less than a twentieth, so that a pulse, however
 * short, is found by its bound and then cut out. Where the work ends first the bound so far is taken: wider than need be, and still a bound. Only where
 * none is known even of the smallest spans are values looked at instead; then {@link #isProven} is false.
 */
final class TimeCells {

    /** Upper bound of a function over a span of time. */
    @FunctionalInterface
    interface SpanBound {

        /** The bound from one time to another, on the smooth piece that holds at {@code branch}; infinite where it is not known. */
        double over(double from, double to, double branch);
    }

    /** Where a piece is cut: at most two parts touch a peak, wherever it lies. */
    private static final double[] CUTS = {0, 0.19, 0.43, 0.71, 1};
    private static final double NO_GAIN = 0.95;
    /** Spans of 1e-18 of a piece are below the rounding of time. */
    private static final int MOST_CUTS = 40;
    /** Bounds of one function, beyond the first cut of every piece, and of those in one piece; each takes some microseconds. */
    private static final int MOST_BOUNDS = 20_000;
    private static final int MOST_BOUNDS_OF_PIECE = 2000;
    /** A cell of a profile is cut until no value at these places is less than half its bound. */
    private static final double[] PROBES = {0.07, 0.3, 0.5, 0.7, 0.93};
    private static final double SHARP = 2;
    private static final int MOST_BOUNDS_OF_PROFILE = 1000;
    private static final double INVERSE_GOLDEN_RATIO = (Math.sqrt(5) - 1) / 2;
    private static final int SAMPLES = 16;

    private final TimeGrid grid;
    private final double[] nodes;
    private final int mostBoundsOfPiece;
    private boolean proven = true;
    private int left;

    /** Part of an interval of grid times, and what a function is at most in it. */
    record Cell(int interval, double from, double to, double branch, double bound) {
    }

    private record Span(double from, double to, double branch, double bound, int cuts) {

        /** Bound of its part of the integral. */
        double part() {
            return (to - from) * bound;
        }
    }

    /** Cells of a model. */
    TimeCells(Model model) {
        this(model, MOST_BOUNDS_OF_PIECE);
    }

    /** Cells whose integrals take one bound for each piece. */
    static TimeCells coarse(Model model) {
        return new TimeCells(model, 0);
    }

    private TimeCells(Model model, int mostBoundsOfPiece) {
        this.mostBoundsOfPiece = mostBoundsOfPiece;
        grid = model.time();
        TreeSet<Double> times = new TreeSet<>();
        for (int i = 0; i < grid.pointCount(); i++) {
            times.add(grid.time(i));
        }
        Arrays.stream(model.breakpoints()).forEach(times::add);
        nodes = times.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** False if a bound rests on values at some times, as no bound over a span was known. */
    boolean isProven() {
        return proven;
    }

    private double middle(int piece) {
        return nodes[piece - 1] + (nodes[piece] - nodes[piece - 1]) / 2;
    }

    private Span span(SpanBound function, double from, double to, double branch, int cuts) {
        left--;
        return new Span(from, to, branch, function.over(from, to, branch), cuts);
    }

    /** No less than ∫ function dt from the start to every grid time, for a function that is nowhere negative. */
    double[] integral(SpanBound function) {
        double[] integral = new double[grid.pointCount()];
        double sum = 0;
        int point = 1;
        int rest = MOST_BOUNDS;
        for (int piece = 1; piece < nodes.length && point < integral.length; piece++) {
            int given = mostBoundsOfPiece == 0 ? 1 : CUTS.length + Math.min(rest, mostBoundsOfPiece);
            left = given;
            sum += integral(function, piece);
            rest = Math.max(0, rest - Math.max(0, given - left - CUTS.length));
            if (nodes[piece] >= grid.time(point)) {
                integral[point++] = sum;
            }
        }
        return integral;
    }

    /** ∫ value dt from the start to every grid time. */
    double[] integral(double value) {
        double[] integral = new double[grid.pointCount()];
        for (int i = 1; i < integral.length; i++) {
            integral[i] = value * (grid.time(i) - grid.start());
        }
        return integral;
    }

    /** The span with the largest part is cut first; parts that no longer matter stay as they are. */
    private double integral(SpanBound function, int piece) {
        PriorityQueue<Span> open = new PriorityQueue<>(Comparator.comparingDouble(Span::part).reversed());
        open.add(span(function, nodes[piece - 1], nodes[piece], middle(piece), 0));
        double sum = 0;
        while (!open.isEmpty()) {
            Span whole = open.poll();
            if (whole.bound == 0) {
                continue;
            }
            boolean matters = !(whole.part() * (open.size() + 1) <= (1 - NO_GAIN) * sum);
            if (!matters || whole.cuts == MOST_CUTS || left <= 0) {
                sum += (whole.to - whole.from) * known(function, whole);
                continue;
            }
            Span[] parts = cut(function, whole);
            double cutBound = Arrays.stream(parts).mapToDouble(Span::part).sum();
            if (Double.isFinite(cutBound) && cutBound >= NO_GAIN * whole.part()) {
                sum += cutBound;
            } else {
                open.addAll(Arrays.asList(parts));
            }
        }
        return sum;
    }

    private Span[] cut(SpanBound function, Span whole) {
        Span[] parts = new Span[CUTS.length - 1];
        double length = whole.to - whole.from;
        for (int p = 0; p < parts.length; p++) {
            double from = whole.from + CUTS[p] * length;
            double to = p == parts.length - 1 ? whole.to : whole.from + CUTS[p + 1] * length;
            parts[p] = span(function, from, to, whole.branch, whole.cuts + 1);
        }
        return parts;
    }

    /** The bound of a span; where none is known the largest of some values. */
    private double known(SpanBound function, Span span) {
        if (Double.isFinite(span.bound)) {
            return span.bound;
        }
        proven = false;
        double largest = 0;
        for (int s = 1; s <= SAMPLES; s++) {
            double t = span.from + (span.to - span.from) * (s * INVERSE_GOLDEN_RATIO % 1);
            double value = function.over(t, t, span.branch);
            largest = Double.isFinite(value) ? Math.max(largest, value) : largest;
        }
        return largest;
    }

    /** No less than the largest value at any time; sharp to a twentieth of its size where the work allows. */
    double largest(SpanBound function) {
        left = MOST_BOUNDS;
        PriorityQueue<Span> open = new PriorityQueue<>(Comparator.comparingDouble((Span s) -> s.bound).reversed());
        double seen = Double.NEGATIVE_INFINITY;
        for (int piece = 1; piece < nodes.length; piece++) {
            open.add(span(function, nodes[piece - 1], nodes[piece], middle(piece), 0));
            seen = Math.max(seen, function.over(middle(piece), middle(piece), middle(piece)));
        }
        while (true) {
            Span highest = open.peek();
            if (highest.bound - seen <= (1 - NO_GAIN) * Math.abs(seen) || highest.cuts == MOST_CUTS || left <= 0) {
                return Double.isFinite(highest.bound) ? highest.bound : Math.max(seen, known(function, highest));
            }
            open.poll();
            for (Span part : cut(function, highest)) {
                open.add(part);
                double t = part.from + (part.to - part.from) / 2;
                seen = Math.max(seen, function.over(t, t, part.branch));
            }
        }
    }

    /**
     * Cells that fill the whole time span, interval by interval and in any order within one, for a function that is nowhere negative: bounds within a factor of 2 of the function
     * wherever the work allows, so that a peak is cut out of what is around it.
     */
    List<Cell> profile(SpanBound function) {
        // each piece has one bound before any is cut
        left = MOST_BOUNDS_OF_PROFILE + nodes.length;
        PriorityQueue<Span> open = new PriorityQueue<>(Comparator.comparingDouble(Span::part).reversed());
        for (int piece = 1; piece < nodes.length; piece++) {
            open.add(span(function, nodes[piece - 1], nodes[piece], middle(piece), 0));
        }
        List<Cell> cells = new ArrayList<>();
        while (!open.isEmpty()) {
            Span whole = open.poll();
            double t = whole.from + (whole.to - whole.from) / 2;
            if (whole.cuts == MOST_CUTS || left <= 0 || isSharp(function, whole)) {
                cells.add(new Cell(interval(t), whole.from, whole.to, whole.branch, known(function, whole)));
            } else {
                open.addAll(Arrays.asList(cut(function, whole)));
            }
        }
        cells.sort(Comparator.comparingInt(Cell::interval));
        return cells;
    }

    /** True if the function is nowhere seen to be less than half its bound. */
    private static boolean isSharp(SpanBound function, Span span) {
        for (double place : PROBES) {
            double t = span.from + place * (span.to - span.from);
            if (span.bound > SHARP * function.over(t, t, span.branch)) {
                return false;
            }
        }
        return true;
    }

    /** The interval, from 1 on, that holds a time between two grid times. */
    private int interval(double t) {
        int i = (int) Math.ceil((t - grid.start()) / grid.step());
        i = Math.max(1, Math.min(grid.pointCount() - 1, i));
        while (i > 1 && t < grid.time(i - 1)) {
            i--;
        }
        while (i < grid.pointCount() - 1 && t > grid.time(i)) {
            i++;
        }
        return i;
    }

    /** A time inside the piece that ends at {@code t}; before the first one at the start. */
    double before(double t) {
        return inside(t, -1);
    }

    /** A time inside the piece that begins at {@code t}; just beyond the last one at the end, where what jumps at the end has jumped and nothing else. */
    double after(double t) {
        return t >= nodes[nodes.length - 1] ? grid.afterEnd() : inside(t, 1);
    }

    private double inside(double t, int direction) {
        double nearest = t + direction * grid.step();
        for (double node : nodes) {
            if ((node - t) * direction > 0 && Math.abs(node - t) < Math.abs(nearest - t)) {
                nearest = node;
            }
        }
        return t + (nearest - t) / 2;
    }
}
