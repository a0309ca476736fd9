package org.unravel.exact;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.unravel.model.Caveat;
import org.unravel.model.Model;
import org.unravel.model.Tolerance;

/**
 * The longest step at every time that goes past nothing unseen. Each smooth piece of the run is halved until, by interval bounds of its Taylor coefficients, every
 * function that drives the model is a polynomial of degree 15 on each part but for what does nothing ({@link #UNSEEN}). A step of twelve stages inside a part
 * then sees all there is, whatever the grid.
 *
 * <p>Immutable.
 */
final class ResolvedSteps {

    /** Largest change of a probability, or of an energy in units of its scale, that may hide between the stages of a step: a hundredth of what is promised. */
    private static final double UNSEEN = 1e-11;

    /** Part of {@link #UNSEEN} below which a function is let go altogether in one part, however it looks: at a singularity nothing is a polynomial. */
    private static final double NOTHING = 0.1 * UNSEEN;

    /** Of all parts together that was let go: a tenth of what is promised. */
    private static final double MOST_LEFT_OUT = 0.1 * Tolerance.RESULT;

    /** Bounds that are worked out before the search is given up: a second or so. */
    private static final int MOST_BOUNDS = 400_000;

    /** Parts shorter than so many roundings of the time are not halved. */
    private static final int LEAST_ULPS = 8;

    /**
     * Neighbouring parts whose longest step is one.
     *
     * @param end their end
     * @param longest length of the shortest
     */
    record Stretch(double end, double longest) {
    }

    /** A smooth piece: its end, its stretches, and whether nothing changes in it. */
    private record Piece(double end, List<Stretch> stretches, boolean constant) {
    }

    private record Part(double from, double to, List<Influence> open) {
    }

    private final List<Piece> pieces;
    private final Optional<Caveat> caveat;
    private final double partCount;

    private ResolvedSteps(List<Piece> pieces, Optional<Caveat> caveat) {
        this.pieces = List.copyOf(pieces);
        this.caveat = caveat;
        this.partCount = pieces.stream().mapToDouble(p -> p.stretches.size()).sum();
    }

    /** One search. */
    private static final class Search {

        private final double fallback;
        private int boundCount;
        private double leftOut;
        private String givenUp = "";

        Search(double fallback) {
            this.fallback = fallback;
        }

        Piece piece(double from, double to, List<Influence> influences) {
            double branch = 0.5 * (from + to);
            List<Influence> moving = influences.stream().filter(f -> !f.isConstant(from, to, branch)).toList();
            boundCount += influences.size();
            List<Double> edges = new ArrayList<>(List.of(from));
            Deque<Part> parts = new ArrayDeque<>(List.of(new Part(from, to, moving)));
            for (Influence f : moving) {
                if (f.isUnknown(from, to, branch)) {
                    giveUp(f, from, to);
                }
            }
            while (!parts.isEmpty()) {
                Part part = parts.pop();
                List<Influence> open = givenUp.isEmpty() ? open(part, branch) : List.of();
                double middle = part.from + (part.to - part.from) / 2;
                boolean tooLong = !givenUp.isEmpty() && part.to - part.from > fallback;
                if (open.isEmpty() && !tooLong || part.to - part.from <= LEAST_ULPS * Math.ulp(Math.max(Math.abs(part.from), Math.abs(part.to)))) {
                    edges.add(part.to);
                } else {
                    parts.push(new Part(middle, part.to, open));
                    parts.push(new Part(part.from, middle, open));
                }
            }
            return new Piece(to, stretches(edges), moving.isEmpty());
        }

        private List<Influence> open(Part part, double branch) {
            List<Influence> open = new ArrayList<>();
            for (Influence f : part.open) {
                boundCount++;
                double action = f.action(part.from, part.to, branch);
                if (action <= NOTHING) {
                    leftOut += action;
                } else if (!(f.remainder(part.from, part.to, branch) <= UNSEEN)) {
                    open.add(f);
                }
            }
            if (boundCount > MOST_BOUNDS && !open.isEmpty()) {
                giveUp(open.get(0), part.from, part.to);
            }
            return open;
        }

        /** Each part lets go next to nothing, but there may be many. */
        void judgeLeftOut() {
            if (leftOut > MOST_LEFT_OUT && givenUp.isEmpty()) {
                givenUp = String.format(Locale.ROOT, "the exact side cannot prove that it sees all that drives the model: parts that each do next to nothing may do %.1e together",
                        leftOut);
            }
        }

