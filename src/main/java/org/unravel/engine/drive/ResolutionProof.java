package org.unravel.engine.drive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

import org.unravel.engine.sector.ExactTime;
import org.unravel.model.Caveat;
import org.unravel.model.Model;
import org.unravel.model.TimeBounds;
import org.unravel.model.TimeFunction;
import org.unravel.model.TimeGrid;
import org.unravel.numeric.ChebyshevNodes;

/**
 * Proves that the polynomials through the nodes of a step give every function at all times of the step, up to a {@link NegligibleAction}, or finds that they do
 * not: no pulse hides between the nodes.
 *
 * <p>The remainder of interpolation in N = 16 Chebyshev–Lobatto nodes of a span of length b is f⁽ᴺ⁾(ξ)/N! Π(t − t_j), and on [−1, 1]
 * |Π(x − x_j)| = |sin θ sin 15θ|/2¹⁴ ≤ 2⁻¹⁴, so that |f − p| ≤ 4 (b/4)ᴺ max|f⁽ᴺ⁾/N!| (Davis, Interpolation and Approximation, theorem 3.1.1; Trefethen,
 * Approximation Theory and Approximation Practice, chapter 3 for the nodes). {@link TimeFunction#bounds} bounds the last factor. Where that is too coarse for a
 * step, it is cut into boxes (branch and bound: Moore, Kearfott and Cloud, Introduction to Interval Analysis, section 5.4). A box is settled where f is a
 * polynomial on it by the same bound: both polynomials then differ by at most {@link #LEBESGUE} times what they differ by at the nodes of the box; or where f and p
 * are both so small that they do nothing in the time of the box. The largest boxes are cut first.
 */
public final class ResolutionProof {

    /** Lebesgue constant of 16 Chebyshev–Lobatto nodes: below 2/π ln 15 + 1 = 2.73 (Trefethen, theorem 15.2). */
    static final double LEBESGUE = 2.73;
    /** Boxes of one function in one step. A pulse of 1e-9 of the step is found with some 100. */
    private static final int MOST_BOXES = 4000;
    /** Boxes of all steps of a run: some seconds. */
    private static final int MOST_BOXES_OF_RUN = 500_000;
    /** A box may be dropped for what it does if that is this part of what the step may miss. */
    private static final double SHARE = 1.0 / 64;
    /** A function whose bounds over a box are as wide as so many times those at one time is constant there but for its own rounding, as where numbers cancel. */
    private static final double NOISE = 4;
    /** A part of a step over which every function that has bounds has finite ones, but next to its poles. */
    private static final double TINY = 1e-6;
    private static final int N = ChebyshevNodes.COUNT;

    /** Part of a step that is not settled. */
    private record Box(double from, double to, double weight) {
    }

    /** What was not proven of a function. */
    private record Gap(Caveat.Kind kind, double from, double to) {

        Gap with(Gap other) {
            return new Gap(kind, Math.min(from, other.from), Math.max(to, other.to));
        }
    }

    private final List<DrivingFunction> functions;
    private final NegligibleAction negligible;
    private final Map<String, Gap> gaps = new LinkedHashMap<>();
    private final double[] re = new double[N];
    private final double[] im = new double[N];
    private final double[] weights = new double[N];
    private final double[] work = new double[N + 1];
    private final Map<DrivingFunction, Double> ofRun = new HashMap<>();
    private final TimeGrid time;
    private int boxesLeft = MOST_BOXES_OF_RUN;

    /** A proof for some functions of a model. */
    public ResolutionProof(Model model, List<DrivingFunction> functions) {
        this.functions = functions;
        this.time = model.time();
        this.negligible = new NegligibleAction(time);
    }

    /** The functions. */
    public List<DrivingFunction> functions() {
        return functions;
    }

    /** The function that the nodes of a step do not give, or null where they give all, or where that could not be found out, which is kept for {@link #caveats}. */
    public DrivingFunction missed(Step step) {
        for (DrivingFunction f : functions) {
            if (!holds(f, step)) {
                return f;
            }
        }
        return null;
    }

