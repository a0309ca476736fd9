package org.unravel.modelfile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

import org.unravel.model.TimeDependentOperator;
import org.unravel.model.TimeFunction;
import org.unravel.model.TimeGrid;
import org.unravel.numeric.ChebyshevNodes;

/**
 * Marks peaks that the places at which a step is looked at do not show, so that every integration stops there and sees them.
 *
 * <p>Interval arithmetic bounds a function between those places (Moore, Kearfott and Cloud, Introduction to Interval Analysis, SIAM 2009, sections 5.4 and
 * 6.4): times whose bounds stay near what the places show are dropped, others halved, those with the farthest bounds first. One mark for each smooth piece of a
 * grid interval is enough: from there on steps are cut to the width of the peak. What is not looked for: peaks below {@link #FAINT} of the largest value, and
 * more than {@link #MOST_BOXES} halvings.
 */
final class NarrowPeaks {

    /** Peaks lower than this part of a function's largest value may stay unseen. */
    private static final double FAINT = 0.01;
    /** Halvings in one piece; a peak of 1e-6 of it takes some 40 where the bounds are sharp. */
    private static final int MOST_BOXES = 1000;
    /** Halvings for one function, so that bounds that are never sharp take a fraction of a second. */
    private static final int MOST_BOXES_OF_FUNCTION = 200_000;
    private static final int N = ChebyshevNodes.COUNT;

    private final TimeGrid grid;

    NarrowPeaks(TimeGrid grid) {
        this.grid = grid;
    }

    /** A time span with how far the function may lie beyond a band there. */
    private record Box(double from, double to, double excess) {
    }

    /** A part of a function on a smooth piece. */
    private record Piece(Scalar scalar, boolean imaginary, double from, double to) {

        double branch() {
            return from + (to - from) / 2;
        }

        double at(double t) {
            TimeFunction.Value v = scalar.at(t, branch());
            return imaginary ? v.im() : v.re();
        }

        /** How far bounds over a span lie outside a band: the sharper of the function's own and those by its slope from the middle. */
        double excess(double lo, double hi, double least, double most) {
            Complex<Enclosure> z = scalar.evaluate(Moment.over(lo, hi, branch()));
            Enclosure bounds = imaginary ? z.im() : z.re();
            double middle = at(lo + (hi - lo) / 2);
            double reach = (hi - lo) / 2 * Math.max(Math.abs(bounds.rate().lo()), Math.abs(bounds.rate().hi()));
            double above = Math.min(bounds.value().hi(), Double.isNaN(reach) ? Double.POSITIVE_INFINITY : middle + reach) - most;
            double below = least - Math.max(bounds.value().lo(), Double.isNaN(reach) ? Double.NEGATIVE_INFINITY : middle - reach);
            return Math.max(above, below);
        }
    }

    /** An operator whose coefficients have marks where they hide peaks; itself where they hide none. */
    TimeDependentOperator marked(TimeDependentOperator operator) {
        List<TimeDependentOperator.Term> terms = operator.terms().stream()
                .map(t -> new TimeDependentOperator.Term(marked(t.coefficient()), t.matrix())).toList();
        return terms.equals(operator.terms()) ? operator : TimeDependentOperator.of(operator.dimension(), terms);
    }

    /** A function with marks where it hides peaks; itself where it hides none. */
    TimeFunction marked(TimeFunction function) {
        if (function.isConstant() || !(function instanceof Scalar scalar)) {
            return function;
        }
        List<Double> marks = new ArrayList<>(find(scalar, false));
        if (!scalar.isReal()) {
            marks.addAll(find(scalar, true));
        }
        return marks.isEmpty() ? function : Scalars.total(List.of(scalar, new Kinks.Mark(new Scalars.Time(), marks.stream().sorted().distinct().toList())));
    }

    private List<Double> find(Scalar scalar, boolean imaginary) {
        if (imaginary && scalar.evaluate(Moment.over(grid.start(), grid.end(), grid.start())).isReal()) {
            return List.of();
        }
        List<Piece> pieces = pieces(scalar, imaginary);
        List<double[]> bands = pieces.stream().map(NarrowPeaks::band).toList();
        double largest = bands.stream().mapToDouble(b -> Math.max(Math.abs(b[0]), Math.abs(b[1]))).max().orElse(0);
        List<Double> found = new ArrayList<>();
        int boxes = 0;
        for (int p = 0; p < pieces.size() && boxes < MOST_BOXES_OF_FUNCTION; p++) {
            boxes += search(pieces.get(p), bands.get(p), largest, found);
        }
        return found;
    }

    private List<Piece> pieces(Scalar scalar, boolean imaginary) {
        double[] breakpoints = scalar.breakpoints(grid.start(), grid.end());
        List<Piece> pieces = new ArrayList<>();
        int b = 0;
        for (int i = 0; i + 1 < grid.pointCount(); i++) {
            double from = grid.time(i);
            double to = grid.time(i + 1);
            for (; b < breakpoints.length && breakpoints[b] < to; b++) {
                if (breakpoints[b] > from) {
                    pieces.add(new Piece(scalar, imaginary, from, breakpoints[b]));
                    from = breakpoints[b];
                }
            }
            pieces.add(new Piece(scalar, imaginary, from, to));
        }
        return pieces;
    }

    /** The least and the largest value at the places where engines look. */
    private static double[] band(Piece piece) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < N; j++) {
            double value = piece.at(piece.from + (piece.to - piece.from) * (ChebyshevNodes.node(j) + 1) / 2);
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        return new double[] {least, most};
    }

    /** Adds the place where the function lies farthest outside twice the band, within a factor of two, if there is one; returns the halvings. */
    private static int search(Piece piece, double[] band, double largest, List<Double> found) {
        double margin = band[1] - band[0] + FAINT * largest;
        double least = band[0] - margin;
        double most = band[1] + margin;
        PriorityQueue<Box> boxes = new PriorityQueue<>(Comparator.comparingDouble(b -> -b.excess));
        boxes.add(new Box(piece.from, piece.to, piece.excess(piece.from, piece.to, least, most)));
        double best = 0;
        double place = Double.NaN;
        int halvings = 0;
        // A band of no width lies in the rounding of a function that has underflown.
        while (boxes.peek().excess > Math.max(2 * best, Double.MIN_NORMAL) && halvings++ < MOST_BOXES) {
            Box box = boxes.poll();
            double middle = box.from + (box.to - box.from) / 2;
            double value = piece.at(middle);
            double outside = Math.max(value - most, least - value);
            if (outside > best) {
                best = outside;
                place = middle;
            }
            boxes.add(new Box(box.from, middle, piece.excess(box.from, middle, least, most)));
            boxes.add(new Box(middle, box.to, piece.excess(middle, box.to, least, most)));
        }
        if (best > 0) {
            found.add(place);
        }
        return halvings;
    }
}