        private void giveUp(Influence f, double from, double to) {
            if (givenUp.isEmpty()) {
                givenUp = String.format(Locale.ROOT, "the exact side cannot prove that it sees all of %s from t = %s on: a pulse shorter than a step of the grid"
                        + " may be missed; fewer or slower oscillations, or a finer grid, would help", f.name(), from);
            }
        }
    }

    /** Searches the whole run of a model between its breakpoints. */
    static ResolvedSteps of(Model model, double[] edges) {
        List<Influence> influences = Influence.of(model, energyScale(model, edges));
        if (influences.isEmpty()) {
            return new ResolvedSteps(List.of(new Piece(edges[edges.length - 1], List.of(), true)), Optional.empty());
        }
        Search search = new Search(model.time().step());
        List<Piece> pieces = new ArrayList<>();
        for (int i = 1; i < edges.length; i++) {
            pieces.add(search.piece(edges[i - 1], edges[i], influences));
        }
        search.judgeLeftOut();
        Optional<Caveat> caveat = search.givenUp.isEmpty() ? Optional.empty()
                : Optional.of(new Caveat(Caveat.Kind.SEARCH_GIVEN_UP, search.givenUp));
        return new ResolvedSteps(pieces, caveat);
    }

    /**
     * The largest ‖E‖ and quantum just after each breakpoint; pulses in between make it larger, and less to be found. Where that is below the rounding of a pulse, as at its
     * far flank, the rounding is all that can be asked for.
     */
    private static double energyScale(Model model, double[] edges) {
        CompiledOperator energy = CompiledOperator.of(model.energy());
        double scale = 0;
        for (int i = 1; i < edges.length; i++) {
            double branch = 0.5 * (edges[i - 1] + edges[i]);
            energy.moveTo(edges[i - 1], branch);
            double from = edges[i - 1];
            scale = Math.max(scale, energy.rowSumNorm());
            scale = Math.max(scale, model.channels().stream().mapToDouble(c -> Math.abs(c.heat().at(from, branch).re())).max().orElse(0));
        }
        double peak = PeakBound.ofEnergies(model, edges);
        scale = scale < PeakBound.ROUNDING * peak ? PeakBound.ROUNDING / UNSEEN * peak : scale;
        return scale > 0 && scale < Double.POSITIVE_INFINITY ? scale : 1;
    }

    /** Neighbours are joined while the steps they then take at least are at most twice as many. */
    private static List<Stretch> stretches(List<Double> edges) {
        List<Stretch> all = new ArrayList<>();
        double start = edges.get(0);
        double longest = Double.POSITIVE_INFINITY;
        int count = 0;
        for (int i = 1; i < edges.size(); i++) {
            double length = edges.get(i) - edges.get(i - 1);
            double joined = Math.min(longest, length);
            if (count > 0 && (edges.get(i) - start) / joined > 2.0 * (count + 1)) {
                all.add(new Stretch(edges.get(i - 1), longest));
                start = edges.get(i - 1);
                count = 0;
                joined = length;
            }
            longest = joined;
            count++;
        }
        all.add(new Stretch(edges.get(edges.size() - 1), longest));
        return List.copyOf(all);
    }

    /** True if nothing that drives the model changes in the smooth piece that a time lies in. */
    boolean isConstant(double inside) {
        return piece(inside).constant;
    }

    /** True if a smooth piece ends at a time, to some rounding. */
    boolean isBreakpoint(double t, double rounding) {
        Piece piece = piece(t - rounding);
        return Math.abs(piece.end - t) <= rounding;
    }

    /** True if two times lie in one smooth piece. */
    boolean isSamePiece(double one, double other) {
        return piece(one) == piece(other);
    }

    private Piece piece(double inside) {
        int low = 0;
        int high = pieces.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (pieces.get(middle).end > inside) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return pieces.get(low);
    }

    /** The stretches of the piece that a time lies in, from that of a first time on, cut off at a last one. */
    List<Stretch> between(double first, double last, double inside) {
        List<Stretch> all = piece(inside).stretches;
        int i = 0;
        int high = all.size() - 1;
        while (i < high) {
            int middle = (i + high) >>> 1;
            if (all.get(middle).end > first) {
                high = middle;
            } else {
                i = middle + 1;
            }
        }
        List<Stretch> some = new ArrayList<>();
        for (; i < all.size(); i++) {
            Stretch s = all.get(i);
            if (i == all.size() - 1 || s.end >= last) {
                some.add(new Stretch(last, s.longest));
                return some;
            }
            some.add(s);
        }
        return List.of(new Stretch(last, Double.POSITIVE_INFINITY));
    }

    /** Why a part of the run could not be searched. */
    Optional<Caveat> caveat() {
        return caveat;
    }

    /** How many stretches there are. */
    double stretchCount() {
        return partCount;
    }
}
