package org.unravel.ensemble;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

import org.unravel.bath.HeatExchange;
import org.unravel.statistics.Distribution;

/**
 * How the sampled heat of the hot bath obeys ln P(Q)/P(−Q) = ΔβQ.
 *
 * <p>Of the n trajectories with |Q| a part is expected at +Q that is logistic in sQ, so the slope s is the estimate of greatest likelihood, from all
 * pairs of atoms and without a cut on their counts, with standard error 1/√(Σ n Q² p(1 − p)).
 *
 * @param condition what is expected and when
 * @param pairs every |Q| &gt; 0 that was seen, ascending
 * @param slope s; NaN where no pair was seen on both sides, or where some values were not told apart
 * @param standardError of the slope; NaN likewise
 * @param overflow trajectories whose heat was not told apart from others: the first values found keep their place, so rare ones are missing
 * @see <a href="https://doi.org/10.1201/9780203753736">McCullagh and Nelder, Generalized Linear Models, §4.4: logistic regression</a>
 */
public record ExchangeRelation(HeatExchange condition, List<Pair> pairs, double slope, double standardError,
        long overflow) {

    /** Newton's iteration on a concave function of one variable from zero; six steps are usual. */
    private static final int MOST_ITERATIONS = 100;
    private static final double CONVERGED = 1e-12;
    /** Atoms that should be opposite differ by rounding of sums of quanta. */
    private static final double SAME = 1e-9;

    /**
     * Two opposite values of heat.
     *
     * @param heat Q &gt; 0
     * @param forward trajectories with Q
     * @param backward trajectories with −Q
     */
    public record Pair(double heat, long forward, long backward) {

        /** ln P(Q)/P(−Q); infinite where one side was not seen. */
        public double logRatio() {
            return Math.log((double) forward / backward);
        }

        /** Its standard error √(1/n₊ + 1/n₋); infinite likewise. */
        public double standardError() {
            return Math.sqrt(1.0 / forward + 1.0 / backward);
        }
    }

    /** Copies the list. */
    public ExchangeRelation {
        pairs = List.copyOf(pairs);
    }

    /** From the atoms of the hot bath's heat over so many trajectories, some of which found no room. */
    static ExchangeRelation of(HeatExchange condition, Distribution heat, long count, long overflow) {
        TreeMap<Double, long[]> sides = new TreeMap<>();
        double scale = heat.bins().stream().mapToDouble(b -> Math.abs(b.low())).max().orElse(0);
        for (Distribution.Bin bin : heat.bins()) {
            if (Math.abs(bin.low()) > SAME * scale) {
                Double near = sides.floorKey(Math.abs(bin.low()) + SAME * scale);
                double key = near != null && near >= Math.abs(bin.low()) - SAME * scale ? near : Math.abs(bin.low());
                sides.computeIfAbsent(key, k -> new long[2])[bin.low() > 0 ? 0 : 1] += Math.round(bin.probability() * count);
            }
        }
        List<Pair> pairs = new ArrayList<>();
        sides.forEach((q, n) -> pairs.add(new Pair(q, n[0], n[1])));
        boolean mixed = pairs.stream().anyMatch(p -> p.forward > 0) && pairs.stream().anyMatch(p -> p.backward > 0);
        double slope = mixed && overflow == 0 ? slope(pairs) : Double.NaN;
        return new ExchangeRelation(condition, pairs, slope, 1 / Math.sqrt(information(pairs, slope)), overflow);
    }

    private static double slope(List<Pair> pairs) {
        double slope = 0;
        for (int i = 0; i < MOST_ITERATIONS; i++) {
            double score = 0;
            for (Pair p : pairs) {
                score += p.heat * (p.forward - (p.forward + p.backward) * logistic(slope * p.heat));
            }
            double step = score / information(pairs, slope);
            slope += step;
            if (Math.abs(step) <= CONVERGED * Math.abs(slope)) {
                return slope;
            }
        }
        return Double.NaN;
    }

    private static double information(List<Pair> pairs, double slope) {
        double sum = 0;
        for (Pair p : pairs) {
            double share = logistic(slope * p.heat);
            sum += (p.forward + p.backward) * p.heat * p.heat * share * (1 - share);
        }
        return sum;
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
