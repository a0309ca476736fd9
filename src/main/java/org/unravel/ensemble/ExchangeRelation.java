package org.unravel.ensemble;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;

import org.unravel.bath.HeatExchange;
import org.unravel.numeric.Rounding;
import org.unravel.statistics.Distribution;
import org.unravel.statistics.EffectiveSize;
import org.unravel.statistics.WeightedCount;

/**
 * How the sampled heat of the hot bath obeys ln P(Q)/P(−Q) = ΔβQ.
 *
 * <p>Of the n trajectories with |Q| a part is expected at +Q that is logistic in sQ, so the slope s is the estimate of greatest likelihood, from all
 * pairs of atoms and without a cut on their counts, with standard error 1/√I, I = Σ n Q² p(1 − p). With weights, n is a sum of weights, the slope
 * solves the same equation, and its error is √(Σ Q² ((1 − p)² Σ₊w² + p² Σ₋w²))/I.
 *
 * @param condition what is expected and when
 * @param pairs every |Q| &gt; 0 that was seen, ascending
 * @param slope s; NaN where no pair was seen on both sides, or where some values were not told apart
 * @param standardError of the slope; NaN likewise, and where weighted trajectories of one sign are too few ({@link EffectiveSize})
 * @param overflow trajectories whose heat was not told apart from others: the first values found keep their place, so rare ones are missing
 * @see <a href="https://doi.org/10.2307/1912526">White (1982), Econometrica 50, 1, theorem 3.2: errors of a weighted likelihood</a>
 * @see <a href="https://doi.org/10.1201/9780203753736">McCullagh and Nelder, Generalized Linear Models, §4.4: logistic regression</a>
 */
public record ExchangeRelation(HeatExchange condition, List<Pair> pairs, double slope, double standardError,
        long overflow) {

    /** Newton's iteration on a concave function of one variable from zero; six steps are usual. */
    private static final int MOST_ITERATIONS = 100;
    private static final double CONVERGED = 1e-12;
    /**
     * Two opposite values of heat.
     *
     * @param heat Q &gt; 0
     * @param forward trajectories with Q
     * @param backward trajectories with −Q
     */
    public record Pair(double heat, WeightedCount forward, WeightedCount backward) {

        /** A pair of numbers of trajectories of weight 1. */
        public Pair(double heat, long forward, long backward) {
            this(heat, WeightedCount.ofCount(forward), WeightedCount.ofCount(backward));
        }

        /** ln P(Q)/P(−Q); infinite where one side was not seen. */
        public double logRatio() {
            return Math.log(forward.weight() / backward.weight());
        }

        /** Its standard error √(1/n₊ + 1/n₋) with the effective numbers; infinite likewise, NaN where weighted trajectories are too few on a side. */
        public double standardError() {
            return !isWellSeen(forward, backward) ? Double.NaN : Math.sqrt(1 / forward.effectiveCount() + 1 / backward.effectiveCount());
        }

        private double weight() {
            return forward.weight() + backward.weight();
        }
    }

    /** Copies the list. */
    public ExchangeRelation {
        pairs = List.copyOf(pairs);
    }

    /** From the atoms of the hot bath's heat, and the number of trajectories that found no room. */
    static ExchangeRelation of(HeatExchange condition, Distribution heat, long overflow) {
        List<Pair> pairs = pairs(heat.bins().stream().filter(b -> Math.abs(b.low()) > b.rounding()).toList());
        boolean mixed = pairs.stream().anyMatch(p -> p.forward.weight() > 0) && pairs.stream().anyMatch(p -> p.backward.weight() > 0);
        double slope = mixed && overflow == 0 ? slope(pairs) : Double.NaN;
        return new ExchangeRelation(condition, pairs, slope, standardError(pairs, slope), overflow);
    }

    /** Values that are opposite but for their rounding, as one. */
    private static List<Pair> pairs(List<Distribution.Bin> bins) {
        int[] sets = Rounding.sets(bins.stream().mapToDouble(b -> Math.abs(b.low())).toArray(),
                bins.stream().mapToDouble(Distribution.Bin::rounding).toArray());
        TreeMap<Integer, Pair> pairs = new TreeMap<>();
        for (int b = 0; b < sets.length; b++) {
            Distribution.Bin bin = bins.get(b);
            Pair own = bin.low() > 0 ? new Pair(bin.low(), bin.values(), WeightedCount.NONE) : new Pair(-bin.low(), WeightedCount.NONE, bin.values());
            pairs.merge(sets[b], own, (x, y) -> new Pair(x.heat, x.forward.plus(y.forward), x.backward.plus(y.backward)));
        }
        return new ArrayList<>(pairs.values());
    }

    /** Whether numbers are plain, or weights that not a few trajectories carry, on either side. */
    private static boolean isWellSeen(WeightedCount forward, WeightedCount backward) {
        return forward.hasUnitWeights() && backward.hasUnitWeights()
                || EffectiveSize.suffices(Math.min(forward.effectiveCount(), backward.effectiveCount()));
    }

    /** The same relation without an error bar of the slope, as for a run that a few trajectories carry; that of a pair stays with its numbers. */
    ExchangeRelation withoutErrorBar() {
        return new ExchangeRelation(condition, pairs, slope, Double.NaN, overflow);
    }

    private static double slope(List<Pair> pairs) {
        double slope = 0;
        for (int i = 0; i < MOST_ITERATIONS; i++) {
            double score = 0;
            for (Pair p : pairs) {
                score += p.heat * (p.forward.weight() - p.weight() * logistic(slope * p.heat));
            }
            double step = score / information(pairs, slope);
            slope += step;
            if (Math.abs(step) <= CONVERGED * Math.abs(slope)) {
                return slope;
            }
        }
        return Double.NaN;
    }

    private static double standardError(List<Pair> pairs, double slope) {
        double information = information(pairs, slope);
        if (pairs.stream().allMatch(p -> p.forward.hasUnitWeights() && p.backward.hasUnitWeights())) {
            return 1 / Math.sqrt(information);
        }
        if (!isWellSeen(sum(pairs, Pair::forward), sum(pairs, Pair::backward))) {
            return Double.NaN;
        }
        double sum = 0;
        for (Pair p : pairs) {
            double share = logistic(slope * p.heat);
            sum += p.heat * p.heat * ((1 - share) * (1 - share) * p.forward.squares() + share * share * p.backward.squares());
        }
        return Math.sqrt(sum) / information;
    }

    private static WeightedCount sum(List<Pair> pairs, Function<Pair, WeightedCount> side) {
        return pairs.stream().map(side).reduce(WeightedCount.NONE, WeightedCount::plus);
    }

    private static double information(List<Pair> pairs, double slope) {
        double sum = 0;
        for (Pair p : pairs) {
            double share = logistic(slope * p.heat);
            sum += p.weight() * p.heat * p.heat * share * (1 - share);
        }
        return sum;
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
