package org.unravel.engine.drive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.unravel.model.Caveat;
import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.model.TimeFunction;
import org.unravel.numeric.ChebyshevNodes;

/**
 * Time functions and their exact derivatives at the Chebyshev nodes of pieces that are short enough for polynomials.
 *
 * <p>A piece is cut in two while, of any function, the Chebyshev coefficients from {@link Drive#MOST_POWERS} on add up to more than {@link #RESOLVED}
 * of its largest value and the rounding of time, or the polynomial misses a value between the nodes. What is left out of a series is below the sum of its moduli (Trefethen,
 * Approximation Theory and Approximation Practice, theorem 3.1 and eq. 8.2).
 */
public final class DriveSampling {

    /** A few roundings: what polynomials may leave out, in units of the largest value in the run. */
    public static final double RESOLVED = 1e-15;
    /** The same, with some for its evaluation, in units of the largest value on the piece. */
    private static final double PIECE_ROUNDING = 4 * RESOLVED;
    /** What the value of an observable may miss, which shows at the grid times alone. */
    private static final double OBSERVED = 1e-13;
    /** So many times more may be missing between the nodes, where the interpolation rounds by a few dozen products. */
    private static final double PROBED = 100;
    private static final NodeProbes PROBES = new NodeProbes();
    /** Pieces of a run: their polynomials then take some hundred megabytes. */
    private static final int MOST_PIECES = 1 << 17;
    /** What else depends on time; it matters at grid times only. */
    private static final String OBSERVABLES = "observables";
    /** Numbers of a function: real and imaginary part, and the same of its derivative. */
    private static final int PARTS = 4;
    private static final int N = ChebyshevNodes.COUNT;

    private final Model model;
    private final Map<TimeFunction, DrivingFunction> driving = new HashMap<>();
    private final ResolutionProof proof;
    private final NegligibleAction negligible;
    private final Map<Step, Boolean> proven = new HashMap<>();
    private final Map<TimeFunction, double[][]> samples = new LinkedHashMap<>();
    private StepSchedule schedule;
    /** Where a step was among those of the schedule before, or −1 for a new one. */
    private int[] before = {};

    private DriveSampling(Model model, List<TimeFunction> functions) {
        this.model = model;
        this.negligible = new NegligibleAction(model.time());
        List<DrivingFunction> all = DrivingFunction.among(DrivingFunction.withUnitaryHeat(model), functions);
        all.forEach(f -> driving.put(f.function(), f));
        this.proof = new ResolutionProof(model, all);
    }

    /**
     * Samples functions of a model.
     *
     * @throws ModelException if a rate is negative or not finite at a node, or if the pieces become too many
     */
    static DriveSampling of(Model model, List<TimeFunction> functions) {
        DriveSampling sampling = new DriveSampling(model, functions);
        sampling.take(StepSchedule.of(model));
        for (;;) {
            sampling.checkRates();
            String[] cut = new String[sampling.schedule.steps().size()];
            functions.forEach(f -> sampling.sample(f, cut));
            sampling.prove(cut);
            if (Arrays.stream(cut).allMatch(Objects::isNull)) {
                return sampling;
            }
            sampling.take(sampling.halved(cut));
        }
    }

    private void take(StepSchedule next) {
        before = new int[next.steps().size()];
        int old = 0;
        for (int p = 0; p < before.length; p++) {
            Step step = next.steps().get(p);
            while (schedule != null && old < schedule.steps().size() && schedule.steps().get(old).start() < step.start()) {
                old++;
            }
            before[p] = schedule != null && old < schedule.steps().size() && schedule.steps().get(old).equals(step) ? old : -1;
        }
        schedule = next;
    }

    /** Marks the pieces that pass by their nodes and in which something is found between them. */
    private void prove(String[] cut) {
        for (int p = 0; p < cut.length; p++) {
            if (cut[p] == null) {
                Step step = schedule.steps().get(p);
                if (!proven.computeIfAbsent(step, s -> proof.missed(s) == null)) {
                    cut[p] = proof.missed(step).key();
                }
            }
        }
    }

    private StepSchedule halved(String[] cut) {
        List<Step> halved = new ArrayList<>();
        int most = MOST_PIECES + model.time().pointCount();
        for (int p = 0; p < cut.length; p++) {
            Step step = schedule.steps().get(p);
            if (cut[p] == null) {
                halved.add(step);
            } else {
                StepRefinement.require(step.depth() < Step.DEEPEST && halved.size() + cut.length - p < most, most, cut[p], step, schedule);
                halved.add(step.half(0));
                halved.add(step.half(1));
            }
        }
        return new StepSchedule(halved);
    }

    /** What could not be made sure of. */
    List<Caveat> caveats() {
        return proof.caveats();
    }

    StepSchedule schedule() {
        return schedule;
    }

    /** Real part of a function at node j of piece p at 16 p + j, and the value just after the end. */
    double[] re(TimeFunction f) {
        return samples.get(f)[0];
    }

    /** The same of the imaginary part. */
    double[] im(TimeFunction f) {
        return samples.get(f)[1];
    }

    /** The same of the real part of the derivative. */
    double[] rateRe(TimeFunction f) {
        return samples.get(f)[2];
    }

    /** The same of the imaginary part of the derivative. */
    double[] rateIm(TimeFunction f) {
        return samples.get(f)[3];
    }

