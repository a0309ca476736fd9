package org.unravel.exact;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.model.Reason;
import org.unravel.model.TimeGrid;

/**
 * Exact probabilities of the waiting times from one jump to the next, as a finite run shows them.
 *
 * <p>Of a jump of channel k somewhere in the run [0, T] the next one may come after the end; waiting times are therefore censored, and long ones
 * are seen less often. Counted is what a run counts: E[number of pairs (k, l) of successive jumps with a waiting time in the bin] divided by
 * E[number of jumps of k], with w_kl(t, τ) = Tr[L_l 𝒰(t+τ, t)(L_kρ(t)L_k†) L_l†] and the evolution 𝒰 without jumps (physics.md, "What is counted, exactly"):
 * ∫_bin dτ ∫_0^{T−τ} dt w_kl / ∫_0^T dt Tr[L_kρL_k†]. For a channel that is not of rank one this averages over the states it leaves; for one
 * that is, w_kl depends on t through the rate of k alone if nothing else does. From the start: the waiting time of the first jump.
 *
 * @param bins probability given {@code from} (0: the start, k + 1: channel k), shape [channels + 1][channels][bins]; bins are equal and cover [0, T]
 * @param endings probability of no further jump in the run given {@code from}, shape [channels + 1]; all bins and it add up to 1
 * @param counts expected number of {@code from} in one run, shape [channels + 1]; 1 for the start. Where it is 0, the rest is NaN
 * @param residual largest difference of the sum of all bins of a pair from the integral over all waiting times, found in another way
 */
public record WaitingTimeProbabilities(double[][][] bins, double[] endings, double[] counts, double residual) {

    /** Largest dimension: as for distributions. */
    public static final int MAX_DIMENSION = CountingDistribution.MAX_DIMENSION;

    /** Gauss nodes of a bin that are tried in turn, until twice as many change no probability by more than {@link #CONVERGED}. */
    private static final int[] NODE_COUNTS = {4, 8, 16, 32};

    /** Far below what a run can see, above the error of the integration. */
    private static final double CONVERGED = 1e-9;

    /** Of the largest expected number: what 64 bins that have converged may miss together, and what the integration errs by. */
    private static final double CONSISTENT = 1e-7;

    /**
     * The probabilities of a model.
     *
     * @param model the problem
     * @param binCount number of bins, at least 1
     * @param effort how much work it may take
     * @throws ModelException if the dimension exceeds {@link #MAX_DIMENSION}, the work exceeds what the effort allows, the density changes too fast for the
     *         bins, or the equations cannot be integrated
     */
    public static WaitingTimeProbabilities solve(Model model, int binCount, Effort effort) {
        DimensionLimit.check("waiting times", model.dimension(), MAX_DIMENSION);
        return solve(model, TiltedFlow.of(model), binCount, effort.budget());
    }

    static WaitingTimeProbabilities solve(Model model, TiltedFlow flow, int binCount, WorkBudget budget) {
        DimensionLimit.check("waiting times", model.dimension(), MAX_DIMENSION);
        int channels = model.channels().size();
        Totals totals = Totals.of(model, flow, binCount, budget);
        DelayQuadrature quadrature = flow.isConstant() ? new StationaryDelays(model, flow, binCount, budget)
                : new DrivenDelays(model, flow, binCount, budget);
        double[][][] pairs = converged(quadrature);
        double residual = 0;
        double[][][] bins = new double[channels + 1][channels][binCount];
        double[] endings = new double[channels + 1];
        for (int from = 0; from <= channels; from++) {
            for (int to = 0; to < channels; to++) {
                double[] expected = from == 0 ? totals.first[to] : pairs[from - 1][to];
                residual = Math.max(residual, Math.abs(Arrays.stream(expected).sum() - totals.pairs[from][to]));
                for (int b = 0; b < binCount; b++) {
                    bins[from][to][b] = expected[b] / totals.counts[from];
                }
            }
            endings[from] = totals.endings[from] / totals.counts[from];
        }
        if (!(residual <= CONSISTENT * (1 + Arrays.stream(totals.counts).max().orElse(0)))) {
            throw new ModelException(Reason.TOO_INEXACT, String.format(Locale.ROOT, "expected pairs of jumps in the bins of waiting times that add up to all pairs, found %.1e too many or "
                    + "too few in a trajectory: waiting times of so many orders of magnitude have no bins in common", residual));
        }
        return new WaitingTimeProbabilities(bins, endings, totals.counts, residual);
    }

    /** Expected numbers of pairs, by a rule with so many nodes in each bin. */
    interface DelayQuadrature {

        /** Shape [channels][channels][bins]. */
        double[][][] pairs(int nodeCount);
    }

    private static double[][][] converged(DelayQuadrature quadrature) {
        double[][][] coarse = quadrature.pairs(NODE_COUNTS[0]);
        double change = 0;
        for (int i = 1; i < NODE_COUNTS.length; i++) {
            double[][][] fine = quadrature.pairs(NODE_COUNTS[i]);
            change = 0;
            for (int from = 0; from < fine.length; from++) {
                for (int to = 0; to < fine.length; to++) {
                    for (int b = 0; b < fine[from][to].length; b++) {
                        change = Math.max(change, Math.abs(fine[from][to][b] - coarse[from][to][b]));
                    }
                }
            }
            if (change <= CONVERGED) {
                return fine;
            }
            coarse = fine;
        }
        throw new ModelException(Reason.TOO_INEXACT, String.format(Locale.ROOT, "expected the pairs of jumps in each bin of waiting times to %.0e of a pair, found them to %.1e: waiting times far "
                + "shorter than a bin, or rates that change within one, are not followed; an earlier end of the run has shorter bins", CONVERGED, change));
    }

    /** What follows from one integration: waiting times from the start, all pairs, endings. */
    private record Totals(double[][] first, double[][] pairs, double[] endings, double[] counts) {

        static Totals of(Model model, TiltedFlow flow, int binCount, WorkBudget budget) {
            int channels = model.channels().size();
            StopTimes stops = StopTimes.of(model, new TimeGrid(model.time().start(), model.time().end(), binCount + 1));
            JumpHistorySystem system = new JumpHistorySystem(flow);
            double[] start = Arrays.copyOf(flow.restrict(DenseMatrix.packed(model.initial())), system.getDimension());
            double[][] jumped = new double[channels][binCount + 1];
            double[] end = new PiecewiseIntegration(stops, system, budget, (channels + 1) * flow.work()).advanceToEnd(start, (y, edge) -> {
                for (int k = 0; k < channels; k++) {
                    jumped[k][edge] = y[system.pairIndex(0, k)];
                }
            });
            return read(system, end, Arrays.stream(jumped).map(Totals::differences).toArray(double[][]::new));
        }

        private static double[] differences(double[] at) {
            return IntStream.range(1, at.length).mapToDouble(i -> at[i] - at[i - 1]).toArray();
        }

        private static Totals read(JumpHistorySystem system, double[] y, double[][] first) {
            int channels = first.length;
            double[][] pairs = new double[channels + 1][channels];
            double[] endings = new double[channels + 1];
            double[] counts = new double[channels + 1];
            counts[0] = 1;
            for (int from = 0; from <= channels; from++) {
                endings[from] = system.trace(y, from);
                for (int to = 0; to < channels; to++) {
                    pairs[from][to] = y[system.pairIndex(from, to)];
                    counts[to + 1] += pairs[from][to];
                }
            }
            return new Totals(first, pairs, endings, counts);
        }
    }
}
