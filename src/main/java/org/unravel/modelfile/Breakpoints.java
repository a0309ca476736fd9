package org.unravel.modelfile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

import org.unravel.model.ModelException;

/**
 * Finds every time at which {@code step}, {@code ramp}, {@code abs}, {@code max}, {@code min} or {@code table} inside a scalar changes its piece, or a logarithm, root or power of a complex
 * argument its side of the cut.
 *
 * <p>Between the breakpoints of its argument each is a smooth function of it. There the zeros of argument − level (of its imaginary part at a cut) are isolated by
 * interval arithmetic: a box of times whose enclosure excludes zero is dropped, one whose enclosure of the derivative excludes zero
 * holds at most one zero, and any other is halved. So no zero is missed between samples, however close two of them are.
 * Source: Moore, Kearfott and Cloud, Introduction to Interval Analysis (SIAM 2009), section 8.1.
 */
final class Breakpoints {

    /** More than this many would make steps without end. */
    private static final int LARGEST_COUNT = 100_000;
    /** Boxes looked at before the search is given up: about 20 for each of the most breakpoints there may be. */
    private static final int LARGEST_BOX_COUNT = 2_000_000;
    /**
     * Boxes of this part of the span, 2⁻²⁶ = √(2⁻⁵²), are not halved: near a double zero the function is then below the rounding
     * of its terms, and enclosures cannot shrink. Such a box is taken to hold at most one turning point.
     */
    private static final double SMALLEST_PART = 0x1p-26;
    /** Zeros this many roundings of a time apart are one: a zero of an affine argument is found within one. */
    private static final int SAME_ULPS = 2;
    /** A bisection ends at neighbouring numbers, after at most as many halvings as there are bits in the exponent range and mantissa. */
    private static final int LARGEST_HALVING_COUNT = 2200;

    private static final String WHAT_HELPS = "; re(...) around an argument that is real but written with i keeps it on the axis";

    private final double from;
    private final double to;
    private final double resolution;
    private int boxCount;
    private int foundCount;

    Breakpoints(double from, double to) {
        this.from = from;
        this.to = to;
        this.resolution = SAME_ULPS * Math.ulp(Math.max(Math.abs(from), Math.abs(to)));
    }