    /** False where the nodes of a step are found not to give a function. */
    boolean holds(DrivingFunction f, Step step) {
        double length = step.length();
        double rate = NegligibleAction.rate(f, length);
        double action = negligible.ofStep(length);
        double allowed = action / (rate * length);
        if (rate == 0 || remainder(ofRun.computeIfAbsent(f, this::coefficientOfRun), length) <= allowed) {
            return true;
        }
        TimeBounds whole = bounds(f, step, -1, 1);
        if (remainder(whole.modulus(N), length) <= allowed) {
            return true;
        }
        if (isUnknown(whole) && isUnknown(bounds(f, step, 0, TINY))) {
            addGap(f, new Gap(Caveat.Kind.UNPROVEN, step.start(), step.end()));
            return true;
        }
        return new Search(f, step, rate, action, allowed).holds(whole);
    }

    /** Bound of |f⁽ᴺ⁾/N!| at all times: for what turns evenly, as a laser, one answer serves all steps. Infinite where f has breakpoints or no bounds. */
    private double coefficientOfRun(DrivingFunction f) {
        if (f.function().breakpoints(time.start(), time.end()).length > 0) {
            return Double.POSITIVE_INFINITY;
        }
        double modulus = f.function().bounds(time.start(), time.end(), time.start() + (time.end() - time.start()) / 2, N).modulus(N);
        return Double.isNaN(modulus) ? Double.POSITIVE_INFINITY : modulus;
    }

    /** Width of the bounds of a function. */
    private static double width(TimeBounds bounds) {
        return Math.hypot(bounds.re().hi(0) - bounds.re().lo(0), bounds.im().hi(0) - bounds.im().lo(0));
    }

    private static boolean isUnknown(TimeBounds bounds) {
        return Double.isInfinite(bounds.modulus(0)) && Double.isInfinite(bounds.modulus(N));
    }

    private static TimeBounds bounds(DrivingFunction f, Step step, double from, double to) {
        return f.function().bounds(step.time(from), step.time(to), step.branch(), N);
    }

    /** Bound of |f − p| over a span of a length, from one of |f⁽ᴺ⁾/N!|. */
    private static double remainder(double coefficient, double length) {
        double quarter = length / 4;
        double power = quarter * quarter * quarter * quarter;
        // An unknown bound stays unknown however short the span.
        return coefficient == 0 ? 0 : 4 * power * power * power * power * coefficient;
    }

    /** What stays unproven; empty where all steps that were asked for are settled. */
    public List<Caveat> caveats() {
        List<Caveat> caveats = new ArrayList<>();
        gaps.forEach((key, gap) -> caveats.add(new Caveat(gap.kind, gap.kind == Caveat.Kind.UNPROVEN
                ? "expected bounds of " + key + " as a function of time, found none between t = " + gap.from + " and t = " + gap.to
                        + ": a pulse between the nodes of a step may be missed; a function that the program knows has bounds"
                : "expected to find every pulse of " + key + ", gave up between t = " + gap.from + " and t = " + gap.to
                        + ": a pulse there may be missed; more grid points, or a function that varies less over the run, would help")));
        return caveats;
    }

    private void addGap(DrivingFunction f, Gap gap) {
        gaps.merge(f.key(), gap, Gap::with);
    }

    /** Branch and bound over one step. */
    private final class Search {

        private final DrivingFunction f;
        private final Step step;
        private final double rate;
        private final double action;
        private final double allowed;
        private final PriorityQueue<Box> boxes = new PriorityQueue<>(Comparator.comparingDouble(b -> -b.weight));
        private double size;
        private double slope;
        private double spent;

        Search(DrivingFunction f, Step step, double rate, double action, double allowed) {
            this.f = f;
            this.step = step;
            this.rate = rate;
            this.action = action;
            this.allowed = allowed;
        }

        boolean holds(TimeBounds whole) {
            for (int j = 0; j < N; j++) {
                TimeFunction.Value value = at(ChebyshevNodes.node(j));
                re[j] = value.re();
                im[j] = value.im();
                size = Math.max(size, size(value));
                slope = Math.max(slope, slope(value));
            }
            boxes.add(new Box(-1, 1, Double.POSITIVE_INFINITY));
            TimeBounds bounds = whole;
            for (int count = 0; !boxes.isEmpty(); count++) {
                Box box = boxes.poll();
                bounds = bounds == null ? bounds(f, step, box.from, box.to) : bounds;
                if (!isSettled(box, bounds)) {
                    if (count >= MOST_BOXES || boxesLeft-- <= 0) {
                        giveUp(box, bounds);
                        return true;
                    }
                    cut(box, bounds);
                }
                if (spent > action) {
                    return false;
                }
                bounds = null;
            }
            return true;
        }

