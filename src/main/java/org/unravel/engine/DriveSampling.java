package org.unravel.engine;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.unravel.model.Bath;
import org.unravel.model.Channel;
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
final class DriveSampling {

    /** A few roundings: what polynomials may leave out, in units of the largest value in the run. */
    static final double RESOLVED = 1e-15;
    /** So many times more may be missing between the nodes, where the interpolation rounds by a few dozen products. */
    private static final double PROBED = 100;
    private static final NodeProbes PROBES = new NodeProbes();
    /** Numbers of a function: real and imaginary part, and the same of its derivative. */
    private static final int PARTS = 4;
    private static final int N = ChebyshevNodes.COUNT;

    private final Model model;
    private final Map<TimeFunction, double[][]> samples = new LinkedHashMap<>();
    private StepSchedule schedule;

    private DriveSampling(Model model) {
        this.model = model;
    }

    /**
     * Samples functions of a model.
     *
     * @throws ModelException if a rate is negative or not finite at a node, or if the pieces become too many
     */
    static DriveSampling of(Model model, List<TimeFunction> functions) {
        DriveSampling sampling = new DriveSampling(model);
        int[] divisions = new int[model.time().pointCount() - 1];
        Arrays.fill(divisions, 1);
        for (;;) {
            sampling.schedule = StepSchedule.of(model, divisions);
            sampling.checkRates();
            boolean[] cut = new boolean[divisions.length];
            functions.forEach(f -> sampling.sample(f, cut));
            boolean complete = true;
            for (boolean c : cut) {
                complete &= !c;
            }
            if (complete) {
                return sampling;
            }
            GridTables.halve(model, divisions, cut);
        }
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

    /** Samples a function and marks the grid intervals in which it is not resolved. */
    private void sample(TimeFunction f, boolean[] cut) {
        List<Step> steps = schedule.steps();
        double[][] parts = new double[PARTS][steps.size() * N + 1];
        for (int p = 0; p < steps.size(); p++) {
            for (int j = 0; j < N; j++) {
                put(f.at(steps.get(p).time(ChebyshevNodes.node(j)), steps.get(p).branch()), parts, p * N + j);
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
            int interval = steps.get(p).interval();
            cut[interval] = cut[interval] || !isResolved(f, steps.get(p), parts, p * N, resolved * value, resolved * rate);
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

    /** Whether polynomials leave out no more than {@code value} of a function and {@code rate} of its derivative. */
    private static boolean isResolved(TimeFunction f, Step step, double[][] parts, int from, double value, double rate) {
        double[] series = new double[N];
        for (int q = 0; q < PARTS; q++) {
            ChebyshevNodes.coefficients(Arrays.copyOfRange(parts[q], from, from + N), series);
            if (!(ChebyshevSeries.rest(series, Drive.MOST_POWERS) <= (q < 2 ? value : rate))) {
                return false;
            }
        }
        for (int i = 0; i < PROBES.count(); i++) {
            TimeFunction.Value expected = f.at(step.time(PROBES.place(i)), step.branch());
            if (!(PROBES.missing(i, expected, parts[0], from, parts[1], from) <= PROBED * value)) {
                return false;
            }
        }
        return true;
    }

    private void checkRates() {
        for (Step step : schedule.steps()) {
            for (Bath bath : model.baths()) {
                for (Channel c : bath.channels()) {
                    StepTableBuilder.checkRate(step, bath, c);
                }
            }
        }
    }
}
