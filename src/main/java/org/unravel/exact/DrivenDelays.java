package org.unravel.exact;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.DoubleStream;

import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.model.Reason;

/**
 * Pairs of jumps where something depends on time: ∫dt Σ_bins ∫_bin dτ w_kl(t, τ), t by Gauss nodes and τ exactly.
 *
 * <p>The bins after a start t reach from t to t + h, t + 2h, …: with the same nodes in every interval of length h these are the nodes of the
 * intervals that follow. So the evolution is found once from each node to the next ({@link DelayWindowSystem}), put together to that over one bin, and every
 * start is led through the bins by products of matrices. The last bin ends with the run. As functions of t the numbers bend where the edge of a bin reaches a breakpoint, a
 * whole number of bins before it: there each interval is cut.
 */
final class DrivenDelays implements WaitingTimeProbabilities.DelayQuadrature {

    /** Part of a bin below which times coincide: far above rounding, and without effect on an integral. */
    private static final double COINCIDENCE = 1e-9;

    /** Of one step, which each window between nodes takes at least. */
    private static final double EVALUATIONS = 12;

    /** Numbers that are kept at once: 160 MB. */
    private static final double MOST_NUMBERS = 2e7;

    private final Model model;
    private final int binCount;
    private final WorkBudget budget;
    private final TiltedFlow flow;
    private final Liouvillian liouvillian;
    private final int channels;
    private final int size;
    private final double start;
    private final double end;
    private final double width;
    private final ResolvedSteps steps;
    private final double[] breakpoints;
    private final double workOfWindow;

    DrivenDelays(Model model, TiltedFlow flow, int binCount, WorkBudget budget) {
        this.flow = flow;
        this.model = model;
        this.binCount = binCount;
        this.budget = budget;
        this.liouvillian = new Liouvillian(model);
        this.channels = model.channels().size();
        this.size = model.dimension() * model.dimension();
        this.start = model.time().start();
        this.end = model.time().end();
        this.width = (end - start) / binCount;
        this.steps = StopTimes.searched(model);
        this.breakpoints = model.breakpoints();
        this.workOfWindow = (channels + 2) * WorkBudget.ofEvaluation(model);
    }

    @Override
    public double[][][] pairs(int nodeCount) {
        GaussIntegrator rule = new GaussIntegratorFactory().legendre(nodeCount);
        double[] cuts = cuts();
        double[] places = new double[(cuts.length - 1) * nodeCount];
        double[] weights = new double[places.length];
        for (int i = 0; i < places.length; i++) {
            double half = (cuts[i / nodeCount + 1] - cuts[i / nodeCount]) / 2;
            places[i] = cuts[i / nodeCount] + half * (1 + rule.getPoint(i % nodeCount));
            weights[i] = half * rule.getWeight(i % nodeCount);
        }
        double[] times = times(places);
        requireRoom(times.length - 2);
        budget.require((times.length - 1) * EVALUATIONS * workOfWindow + places.length * workOfPlace(places.length));
        double[][] densities = densities(times);
        DelayWindow[] pieces = pieces(times);
        double[][][] pairs = new double[channels][channels][binCount];
        for (int p = 0; p < places.length; p++) {
            follow(p, places.length, weights[p], densities, pieces, times, pairs);
        }
        return pairs;
    }

    /** The start, all nodes, the end. */
    private double[] times(double[] places) {
        double[] times = new double[binCount * places.length + 2];
        times[0] = start;
        for (int n = 0; n < binCount * places.length; n++) {
            times[n + 1] = start + n / places.length * width + places[n % places.length];
        }
        times[times.length - 1] = end;
        return times;
    }

    private void requireRoom(int nodes) {
        double numbers = (channels + 3.0) * size * nodes;
        if (numbers > MOST_NUMBERS) {
            throw new ModelException(Reason.TOO_MUCH_MEMORY, String.format(Locale.ROOT, "exact waiting times would take %.0e numbers at once, %.0e are allowed", numbers, MOST_NUMBERS));
        }
    }

