package org.unravel.engine;

import org.unravel.numeric.ChebyshevNodes;
import org.unravel.trajectory.EngineCounters;
import org.unravel.trajectory.LaneObserver;
import org.unravel.trajectory.TrajectoryStream;

/**
 * Takes one lane through a step in which it jumps, any number of times (driven-grid.md, scheme steps 4–5).
 *
 * <p>The norm of the ket is a polynomial through 16 nodes; its crossing of the threshold is bracketed between nodes and found by Newton.
 * The ket after the jump is continued back to the start of the step (virtual ket), so that the same tables serve again. One per worker.
 */
final class JumpResolver {

    private static final int N = ChebyshevNodes.COUNT;
    /** A Newton step below this leaves an error of its square: rounding. The test comes before the bracket's (driven-grid.md, pitfall 1). */
    private static final double CONVERGED = 1e-7;
    private static final int MOST_ITERATIONS = 60;
    private static final double[] WHOLE = new double[N];

    static {
        ChebyshevNodes.integrationWeights(1, new double[N + 1], WHOLE);
    }

    private final LaneStepper stepper;
    private final ChannelTable channels;
    private final EnergyTerms terms;
    private final NodeValues values = new NodeValues();
    private final double[] driftRate = new double[N];
    private final double[] workRate = new double[N];
    private final double[] unitaryRate = new double[N];
    private final double[] coefficients = new double[N];
    private final double[] work = new double[N + 1];
    private final double[] here = new double[N];
    private double[] from = new double[N];
    private double[] to = new double[N];
    private final double[] sRe;
    private final double[] sIm;
    private final double[] ketRe;
    private final double[] ketIm;
    private long jumps;
    private long rootIterations;
    private long laterJumps;
    private long grazings;

    JumpResolver(LaneStepper stepper, ChannelTable channels, EnergyTerms terms) {
        this.stepper = stepper;
        this.channels = channels;
        this.terms = terms;
        this.sRe = new double[stepper.dimension];
        this.sIm = new double[stepper.dimension];
        this.ketRe = new double[stepper.dimension];
        this.ketIm = new double[stepper.dimension];
    }

    EngineCounters counters() {
        return new EngineCounters(jumps, rootIterations, laterJumps, grazings);
    }

    /**
     * Resolves all jumps of one lane in one step and sets its end ket.
     *
     * @param threshold survival at which the lane jumps
     * @param sums in: integrals at the start of the step; out: at its end
     * @return the threshold for what comes after the step
     */
    double resolve(StepTable table, int lane, double threshold, TrajectoryStream stream, EnergyIntegrals sums, LaneObserver observer) {
        for (int i = 0; i < sRe.length; i++) {
            sRe[i] = stepper.re[i][lane];
            sIm[i] = stepper.im[i][lane];
        }
        java.util.Arrays.fill(from, 0);
        double u = threshold;
        double x = -1;
        int channel = -1;
        double energyBefore = 0;
        for (;;) {
            stepper.nodeValues(table, sRe, sIm, values);
            rates();
            if (channel >= 0) {
                double after = interpolate(values.e()) / interpolate(values.n());
                observer.jump(lane, table.step().time(x), channel, after - energyBefore);
            }
            if (values.n()[N - 1] >= u) {
                break;
            }
            x = root(x, u);
            double t = table.step().time(x);
            ChebyshevNodes.interpolationWeights(x, work, here);
            stepper.stateAt(table, here, sRe, sIm, ketRe, ketIm);
            double total = channels.weigh(t, table.step().branch(), ketRe, ketIm);
            if (!(total > 0)) {
                grazings++;
                u = 0;
                break;
            }
            ChebyshevNodes.integrationWeights(x, work, to);
            addIntegrals(table, lane, sums);
            energyBefore = interpolate(values.e()) / interpolate(values.n());
            laterJumps += channel >= 0 ? 1 : 0;
            jumps++;
            channel = channels.choose(stream.nextUniform(), total);
            channels.apply(channel, t, table.step().branch(), ketRe, ketIm);
            u = stream.nextJumpThreshold();
            System.arraycopy(ketRe, 0, sRe, 0, sRe.length);
            System.arraycopy(ketIm, 0, sIm, 0, sIm.length);
            stepper.virtualStart(table, here, sRe, sIm);
            double[] swap = from;
            from = to;
            to = swap;
        }
        System.arraycopy(WHOLE, 0, to, 0, N);
        addIntegrals(table, lane, sums);
        table.end().apply(sRe, sIm, ketRe, ketIm);
        stepper.replaceNext(lane, ketRe, ketIm);
        return u;
    }

    private double interpolate(double[] nodeValues) {
        double sum = 0;
        for (int j = 0; j < N; j++) {
            sum = Math.fma(here[j], nodeValues[j], sum);
        }
        return sum;
    }

    /** Rates of the energy integrals at the nodes (trajectories.md §2). */
    private void rates() {
        for (int j = 0; j < N; j++) {
            double inverse = 1 / values.n()[j];
            driftRate[j] = (values.e()[j] * inverse * values.k()[j] - values.c()[j]) * inverse;
            workRate[j] = values.p()[j] * inverse;
            unitaryRate[j] = values.u()[j] * inverse;
        }
    }

    /** Adds the integrals between the places whose weights are {@code from} and {@code to}. */
    private void addIntegrals(StepTable table, int lane, EnergyIntegrals sums) {
        double half = table.step().length() / 2;
        sums.drift()[lane] += half * between(driftRate);
        if (terms.power()) {
            sums.work()[lane] += half * between(workRate);
        }
        if (terms.unitary()) {
            sums.unitary()[lane] += half * between(unitaryRate);
        }
    }

    private double between(double[] rate) {
        double sum = 0;
        for (int j = 0; j < N; j++) {
            sum = Math.fma(to[j] - from[j], rate[j], sum);
        }
        return sum;
    }

    /** The place after {@code left} at which the norm has fallen to {@code u}: bracket between nodes, then safeguarded Newton. */
    private double root(double left, double u) {
        double[] n = values.n();
        int j = 0;
        while (j < N - 2 && (n[j + 1] >= u || ChebyshevNodes.node(j + 1) <= left)) {
            j++;
        }
        double low = Math.max(left, ChebyshevNodes.node(j));
        double high = ChebyshevNodes.node(j + 1);
        double x = ChebyshevNodes.node(j) + (high - ChebyshevNodes.node(j)) * (n[j] - u) / (n[j] - n[j + 1]);
        if (!(x > low && x < high)) {
            x = 0.5 * (low + high);
        }
        ChebyshevNodes.coefficients(n, coefficients);
        for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
            rootIterations++;
            double b1 = 0;
            double b2 = 0;
            double d1 = 0;
            double d2 = 0;
            for (int m = N - 1; m >= 1; m--) {
                double b = Math.fma(2 * x, b1, coefficients[m] - b2);
                double d = Math.fma(2 * x, d1, 2 * b1 - d2);
                b2 = b1;
                b1 = b;
                d2 = d1;
                d1 = d;
            }
            double f = Math.fma(x, b1, coefficients[0] - b2) - u;
            double step = f / (b1 + Math.fma(x, d1, -d2));
            double next = x - step;
            if (Math.abs(step) < CONVERGED) {
                return Math.max(left, Math.min(1, next));
            }
            if (f > 0) {
                low = x;
            } else {
                high = x;
            }
            x = next > low && next < high ? next : 0.5 * (low + high);
            if (high - low < 1e-15) {
                return x;
            }
        }
        return x;
    }
}
