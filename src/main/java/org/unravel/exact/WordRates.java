package org.unravel.exact;

import java.util.Arrays;
import java.util.Locale;

import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.model.Reason;
import org.unravel.model.TimeGrid;

/**
 * Exact rates of words: how often jumps of given channels follow one another, without any other between them, in a run of finite length.
 *
 * <p>The rate of a word is the expected number of times that it is seen in a run, all of its jumps inside the run, over the length of the run. It is the integral over all times of its jumps of
 * the no-jump propagation between them, from the states of the run at the first of them; see {@link WordSystem}. Words overlap: a, b, a, b holds ab twice and ba once.
 *
 * @param rates in the inverse of the model's unit of time; words of one channel in the order of the channels, then those of two with the last channel changing first, then those of three
 */
public record WordRates(double[] rates) {

    /** Numbers of the matrices together. */
    private static final double MOST_NUMBERS = 1e6;

    /**
     * The rates of a model.
     *
     * @param model the problem
     * @param length of the longest words, 1 to 3
     * @param effort how much work it may take
     * @throws ModelException if it takes too much work or memory, or the equations cannot be integrated
     */
    public static WordRates solve(Model model, int length, Effort effort) {
        return solve(model, TiltedFlow.of(model), length, effort.budget());
    }

    static WordRates solve(Model model, TiltedFlow flow, int length, WorkBudget budget) {
        double run = model.time().end() - model.time().start();
        return new WordRates(Arrays.stream(numbers(model, flow, length, budget)).map(n -> Math.max(0, n) / run).toArray());
    }

    /** Expected numbers of the words in a run, in the same order; the error of the integration may make them negative. */
    static double[] numbers(Model model, TiltedFlow flow, int length, WorkBudget budget) {
        WordSystem system = new WordSystem(flow, length);
        double numbers = (double) system.partCount() * flow.size();
        if (numbers > MOST_NUMBERS) {
            throw new ModelException(Reason.TOO_MUCH_MEMORY, String.format(Locale.ROOT, "words would take %.0e numbers at once, %.0e are allowed", numbers, MOST_NUMBERS));
        }
        StopTimes stops = StopTimes.of(model, new TimeGrid(model.time().start(), model.time().end(), 2));
        double[] start = Arrays.copyOf(flow.restrict(DenseMatrix.packed(model.initial())), system.getDimension());
        double[] end = new PiecewiseIntegration(stops, system, budget, system.partCount() * flow.work()).advanceToEnd(start);
        return Arrays.copyOfRange(end, system.stateSize(), end.length);
    }
}
