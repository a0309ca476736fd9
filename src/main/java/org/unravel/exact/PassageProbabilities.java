package org.unravel.exact;

import java.util.Arrays;
import java.util.Locale;

import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.model.Passage;
import org.unravel.model.Reason;
import org.unravel.model.TimeGrid;

/**
 * The exact distribution of the time from the start to the n-th jump of a channel, from the master equation that is resolved by the number of its jumps ({@link PassageSystem}).
 *
 * @param bins probability that the jump comes in each of equal bins that cover the run, shape [bins]
 * @param never probability that it does not come before the end; all bins and it add up to 1
 * @param mean mean time of those that come, in the model's unit of time; NaN where none does
 * @param variance variance of that time; NaN likewise
 * @param residual by how much the probabilities, each found by itself, miss 1
 */
public record PassageProbabilities(double[] bins, double never, double mean, double variance, double residual) {

    /** Numbers of the matrices together: beyond, a run has no room for them. */
    private static final double MOST_NUMBERS = 1e6;

    /** Probabilities of an end below which moments of the time are rounding. */
    private static final double NEVER = 1e-9;

    /** Far below what a run can see, above the error of the integration. */
    private static final double CONSISTENT = 1e-8;

    /** Probability of a bin, of that after the last one {@link #never}. */
    public double ofBin(int bin) {
        return bin < bins.length ? bins[bin] : never;
    }

    /**
     * The probabilities of a passage.
     *
     * @param model the problem, whose channels hold that of the passage; one that is silent never jumps
     * @param binCount number of bins, at least 1
     * @param effort how much work it may take
     * @throws ModelException if it takes too much work or memory, or the equations cannot be integrated
     */
    public static PassageProbabilities solve(Model model, Passage passage, int binCount, Effort effort) {
        return solve(model, TiltedFlow.of(model), passage, binCount, effort.budget());
    }

    static PassageProbabilities solve(Model model, TiltedFlow flow, Passage passage, int binCount, WorkBudget budget) {
        int channel = model.channelLabels().indexOf(passage.channel());
        if (channel < 0) {
            return new PassageProbabilities(new double[binCount], 1, Double.NaN, Double.NaN, 0);
        }
        double numbers = (double) passage.number() * flow.size();
        if (numbers > MOST_NUMBERS) {
            throw new ModelException(Reason.TOO_MUCH_MEMORY, String.format(Locale.ROOT, "the master equation resolved by %d jumps would take %.0e numbers at once, %.0e are allowed", passage.number(),
                    numbers, MOST_NUMBERS));
        }
        return integrated(model, new PassageSystem(flow, channel, passage.number()), flow, passage.number() * flow.work(), binCount, budget);
    }

    private static PassageProbabilities integrated(Model model, PassageSystem system, TiltedFlow flow, double work, int binCount, WorkBudget budget) {
        StopTimes stops = StopTimes.of(model, new TimeGrid(model.time().start(), model.time().end(), binCount + 1));
        double[] start = Arrays.copyOf(flow.restrict(DenseMatrix.packed(model.initial())), system.getDimension());
        double[] reached = new double[binCount + 1];
        // the error of the integration must not make it fall
        double[] end = new PiecewiseIntegration(stops, system, budget, work).advanceToEnd(start,
                (y, edge) -> reached[edge] = Math.max(reached[edge - 1], y[system.reachedIndex()]));
        return read(model, system, end, reached);
    }

    private static PassageProbabilities read(Model model, PassageSystem system, double[] y, double[] reached) {
        double[] bins = new double[reached.length - 1];
        Arrays.setAll(bins, b -> reached[b + 1] - reached[b]);
        double never = Math.max(0, system.waiting(y));
        double all = y[system.reachedIndex()];
        double residual = Math.abs(never + all - 1);
        if (!(residual <= CONSISTENT)) {
            throw new ModelException(Reason.TOO_INEXACT, String.format(Locale.ROOT, "expected probabilities of a passage that add up to 1, found them off by %.1e", residual));
        }
        double run = model.time().end() - model.time().start();
        double once = y[system.reachedIndex() + 1];
        double twice = y[system.reachedIndex() + 2];
        // E[τ; τ ≤ T] = TF − ∫F, E[τ²; τ ≤ T] = T²F − 2∫tF with ∫tF = T∫F − ∫∫F
        double mean = all > NEVER ? run - once / all : Double.NaN;
        double square = run * run - 2 * run * once / all + 2 * twice / all;
        return new PassageProbabilities(bins, never, mean, Math.max(0, square - mean * mean), residual);
    }
}
