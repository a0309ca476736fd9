package org.unravel.exact;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.unravel.model.JumpCorrelations;
import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.model.Reason;

/**
 * Pairs of jumps where nothing depends on time: ∫_bin dτ v_b(τ)·L_aR(T − τ)L_a†, with R(s) = ∫_0^s ρ dt and the linear form v_b(τ) = r_b e^{ℒτ} on the numbers of a matrix, r_b·σ being
 * Tr[L_bσL_b†].
 *
 * <p>From {@link CorrelationFunctions} by the order of integration: 𝒰 depends on τ alone. One integral over the delay is left, with v and R at the nodes from one integration each. The form is
 * carried by the transposed generator.
 */
final class StationaryCorrelations implements CorrelationFunctions.PairNumbers {

    /** Largest number of numbers of a matrix whose generator is written out. */
    static final int MOST_NUMBERS = 400;

    /** Gauss nodes of a bin that are tried in turn, until twice as many change no number by more than {@link #CONVERGED} of the largest. */
    private static final int[] NODE_COUNTS = {4, 8, 16, 32, 64};
    private static final double CONVERGED = 1e-12;
    /** What is still taken where rounding stands in the way. */
    private static final double GOOD_ENOUGH = 1e-9;

    private final Model model;
    private final TiltedFlow flow;
    private final JumpCorrelations asked;
    private final WorkBudget budget;
    private final int size;
    private final double[][] transposed;

    StationaryCorrelations(Model model, TiltedFlow flow, JumpCorrelations asked, WorkBudget budget) {
        this.model = model;
        this.flow = flow;
        this.asked = asked;
        this.budget = budget;
        this.size = flow.size();
        flow.moveTo(model.time().start(), StopTimes.of(model).branchAfter(0));
        this.transposed = transposed();
    }

    /** Column j of the generator is row j here. */
    private double[][] transposed() {
        budget.require(size * flow.work());
        budget.spend(size * flow.work());
        double[][] rows = new double[size][size];
        double[] unit = new double[size];
        for (int j = 0; j < size; j++) {
            unit[j] = 1;
            flow.apply(unit, 0, rows[j], 0);
            unit[j] = 0;
        }
        return rows;
    }

    @Override
    public double[][] of(int[] firsts, int[] seconds) {
        double[][] coarse = pairs(NODE_COUNTS[0], firsts, seconds);
        double change = 0;
        for (int i = 1; i < NODE_COUNTS.length; i++) {
            double[][] fine = pairs(NODE_COUNTS[i], firsts, seconds);
            change = change(coarse, fine);
            coarse = fine;
            if (change <= CONVERGED) {
                return fine;
            }
        }
        if (change <= GOOD_ENOUGH) {
            return coarse;
        }
        throw new ModelException(Reason.TOO_INEXACT, String.format(Locale.ROOT, "expected the pairs of jumps in each bin of g2 to %.0e of the largest number, found them to %.1e: correlations far "
                + "shorter than a bin are not followed; more bins are shorter", GOOD_ENOUGH, change));
    }

    /** The largest change of a number beside the largest of them. */
    private static double change(double[][] coarse, double[][] fine) {
        double change = 0;
        double largest = 0;
        for (int p = 0; p < fine.length; p++) {
            for (int b = 0; b < fine[p].length; b++) {
                change = Math.max(change, Math.abs(fine[p][b] - coarse[p][b]));
                largest = Math.max(largest, fine[p][b]);
            }
        }
        return largest == 0 ? 0 : change / largest;
    }

    private double[][] pairs(int nodeCount, int[] firsts, int[] seconds) {
        GaussIntegrator rule = new GaussIntegratorFactory().legendre(nodeCount);
        int count = asked.binCount() * nodeCount;
        double width = asked.longest() / asked.binCount();
        double[] delays = IntStream.range(0, count).mapToDouble(i -> width * (i / nodeCount + (1 + rule.getPoint(i % nodeCount)) / 2)).toArray();
        double[][] occupations = StillSystem.occupations(model, flow).at(model, budget, IntStream.range(0, count).mapToDouble(i -> model.time().end() - delays[count - 1 - i]).toArray());
        double[][] forms = new Forms().at(model, budget, Arrays.stream(delays).map(d -> model.time().start() + d).toArray());
        double[][] pairs = new double[firsts.length][asked.binCount()];
        double[] after = new double[size];
        for (int i = 0; i < count; i++) {
            for (int p = 0; p < firsts.length; p++) {
                if (firsts[p] >= 0 && seconds[p] >= 0) {
                    flow.beginEmpty();
                    flow.jump(firsts[p], 1, occupations[count - 1 - i], size);
                    flow.end(after, 0);
                    pairs[p][i / nodeCount] += rule.getWeight(i % nodeCount) * width / 2 * product(forms[i], seconds[p] * size, after);
                }
            }
        }
        return pairs;
    }

    private double product(double[] form, int offset, double[] matrix) {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += form[offset + i] * matrix[i];
        }
        return sum;
    }

    /** v of every channel. */
    private final class Forms extends StillSystem {

        @Override
        public int getDimension() {
            return flow.channelCount() * size;
        }

        @Override
        double work() {
            return flow.channelCount() * (double) size * size;
        }

        @Override
        double[] startVariable() {
            double[] y = new double[getDimension()];
            double[] unit = new double[size];
            for (int i = 0; i < size; i++) {
                unit[i] = 1;
                for (int k = 0; k < flow.channelCount(); k++) {
                    y[k * size + i] = flow.jumpRate(k, unit, 0);
                }
                unit[i] = 0;
            }
            return y;
        }

        @Override
        public double[] computeDerivatives(double sinceStart, double[] y) {
            double[] rate = new double[y.length];
            for (int k = 0; k < flow.channelCount(); k++) {
                for (int j = 0; j < size; j++) {
                    double sum = 0;
                    for (int i = 0; i < size; i++) {
                        sum += transposed[j][i] * y[k * size + i];
                    }
                    rate[k * size + j] = sum;
                }
            }
            return rate;
        }
    }
}