    /** All breakpoints in the closed interval, ascending. */
    double[] of(Scalar scalar) {
        List<Double> found = find(scalar);
        return found.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private List<Double> find(Scalar scalar) {
        if (scalar.isConstant() || from > to) {
            return List.of();
        }
        List<Double> inner = new ArrayList<>();
        for (Scalar operand : scalar.operands()) {
            inner.addAll(find(operand));
        }
        List<Double> edges = merged(inner);
        if (!(scalar instanceof Kinks.Kinked kinked)) {
            return edges;
        }
        List<Double> all = new ArrayList<>(edges);
        if (kinked.argument() instanceof Scalars.Time) {
            // the time passes each level at that very time
            kinked.levels().stream().filter(level -> level >= from && level <= to).forEach(level -> add(level, all));
            return merged(all);
        }
        for (double level : kinked.levels()) {
            addZeros(kinked, level, edges, all);
        }
        return merged(all);
    }

    private List<Double> merged(List<Double> times) {
        List<Double> distinct = new ArrayList<>();
        for (double time : times.stream().sorted().toList()) {
            if (distinct.isEmpty() || time - distinct.get(distinct.size() - 1) > resolution) {
                distinct.add(time);
            }
        }
        return distinct;
    }

    private void addZeros(Kinks.Kinked kinked, double level, List<Double> edges, List<Double> found) {
        double start = from;
        for (double edge : edges) {
            addZeros(new Piece(kinked, level, start + (edge - start) / 2, false), start, edge, found);
            start = edge;
        }
        addZeros(new Piece(kinked, level, start + (to - start) / 2, false), start, to, found);
    }

    /** The smooth function argument − level on the piece that holds at a branch time; {@code atZero} for what decides where that is zero all the time. */
    private record Piece(Kinks.Kinked kinked, double level, double branch, boolean atZero) {

        Enclosure over(double lo, double hi) {
            return deciding(kinked.argument().evaluate(Moment.over(lo, hi, branch))).minus(Enclosure.of(1, level));
        }

        private <R extends Real<R>> R deciding(Complex<R> z) {
            return atZero ? kinked.decidingAtZero(z) : kinked.deciding(z);
        }

        /** Whether the function is zero all the time and something else decides then. */
        boolean isHandedOn(Enclosure bounds) {
            return !atZero && bounds.rate().isZero() && bounds.value().isZero()
                    && kinked.decidingAtZero(kinked.argument().evaluate(Moment.at(branch, branch))) != null;
        }

        Piece handedOn() {
            return new Piece(kinked, level, branch, true);
        }

        boolean staysOn(double lo, double hi) {
            return kinked.staysOn(kinked.argument().evaluate(Moment.over(lo, hi, branch)));
        }

        double value(double t) {
            return at(t).value() - level;
        }

        double rate(double t) {
            return at(t).rate();
        }

        private Dual at(double t) {
            return deciding(kinked.argument().evaluate(Moment.at(t, branch)));
        }
    }

    private boolean staysOn(Piece piece, double lo, double hi) {
        Deque<double[]> boxes = new ArrayDeque<>();
        boxes.push(new double[] {lo, hi});
        while (!boxes.isEmpty()) {
            double[] box = boxes.pop();
            double middle = box[0] + (box[1] - box[0]) / 2;
            if (!piece.staysOn(middle, middle) || box[1] - box[0] <= Math.max(SMALLEST_PART * (to - from), resolution)) {
                return false;
            }
            countBox();
            if (!piece.staysOn(box[0], box[1])) {
                boxes.push(new double[] {middle, box[1]});
                boxes.push(new double[] {box[0], middle});
            }
        }
        return true;
    }

    private void addZeros(Piece piece, double lo, double hi, List<Double> found) {
        if (staysOn(piece, lo, hi)) {
            return;
        }
        Deque<double[]> boxes = new ArrayDeque<>();
        boxes.push(new double[] {lo, hi});
        while (!boxes.isEmpty()) {
            double[] box = boxes.pop();
            countBox();
            Enclosure bounds = piece.over(box[0], box[1]);
            if (piece.isHandedOn(bounds)) {
                addZeros(piece.handedOn(), box[0], box[1], found);
            }
            if (!bounds.value().contains(0) || bounds.rate().isZero()) {
                continue;
            }
            double middle = box[0] + (box[1] - box[0]) / 2;
            if (!bounds.rate().contains(0)) {
                addCrossing(piece, box[0], box[1], found);
            } else if (box[1] - box[0] <= Math.max(SMALLEST_PART * (to - from), resolution)) {
                addAroundTurningPoint(piece, box[0], box[1], found);
            } else {
                boxes.push(new double[] {middle, box[1]});
                boxes.push(new double[] {box[0], middle});
            }
        }
    }

    private void countBox() {
        if (++boxCount > LARGEST_BOX_COUNT) {
            throw new ModelException("expected step, ramp, abs, max, min and table to pass their levels, and arguments of sqrt, log and powers the negative real axis, "
                    + "at times that can be told apart, found an argument that stays too close to it or varies too fast between t = " + from
                    + " and t = " + to + WHAT_HELPS);
        }
    }

    private void add(double time, List<Double> found) {
        if (++foundCount > LARGEST_COUNT) {
            throw new ModelException("expected at most " + LARGEST_COUNT + " jumps and kinks of step, ramp, abs, max, min, table and where arguments of sqrt, log and powers "
                    + "pass the real axis, found more between t = " + from + " and t = " + to + WHAT_HELPS);
        }
        found.add(time);
    }

    /** Adds the zero of a function that is monotone in a box, if it has one there. */
    private void addCrossing(Piece piece, double lo, double hi, List<Double> found) {
        double atLo = piece.value(lo);
        double atHi = piece.value(hi);
        if (atLo == 0 || atHi == 0) {
            add(atLo == 0 ? lo : hi, found);
        } else if (atLo < 0 != atHi < 0) {
            add(crossing(piece::value, lo, hi), found);
        }
    }

    private void addAroundTurningPoint(Piece piece, double lo, double hi, List<Double> found) {
        if (piece.rate(lo) < 0 != piece.rate(hi) < 0) {
            double turning = crossing(piece::rate, lo, hi);
            double extremum = piece.value(turning);
            if (extremum < 0 != piece.value(lo) < 0 || extremum < 0 != piece.value(hi) < 0) {
                addCrossing(piece, lo, turning, found);
                addCrossing(piece, turning, hi, found);
            } else {
                add(turning, found);
            }
        } else {
            addCrossing(piece, lo, hi, found);
        }
    }

    /** Bisects a change of sign down to neighbouring numbers and returns the one where the function is smaller. */
    private static double crossing(DoubleUnaryOperator f, double start, double end) {
        double lo = start;
        double hi = end;
        double atLo = f.applyAsDouble(lo);
        for (int i = 0; i < LARGEST_HALVING_COUNT; i++) {
            double middle = lo + (hi - lo) / 2;
            double atMiddle = f.applyAsDouble(middle);
            if (atMiddle == 0 || middle <= lo || middle >= hi) {
                return atMiddle == 0 ? middle : nearest(f, lo, hi);
            }
            if (atMiddle < 0 == atLo < 0) {
                lo = middle;
            } else {
                hi = middle;
            }
        }
        return nearest(f, lo, hi);
    }

    private static double nearest(DoubleUnaryOperator f, double lo, double hi) {
        return Math.abs(f.applyAsDouble(lo)) <= Math.abs(f.applyAsDouble(hi)) ? lo : hi;
    }
}