        private TimeFunction.Value at(double x) {
            return step.exactTime(x).of(f.function());
        }

        /** True if a box needs no cut; adds what the step may miss there. */
        private boolean isSettled(Box box, TimeBounds bounds) {
            double part = rate * step.length() * (box.to - box.from) / 2;
            double largest = bounds.modulus(0);
            if (largest <= allowed || largest * part <= SHARE * action) {
                double most = largest + LEBESGUE * largestPolynomial(box);
                if (most <= allowed) {
                    return true;
                }
                if (most * part <= SHARE * action && spent + most * part <= action) {
                    spent += most * part;
                    return true;
                }
            }
            double remainder = remainder(bounds.modulus(N), step.length() * (box.to - box.from) / 2);
            boolean isPolynomial = remainder <= Math.max(allowed, NegligibleAction.rounding(Math.min(largest, size)));
            double noise = isPolynomial ? 0 : NOISE * width(f.function().bounds(middle(box), middle(box), step.branch(), 0));
            if (!isPolynomial && !(width(bounds) <= noise)) {
                return false;
            }
            spent += part * largestDeviation(box, noise);
            return true;
        }

        private double middle(Box box) {
            return step.time((box.from + box.to) / 2);
        }

        private void cut(Box box, TimeBounds bounds) {
            double middle = (box.from + box.to) / 2;
            double weight = Math.min(bounds.modulus(0), Double.MAX_VALUE) * (box.to - box.from);
            boxes.add(new Box(box.from, middle, weight));
            boxes.add(new Box(middle, box.to, weight));
        }

        /** Largest |p| at the nodes of a box. */
        private double largestPolynomial(Box box) {
            double most = 0;
            for (int j = 0; j < N; j++) {
                weigh(place(box, j));
                most = Math.max(most, Math.abs(polynomial(re)) + Math.abs(polynomial(im)));
            }
            return most;
        }

        /** Largest |f − p| at the nodes of a box, beyond what may be missed and what rounding of values and times does. */
        private double largestDeviation(Box box, double noise) {
            double most = 0;
            for (int j = 0; j < N; j++) {
                double x = place(box, j);
                TimeFunction.Value value = at(x);
                weigh(x);
                double deviation = Math.abs(polynomial(re) - value.re()) + Math.abs(polynomial(im) - value.im());
                double rounding = NegligibleAction.rounding(Math.max(size, size(value))) + timeRounding(x) * (slope(value) + LEBESGUE * slope);
                if (!(deviation <= allowed + noise + rounding)) {
                    most = Math.max(most, Double.isNaN(deviation) ? Double.POSITIVE_INFINITY : deviation);
                }
            }
            return most;
        }

        /** What the rounding of a time does to a function of its slope is no change that a step must follow. */
        private double timeRounding(double x) {
            ExactTime time = step.exactTime(x);
            return time.rest() == 0 ? Math.ulp(time.t()) : 0;
        }

        private double place(Box box, int node) {
            return box.from + (box.to - box.from) * (ChebyshevNodes.node(node) + 1) / 2;
        }

        private void weigh(double x) {
            ChebyshevNodes.interpolationWeights(x, work, weights);
        }

        private double polynomial(double[] values) {
            double sum = 0;
            for (int j = 0; j < N; j++) {
                sum += weights[j] * values[j];
            }
            return sum;
        }

        private void giveUp(Box box, TimeBounds bounds) {
            Caveat.Kind kind = isUnknown(bounds) ? Caveat.Kind.UNPROVEN : Caveat.Kind.SEARCH_GIVEN_UP;
            Gap gap = new Gap(kind, step.time(box.from), step.time(box.to));
            for (Box other : boxes) {
                gap = gap.with(new Gap(kind, step.time(other.from), step.time(other.to)));
            }
            addGap(f, gap);
        }
    }

    private static double size(TimeFunction.Value value) {
        return Math.abs(value.re()) + Math.abs(value.im());
    }

    private static double slope(TimeFunction.Value value) {
        double slope = Math.abs(value.rateRe()) + Math.abs(value.rateIm());
        return slope < Double.POSITIVE_INFINITY ? slope : 0;
    }
}
