package org.unravel.exact;

import java.util.Arrays;
import java.util.stream.DoubleStream;

import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.unravel.model.Model;

/**
 * Pairs of jumps where something depends on time: ∫dt Σ_bins ∫_bin dτ w_kl(t, τ), t by Gauss nodes and τ exactly.
 *
 * <p>The bins after a start t reach from t to t + h, t + 2h, …: with the same nodes in every interval of length h these are the nodes of the
 * intervals that follow. So the evolution over one bin is found once for each node ({@link DelayWindowSystem}), and every start is led through the
 * bins by products of matrices. The last bin ends with the run. As functions of t the numbers bend where the edge of a bin reaches a breakpoint, a
 * whole number of bins before it: there each interval is cut.
 */
final class DrivenDelays implements WaitingTimeProbabilities.DelayQuadrature {

    /** Part of a bin below which times coincide: far above rounding, and without effect on an integral. */
    private static final double COINCIDENCE = 1e-9;

    private final Model model;
    private final int binCount;
    private final WorkBudget budget;
    private final TiltedFlow flow;
    private final int channels;
    private final int size;
    private final double start;
    private final double end;
    private final double width;

    DrivenDelays(Model model, TiltedFlow flow, int binCount, WorkBudget budget) {
        this.flow = flow;
        this.model = model;
        this.binCount = binCount;
        this.budget = budget;
        this.channels = model.channels().size();
        this.size = model.dimension() * model.dimension();
        this.start = model.time().start();
        this.end = model.time().end();
        this.width = (end - start) / binCount;
    }

    @Override
    public double[][][] pairs(int nodeCount) {
        GaussIntegrator rule = new GaussIntegratorFactory().legendre(nodeCount);
        double[] cuts = cuts();
        double[][][] pairs = new double[channels][channels][binCount];
        for (int c = 0; c + 1 < cuts.length; c++) {
            double half = (cuts[c + 1] - cuts[c]) / 2;
            for (int p = 0; p < nodeCount; p++) {
                follow(cuts[c] + half * (1 + rule.getPoint(p)), half * rule.getWeight(p), pairs);
            }
        }
        return pairs;
    }

    /** Adds the pairs of all starts that lie at one place of their interval. */
    private void follow(double place, double weight, double[][][] pairs) {
        double[] times = new double[binCount + 2];
        times[0] = start;
        for (int i = 0; i < binCount; i++) {
            times[i + 1] = start + i * width + place;
        }
        times[binCount + 1] = end;
        double[][] densities = densities(times);
        // two products for each matrix and bin that is passed
        budget.require(channels * binCount * (binCount + 1) / 2.0 * 2 * size * model.dimension());
        budget.spend(channels * binCount * (binCount + 1) / 2.0 * 2 * size * model.dimension());
        Liouvillian liouvillian = new Liouvillian(model);
        DelayWindowSystem system = new DelayWindowSystem(model);
        double[][][] after = new double[binCount][channels][];
        for (int i = 0; i < binCount; i++) {
            after[i] = afterJump(liouvillian, times[i + 1], densities[i]);
            double[] window = window(system, times[i + 1], i == binCount - 1 ? end : times[i + 2]);
            DenseMatrix v = system.propagator(window);
            for (int from = 0; from <= i; from++) {
                for (int k = 0; k < channels; k++) {
                    for (int l = 0; l < channels; l++) {
                        pairs[k][l][i - from] += weight
                                * DenseMatrix.packedTrace(after[from][k], 0, window, system.effectIndex(l), model.dimension());
                    }
                    after[from][k] = v.transform(after[from][k]);
                }
            }
        }
    }

    /** ρ at all times but the first and the last, packed. */
    private double[][] densities(double[] times) {
        double[] ones = new double[channels];
        Arrays.fill(ones, 1);
        GeneratingFunctionSystem system = new GeneratingFunctionSystem(flow, new double[][] {ones});
        StopTimes stops = StopTimes.at(model, times);
        PiecewiseIntegration integration = integration(stops, system, system.getDimension(), flow.work());
        double[] y = system.start(model);
        double[][] densities = new double[times.length - 2][];
        for (int s = 1; s < stops.count(); s++) {
            y = integration.advance(s, y);
            int index = stops.gridIndex(s);
            if (index != StopTimes.NO_GRID_INDEX && index <= densities.length) {
                densities[index - 1] = flow.expand(y, 0);
            }
        }
        return densities;
    }

    /** L_kρL_k† of every channel, packed. */
    private double[][] afterJump(Liouvillian liouvillian, double t, double[] density) {
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
        StopTimes stops = StopTimes.at(model, new double[] {from, to});
        return integration(stops, system, system.getDimension(), (channels + 2) * WorkBudget.ofEvaluation(model)).advanceToEnd(system.start());
    }

    private PiecewiseIntegration integration(StopTimes stops, PiecewiseIntegration.PieceSystem system, int length, double work) {
        double[] absolute = new double[length];
        Arrays.fill(absolute, PiecewiseIntegration.ABSOLUTE_TOLERANCE);
        return new PiecewiseIntegration(model.name(), stops, system, absolute, budget, work);
    }

    /** Where the interval [0, h) is cut, both ends included: at the breakpoints modulo h. */
    private double[] cuts() {
        double[] places = Arrays.stream(model.breakpoints()).map(t -> (t - start) % width).toArray();
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
