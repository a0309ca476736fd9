package org.unravel.exact;

import java.util.Arrays;
import java.util.List;

import org.unravel.model.JumpCorrelations;
import org.unravel.model.JumpPair;
import org.unravel.model.Model;
import org.unravel.model.ModelException;

/**
 * Exact second-order correlations between jumps, by the quantum regression theorem, as a finite run shows them.
 *
 * <p>Counted are pairs of a jump of channel a and a later jump of channel b, both in the run [0, T], with a delay in the bin and any jumps between them:
 * E[n_ab(bin)] = ∫_bin dτ ∫_0^{T−τ} dt Tr[L_b 𝒰(t+τ, t)(L_aρ(t)L_a†) L_b†], 𝒰 being the whole evolution. g² is that number over the one of jumps that come independently and evenly,
 * E[n_a]E[n_b]/T² ∫_bin (T − τ)dτ (physics.md, "Counting observables"). In a stationary state it is the mean of g²(τ) over the bin with the weight T − τ.
 *
 * @param pairs expected numbers of pairs of a trajectory, shape [pairs][bins]
 * @param values g², shape likewise; NaN where a channel never jumps
 */
public record CorrelationFunctions(double[][] pairs, double[][] values) {

    /** Largest dimension: as for waiting times. */
    public static final int MAX_DIMENSION = WaitingTimeProbabilities.MAX_DIMENSION;

    /** Expected numbers below which a channel never jumps. */
    private static final double NEVER = 1e-11;

    /** Expected numbers of pairs, by the channels of the pairs; negative indices for silent ones. */
    interface PairNumbers {

        /** Shape [pairs][bins]. */
        double[][] of(int[] firsts, int[] seconds);
    }

    /**
     * The functions that a model asks for.
     *
     * @param model the problem
     * @param asked pairs and bins
     * @param effort how much work it may take
     * @throws ModelException if the dimension exceeds {@link #MAX_DIMENSION}, the work exceeds what the effort allows, or the equations cannot be integrated
     */
    public static CorrelationFunctions solve(Model model, JumpCorrelations asked, Effort effort) {
        return solve(model, TiltedFlow.of(model), asked, effort.budget());
    }

    static CorrelationFunctions solve(Model model, TiltedFlow flow, JumpCorrelations asked, WorkBudget budget) {
        DimensionLimit.check("correlations of jumps", model.dimension(), MAX_DIMENSION);
        List<String> labels = model.channelLabels();
        int[] firsts = asked.pairs().stream().map(JumpPair::first).mapToInt(labels::indexOf).toArray();
        int[] seconds = asked.pairs().stream().map(JumpPair::second).mapToInt(labels::indexOf).toArray();
        double[] numbers = WordRates.numbers(model, flow, 1, budget);
        PairNumbers pairs = flow.isConstant() && flow.size() <= StationaryCorrelations.MOST_NUMBERS ? new StationaryCorrelations(model, flow, asked, budget)
                : new DrivenCorrelations(model, flow, asked, budget, Arrays.stream(numbers).max().orElse(0));
        double[][] expected = pairs.of(firsts, seconds);
        double[][] values = new double[expected.length][];
        for (int p = 0; p < values.length; p++) {
            double product = firsts[p] < 0 || seconds[p] < 0 ? 0 : known(numbers[firsts[p]]) * known(numbers[seconds[p]]);
            values[p] = values(model, asked, expected[p], product);
        }
        return new CorrelationFunctions(expected, values);
    }

    private static double known(double number) {
        return number > NEVER ? number : 0;
    }

    private static double[] values(Model model, JumpCorrelations asked, double[] expected, double product) {
        double run = model.time().end() - model.time().start();
        double[] values = new double[expected.length];
        for (int b = 0; b < values.length; b++) {
            double low = asked.edge(b);
            double high = asked.edge(b + 1);
            double independent = product / (run * run) * (high - low) * (run - (low + high) / 2);
            values[b] = independent > 0 ? expected[b] / independent : Double.NaN;
        }
        return values;
    }
}
