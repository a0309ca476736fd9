package org.unravel.exact;

import java.util.stream.IntStream;

import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.unravel.model.Model;

/**
 * Pairs of jumps where nothing depends on time: ∫_bin dτ Tr[E_l(τ) L_kR(T − τ)L_k†], with the effect E_l(τ) = e^{ℒ_0†τ}(L_l†L_l) and
 * R(s) = ∫_0^s ρ dt.
 *
 * <p>From {@link WaitingTimeProbabilities} by the order of integration: 𝒰 depends on τ alone. One integral over the delay is left, with E and R
 * at the nodes from one integration each.
 */
final class StationaryDelays implements WaitingTimeProbabilities.DelayQuadrature {

    private final Model model;
    private final int binCount;
    private final WorkBudget budget;
    private final int channels;
    private final int size;
    private final TiltedFlow flow;

    StationaryDelays(Model model, TiltedFlow flow, int binCount, WorkBudget budget) {
        this.model = model;
        this.binCount = binCount;
        this.budget = budget;
        this.channels = model.channels().size();
        this.size = flow.size();
        this.flow = flow;
        flow.moveTo(model.time().start(), StopTimes.of(model).branchAfter(0));
    }

    @Override
    public double[][][] pairs(int nodeCount) {
        GaussIntegrator rule = new GaussIntegratorFactory().legendre(nodeCount);
        double start = model.time().start();
        double width = (model.time().end() - start) / binCount;
        int count = binCount * nodeCount;
        double[] times = IntStream.range(0, count).mapToDouble(i -> start + width * (i / nodeCount + (1 + rule.getPoint(i % nodeCount)) / 2)).toArray();
        double[][] occupations = StillSystem.occupations(model, flow).at(model, budget, times);
        double[][] effects = new Effects().at(model, budget, times);
        double[][][] pairs = new double[channels][channels][binCount];
        for (int i = 0; i < count; i++) {
            // the nodes are symmetric, so that T − τ is one of them
            addNode(rule.getWeight(i % nodeCount) * width / 2, occupations[count - 1 - i], effects[i], i / nodeCount, pairs);
        }
        return pairs;
    }

    private void addNode(double weight, double[] occupation, double[] effect, int bin, double[][][] pairs) {
        double[] after = new double[size];
        for (int k = 0; k < channels; k++) {
            flow.beginEmpty();
            flow.jump(k, 1, occupation, size);
            flow.end(after, 0);
            for (int l = 0; l < channels; l++) {
                pairs[k][l][bin] += weight * flow.overlap(after, 0, effect, l * size);
            }
        }
    }

    /** E_l of every channel. */
    private final class Effects extends StillSystem {

        @Override
        public int getDimension() {
            return channels * size;
        }

        @Override
        double work() {
            return channels * flow.work();
        }

        @Override
        double[] startVariable() {
            double[] y = new double[getDimension()];
            for (int l = 0; l < channels; l++) {
                DenseMatrix half = new DenseMatrix(model.dimension());
                CompiledOperator.of(model.channels().get(l).jumpRateOperator()).addTo(0.5, half);
                double[] packed = new double[model.dimension() * model.dimension()];
                half.packWithAdjoint(packed);
                System.arraycopy(flow.restrict(packed), 0, y, l * size, size);
            }
            return y;
        }

        @Override
        public double[] computeDerivatives(double sinceStart, double[] y) {
            double[] rate = new double[y.length];
            for (int l = 0; l < channels; l++) {
                flow.beginAdjoint(y, l * size);
                flow.end(rate, l * size);
            }
            return rate;
        }
    }
}