    /** The evolution from each node to the next one, the last of them to the end. */
    private DelayWindow[] pieces(double[] times) {
        DelayWindowSystem system = new DelayWindowSystem(model);
        DelayWindow[] pieces = new DelayWindow[times.length - 2];
        for (int n = 0; n < pieces.length; n++) {
            pieces[n] = system.window(window(system, times[n + 1], times[n + 2]));
        }
        return pieces;
    }

    /** Two products for each matrix and bin that is passed, or piece and effect that is joined; each product of complex numbers. */
    private double workOfPlace(int placeCount) {
        double products = channels * binCount * (binCount + 1.0) + binCount * (double) placeCount * (1 + 2 * channels);
        return 4 * products * size * model.dimension();
    }

    /** Adds the pairs of all starts that lie at one place of their interval; a window of one bin's length is made of the pieces between nodes. */
    private void follow(int place, int placeCount, double weight, double[][] densities, DelayWindow[] pieces, double[] times, double[][][] pairs) {
        budget.require(workOfPlace(placeCount));
        budget.spend(workOfPlace(placeCount));
        double[][][] after = new double[binCount][][];
        for (int i = 0; i < binCount; i++) {
            int node = i * placeCount + place;
            after[i] = afterJump(times[node + 1], densities[node]);
            DelayWindow window = pieces[node];
            for (int n = node + 1; n < Math.min(pieces.length, node + placeCount); n++) {
                window = window.followedBy(pieces[n]);
            }
            for (int from = 0; from <= i; from++) {
                for (int k = 0; k < channels; k++) {
                    for (int l = 0; l < channels; l++) {
                        pairs[k][l][i - from] += weight
                                * DenseMatrix.packedTrace(after[from][k], 0, window.effects()[l], 0, model.dimension());
                    }
                    after[from][k] = window.evolution().transform(after[from][k]);
                }
            }
        }
    }

    /** ρ at all times but the first and the last, packed. */
    private double[][] densities(double[] times) {
        double[] ones = new double[channels];
        Arrays.fill(ones, 1);
        GeneratingFunctionSystem system = new GeneratingFunctionSystem(flow, new double[][] {ones});
        StopTimes stops = StopTimes.at(model, breakpoints, times).with(steps);
        double[][] densities = new double[times.length - 2][];
        new PiecewiseIntegration(stops, system, budget, flow.work()).advanceToEnd(system.start(model), (y, index) -> {
            if (index <= densities.length) {
                densities[index - 1] = flow.expand(y, 0);
            }
        });
        return densities;
    }

    /** L_kρL_k† of every channel, packed. */
    private double[][] afterJump(double t, double[] density) {
        // a node is no breakpoint, so that it is its own branch
        liouvillian.moveTo(t, t);
        DenseMatrix rho = new DenseMatrix(model.dimension());
        rho.unpack(density);
        double[][] after = new double[channels][size];
        DenseMatrix half = new DenseMatrix(model.dimension());
        for (int k = 0; k < channels; k++) {
            half.clear();
            liouvillian.addJump(k, rho, half);
            half.packWithAdjoint(after[k]);
        }
        return after;
    }

    private double[] window(DelayWindowSystem system, double from, double to) {
        StopTimes stops = StopTimes.at(model, breakpoints, new double[] {from, to}).with(steps);
        return new PiecewiseIntegration(stops, system, budget, workOfWindow).advanceToEnd(system.start());
    }

    /** Where the interval [0, h) is cut, both ends included: at the breakpoints modulo h. */
    private double[] cuts() {
        double[] places = Arrays.stream(breakpoints).map(t -> (t - start) % width).toArray();
        double[] sorted = DoubleStream.concat(DoubleStream.of(0, width), DoubleStream.of(places)).sorted().toArray();
        double[] cuts = new double[sorted.length];
        int n = 0;
        for (double place : sorted) {
            boolean isEnd = place < width && width - place <= COINCIDENCE * width;
            if (!isEnd && (n == 0 || place - cuts[n - 1] > COINCIDENCE * width)) {
                cuts[n++] = place;
            }
        }
        return Arrays.copyOf(cuts, n);
    }
}
