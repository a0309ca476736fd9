package org.unravel.engine;

import org.unravel.numeric.ChebyshevNodes;
import org.unravel.trajectory.EngineCounters;
import org.unravel.trajectory.LaneObserver;
import org.unravel.trajectory.TrajectoryStream;

/**
 * Takes one lane through a step in which it jumps, any number of times (driven-grid.md, scheme steps 4–5).
 *
 * <p>The ket after a jump is continued back to the start of the step (virtual ket), so that the same tables serve again. One per worker.
 */
final class JumpResolver {

    private static final int N = ChebyshevNodes.COUNT;
    private static final double[] COEFFICIENT_ROWS = ChebyshevNodes.coefficientRows();
    private static final double[] INTERPOLATION_ROWS = ChebyshevNodes.interpolationRows();
    private static final double[] INTEGRATION_ROWS = ChebyshevNodes.integrationRows();
    private static final double[] WHOLE = new double[N];
    private static final double[] NOTHING = new double[N];

    static {
        ChebyshevNodes.integrationWeights(1, new double[N + 1], WHOLE);
    }

    private final LaneStepper stepper;
    private final NodeKernel kernel;
    private final ChannelTable channels;
    private final EnergyTerms terms;
    private final SurvivalRoot survival = new SurvivalRoot();
    private final double[] values = new double[NodeForms.MOST * N];
    private final double[] rates = new double[3 * N];
    private final double[] coefficients = new double[N];
    private final double[] polynomials = new double[N + 1];
    private final double[] here = new double[N];
    private double[] from = new double[N];
    private double[] to = new double[N];
    private final double[] sRe;
    private final double[] sIm;
    private final double[] ketRe;
    private final double[] ketIm;
    private long jumps;
    private long laterJumps;
    private long grazings;

    JumpResolver(LaneStepper stepper, ChannelTable channels, EnergyTerms terms) {
        this.stepper = stepper;
        this.kernel = stepper.nodeKernel;
        this.channels = channels;
        this.terms = terms;
        this.sRe = new double[stepper.dimension];
        this.sIm = new double[stepper.dimension];
        this.ketRe = new double[stepper.dimension];
        this.ketIm = new double[stepper.dimension];
    }

    EngineCounters counters() {
        return new EngineCounters(jumps, survival.iterations(), laterJumps, grazings, 0, 0);
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
        System.arraycopy(NOTHING, 0, from, 0, N);
        double branch = table.step().branch();
        double half = table.step().length() / 2;
        double u = threshold;
        double x = -1;
        int channel = -1;
        double energyBefore = 0;
        for (;;) {
            stepper.nodeValues(table, sRe, sIm, values);
            kernel.rates(terms, values, rates);
            if (channel >= 0) {
                observer.jump(lane, table.step().time(x), channel, energyHere() - energyBefore);
            }
            if (values[N - 1] >= u) {
                break;
            }
            kernel.combine(COEFFICIENT_ROWS, 0, N, values, N, coefficients);
            x = survival.find(values, coefficients, half, x, u);
            double t = table.step().time(x);
            ChebyshevNodes.polynomials(x, polynomials);
            kernel.combine(INTERPOLATION_ROWS, 0, N, polynomials, N, here);
            stepper.stateAt(table, here, sRe, sIm, ketRe, ketIm);
            double total = channels.weigh(t, branch, ketRe, ketIm);
            if (!(total > 0)) {
                grazings++;
                u = LaneStreams.NEVER;
                break;
            }
            kernel.combine(INTEGRATION_ROWS, 0, N, polynomials, N + 1, to);
            addIntegrals(half, lane, sums, to);
            energyBefore = energyHere();
            laterJumps += channel >= 0 ? 1 : 0;
            jumps++;
            channel = channels.choose(stream.nextUniform(), total);
            channels.apply(channel, t, branch, ketRe, ketIm);
            u = stream.nextJumpThreshold();
            System.arraycopy(ketRe, 0, sRe, 0, sRe.length);
            System.arraycopy(ketIm, 0, sIm, 0, sIm.length);
            stepper.virtualStart(table, here, sRe, sIm);
            double[] swap = from;
            from = to;
            to = swap;
        }
        addIntegrals(half, lane, sums, WHOLE);
        table.end().apply(sRe, sIm, ketRe, ketIm);
        stepper.replaceNext(lane, ketRe, ketIm);
        return u;
    }

    private double energyHere() {
        return kernel.differenceDot(here, NOTHING, values, NodeValues.ENERGY) / kernel.differenceDot(here, NOTHING, values, NodeValues.NORM);
    }

    /** Adds the integrals between the places whose weights are {@code from} and {@code upTo}. */
    private void addIntegrals(double half, int lane, EnergyIntegrals sums, double[] upTo) {
        sums.drift()[lane] += half * kernel.differenceDot(upTo, from, rates, 0);
        if (terms.power()) {
            sums.work()[lane] += half * kernel.differenceDot(upTo, from, rates, N);
        }
        if (terms.unitary()) {
            sums.unitary()[lane] += half * kernel.differenceDot(upTo, from, rates, 2 * N);
        }
    }
}
