package org.unravel.statistics;

import java.util.List;

/**
 * A sampled distribution as probabilities of bins or of atoms.
 *
 * @param bins in ascending order
 * @param atoms whether each bin is a single value ({@code low == high}) or an interval [low, high)
 */
public record Distribution(List<Bin> bins, Shape atoms) {

    /** Whether values are discrete. */
    public enum Shape { ATOMS, INTERVALS }

    /**
     * One bin.
     *
     * @param low lower edge, or the value of an atom
     * @param high upper edge, or the value of an atom; +∞ for an open bin
     * @param probability estimated probability; a share that may lie outside [0, 1] where weights have both signs
     * @param standardError its standard error
     * @param values the values in it
     * @param rounding of an atom: the numbers that are this value lie within it on both sides; 0 for an interval
     */
    public record Bin(double low, double high, double probability, double standardError, WeightedCount values, double rounding) {

        /** A bin of which the values are not known. */
        public Bin(double low, double high, double probability, double standardError) {
            this(low, high, probability, standardError, WeightedCount.NONE, 0);
        }

        /**
         * A bin from a count of independent values: p = count/total with the standard error √(p(1 − p)/total) of a binomial proportion.
         *
         * @param count values in the bin, from 0 to {@code total}
         * @param total number of all values, ≥ 1
         */
        public static Bin ofCount(double low, double high, long count, long total) {
            double p = (double) count / total;
            return new Bin(low, high, p, Math.sqrt(p * (1 - p) / total), WeightedCount.ofCount(count), 0);
        }

        /**
         * A bin from independent weighted values: p = Σ_in w/Σw with se² = ((1 − p)² Σ_in w² + p² Σ_out w²)/(Σw)², which comes to that of a binomial
         * proportion for equal weights. It is exact to first order in 1/N, as p is a quotient of two sums that hang together. NaN where the values in
         * the bin or those outside are too few ({@link WeightedCount#effectiveTerms}, {@link EffectiveSize}). Weights of both signs give the same, but p may
         * lie outside [0, 1] and is no probability; NaN where Σw is not above zero.
         *
         * @param values those in the bin
         * @param total all values, at least one of them with a weight
         * @see <a href="https://artowen.su.domains/mc/">Owen, Monte Carlo theory, methods and examples, §9.2: self-normalised sums</a>
         */
        public static Bin of(double low, double high, WeightedCount values, WeightedCount total) {
            if (total.hasUnitWeights()) {
                return ofCount(low, high, values.count(), total.count());
            }
            double p = total.weight() > 0 ? values.weight() / total.weight() : Double.NaN;
            WeightedCount rest = total.minus(values);
            double squares = (1 - p) * (1 - p) * values.squares() + p * p * rest.squares();
            double effective = Math.min(values.effectiveTerms(), rest.effectiveTerms());
            return new Bin(low, high, p, EffectiveSize.errorBar(Math.sqrt(squares) / total.weight(), effective), values, 0);
        }

        /** The bin of one value with its rounding, see {@link #of}. */
        public static Bin ofAtom(double value, double rounding, WeightedCount values, WeightedCount total) {
            Bin exact = of(value, value, values, total);
            return new Bin(value, value, exact.probability, exact.standardError, values, rounding);
        }

        private Bin withoutErrorBar() {
            return new Bin(low, high, probability, Double.NaN, values, rounding);
        }
    }

    /** Copies the list. */
    public Distribution {
        bins = List.copyOf(bins);
    }

    /** The same probabilities without error bars, as for a run that a few trajectories carry. */
    public Distribution withoutErrorBars() {
        return new Distribution(bins.stream().map(Bin::withoutErrorBar).toList(), atoms);
    }
}