    /** Samples a function and marks the pieces in which it is not resolved, with its key. */
    private void sample(TimeFunction f, String[] cut) {
        List<Step> steps = schedule.steps();
        double[][] known = samples.get(f);
        double[][] parts = new double[PARTS][steps.size() * N + 1];
        for (int p = 0; p < steps.size(); p++) {
            for (int q = 0; before[p] >= 0 && q < PARTS; q++) {
                System.arraycopy(known[q], before[p] * N, parts[q], p * N, N);
            }
            for (int j = 0; before[p] < 0 && j < N; j++) {
                put(steps.get(p).exactTime(ChebyshevNodes.node(j)).of(f), parts, p * N + j);
            }
        }
        put(f.at(model.time().end(), schedule.branchAfter(steps.size() - 1, model.time())), parts, steps.size() * N);
        samples.put(f, parts);
        double value = Math.max(largest(parts[0]), largest(parts[1]));
        // What the rounding of a value does to its slope over a step is no change that a step must follow.
        double rate = Math.max(value / model.time().step(), Math.max(largest(parts[2]), largest(parts[3])));
        // A time is rounded, which a function of its slope (as of ωt) cannot but follow; its derivative as much, relative to itself.
        double resolved = value == 0 ? RESOLVED : RESOLVED + NodeProbes.timeRounding(model.time()) * rate / value;
        for (int p = 0; p < steps.size(); p++) {
            if (cut[p] == null && !isResolved(f, steps.get(p), parts, p * N, resolved * value, resolved * rate)) {
                cut[p] = key(f);
                StepRefinement.require(steps.get(p).depth() > 0 || least(steps.get(p), parts, p * N) < MOST_PIECES, MOST_PIECES, cut[p], steps.get(p), schedule);
            }
        }
    }

    private static void put(TimeFunction.Value value, double[][] parts, int at) {
        // A sum with zero is never the negative zero, which would pass for another value.
        parts[0][at] = value.re() + 0.0;
        parts[1][at] = value.im() + 0.0;
        parts[2][at] = value.rateRe() + 0.0;
        parts[3][at] = value.rateIm() + 0.0;
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double v : values) {
            largest = Math.max(largest, Math.abs(v));
        }
        return largest;
    }

    /** About how many pieces a function needs at least, as in {@link org.unravel.engine.grid.StepCoefficients#least}: by the median of its slopes. */
    private static double least(Step step, double[][] parts, int from) {
        double[] slopes = new double[N];
        double size = 0;
        for (int j = 0; j < N; j++) {
            slopes[j] = Math.abs(parts[2][from + j]) + Math.abs(parts[PARTS - 1][from + j]);
            size = Math.max(size, Math.abs(parts[0][from + j]) + Math.abs(parts[1][from + j]));
        }
        Arrays.sort(slopes);
        return slopes[N / 2 - 1] * step.length() / 2 / (2 * (N - 1) * size);
    }

    private String key(TimeFunction f) {
        return driving.containsKey(f) ? driving.get(f).key() : OBSERVABLES;
    }

    /**
     * What polynomials may leave out of a function on a piece: what is rounding of its largest value in the run, but no more than does nothing there, or is rounding
     * of its values on the piece, or of what they are functions of, as of ωt: that is rounded like the time, whatever is known of the time itself.
     */
    private double allowed(TimeFunction f, Step step, double largest, double slope, double ofRun) {
        DrivingFunction d = driving.get(f);
        if (d == null) {
            return Math.max(ofRun, OBSERVED * largest);
        }
        double rounding = Math.max(PIECE_ROUNDING * largest, NodeProbes.timeRounding(model.time()) * slope);
        return Math.min(ofRun, Math.max(rounding, action(d, step)));
    }

    private double action(DrivingFunction d, Step step) {
        return negligible.ofStep(step.length()) / (NegligibleAction.rate(d, step.length()) * step.length());
    }

    /** The same of a derivative, which the power alone takes. */
    private double allowedRate(TimeFunction f, Step step, double largest, double ofRun) {
        DrivingFunction d = driving.get(f);
        double power = d == null ? Double.POSITIVE_INFINITY : negligible.ofStep(step.length()) / (Math.max(d.rate(), d.energy()) * step.length());
        return Math.max(ofRun, Math.max(PIECE_ROUNDING * largest, power));
    }

    private static double largest(double[] values, int from) {
        return largest(Arrays.copyOfRange(values, from, from + N));
    }

    /** Whether polynomials leave out no more than may be: of the run {@code value} of a function and {@code rate} of its derivative. */
    private boolean isResolved(TimeFunction f, Step step, double[][] parts, int from, double ofRun, double rateOfRun) {
        double[] series = new double[N];
        double slope = Math.max(largest(parts[2], from), largest(parts[3], from));
        double value = allowed(f, step, Math.max(largest(parts[0], from), largest(parts[1], from)), slope, ofRun);
        double rate = allowedRate(f, step, slope, rateOfRun);
        for (int q = 0; q < PARTS; q++) {
            ChebyshevNodes.coefficients(Arrays.copyOfRange(parts[q], from, from + N), series);
            if (!(ChebyshevSeries.rest(series, Drive.MOST_POWERS) <= (q < 2 ? value : rate))) {
                return false;
            }
        }
        for (int i = 0; i < PROBES.count(); i++) {
            TimeFunction.Value expected = step.exactTime(PROBES.place(i)).of(f);
            if (!(PROBES.missing(i, expected, parts[0], from, parts[1], from) <= PROBED * value)) {
                return false;
            }
        }
        return true;
    }

    private void checkRates() {
        for (int p = 0; p < before.length; p++) {
            if (before[p] < 0) {
                RateCheck.require(model, schedule.steps().get(p));
            }
        }
    }
}
