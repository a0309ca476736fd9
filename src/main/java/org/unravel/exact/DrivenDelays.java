package org.unravel.exact;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.unravel.model.Model;

/**
 * Pairs of jumps where something depends on time: the number of pairs that begin at t is integrated over the delay, bin by bin, and these
 * numbers by Gauss nodes over t.
 *
 * <p>As functions of t they bend where the delay of a bin's edge reaches the end or a breakpoint: at all times that differ from the end or from a
 * breakpoint by a whole number of bins. There the intervals of t are cut.
 */
final class DrivenDelays implements WaitingTimeProbabilities.DelayQuadrature {

    /** Part of a bin below which times coincide: far above rounding, and without effect on an integral. */
    private static final double COINCIDENCE = 1e-9;

    private final Model model;
    private final int binCount;
    private final WorkBudget budget;
    private final int channels;
    private final double start;
    private final double width;
    private final double workOfRun;

    DrivenDelays(Model model, int binCount, WorkBudget budget, long evaluationsOfRun) {
        this.model = model;
        this.binCount = binCount;
        this.budget = budget;
        this.channels = model.channels().size();
        this.start = model.time().start();
        this.width = (model.time().end() - start) / binCount;
        this.workOfRun = evaluationsOfRun * channels * WorkBudget.ofEvaluation(model);
    }

    @Override
    public double[][][] pairs(int nodeCount) {
        GaussIntegrator rule = new GaussIntegratorFactory().legendre(nodeCount);
        double[] cuts = cuts();
        double[] times = new double[(cuts.length - 1) * nodeCount + 1];
        double[] weights = new double[times.length];
        times[0] = start;
        for (int i = 1; i < times.length; i++) {
            int interval = (i - 1) / nodeCount;
            double half = (cuts[interval + 1] - cuts[interval]) / 2;
            times[i] = cuts[interval] + half * (1 + rule.getPoint((i - 1) % nodeCount));
            weights[i] = half * rule.getWeight((i - 1) % nodeCount);
        }
        // starts are spread over the run, so that half of it is left on average
        budget.require((times.length - 1) * workOfRun / 2);
        return gather(times, weights);
    }

    private double[][][] gather(double[] times, double[] weights) {
        double[][][] pairs = new double[channels][channels][binCount];
        StopTimes stops = StopTimes.at(model, times);
        JumpHistorySystem all = new JumpHistorySystem(model, channels + 1, JumpHistorySystem.Renewal.NEW_PART);
        PiecewiseIntegration integration = integration(stops, all);
        double[] y = new double[all.getDimension()];
        System.arraycopy(DenseMatrix.packed(model.initial()), 0, y, 0, all.size());
        JumpHistorySystem next = new JumpHistorySystem(model, channels, JumpHistorySystem.Renewal.END);
        for (int s = 1; s < stops.count(); s++) {
            y = integration.advance(s, y);
            int i = stops.gridIndex(s);
            if (i != StopTimes.NO_GRID_INDEX) {
                double[] after = new double[next.getDimension()];
                for (int k = 0; k < channels; k++) {
                    all.afterJump(stops.time(s), stops.branchAfter(s), k, y, after, k);
                }
                follow(times[i], weights[i], after, next, pairs);
            }
        }
        return pairs;
    }

    /** Follows the states after a jump at t until the next, and adds the pairs. */
    private void follow(double t, double weight, double[] after, JumpHistorySystem next, double[][][] pairs) {
        int whole = (int) Math.floor((model.time().end() - t) / width);
        double[] edges = DoubleStream.concat(IntStream.rangeClosed(0, whole).mapToDouble(b -> t + b * width),
                DoubleStream.of(model.time().end())).toArray();
        StopTimes stops = StopTimes.at(model, edges);
        PiecewiseIntegration integration = integration(stops, next);
        double[] y = after;
        double[] before = new double[next.getDimension()];
        for (int s = 1; s < stops.count(); s++) {
            y = integration.advance(s, y);
            int b = stops.gridIndex(s) - 1;
            if (stops.gridIndex(s) != StopTimes.NO_GRID_INDEX) {
                for (int k = 0; k < channels; k++) {
                    for (int l = 0; l < channels; l++) {
                        int pair = next.pairIndex(k, l);
                        pairs[k][l][b] += weight * (y[pair] - before[pair]);
                    }
                }
                before = y;
            }
        }
    }

    private PiecewiseIntegration integration(StopTimes stops, JumpHistorySystem system) {
        double[] absolute = new double[system.getDimension()];
        Arrays.fill(absolute, PiecewiseIntegration.ABSOLUTE_TOLERANCE);
        return new PiecewiseIntegration(model.name(), stops, system, absolute, budget, channels * WorkBudget.ofEvaluation(model));
    }

    /** Ends of the intervals of t, ascending. */
    private double[] cuts() {
        DoubleStream.Builder cuts = DoubleStream.builder();
        for (int b = 0; b <= binCount; b++) {
            cuts.add(start + b * width);
        }
        for (double breakpoint : model.breakpoints()) {
            for (double t = breakpoint; t > start; t -= width) {
                cuts.add(t);
            }
        }
        double[] sorted = cuts.build().filter(t -> t >= start && t <= model.time().end()).sorted().toArray();
        // what is nearer than rounding can tell is one cut; the last one is the end
        double[] distinct = new double[sorted.length];
        int n = 0;
        for (double t : sorted) {
            if (n == 0 || t - distinct[n - 1] > COINCIDENCE * width) {
                distinct[n++] = t;
            }
        }
        return Arrays.copyOf(distinct, n);
    }
}
