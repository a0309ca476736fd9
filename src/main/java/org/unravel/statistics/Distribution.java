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
     * @param probability estimated probability
     * @param standardError its standard error
     */
    public record Bin(double low, double high, double probability, double standardError) {

        /**
         * A bin from a count of independent values: p = count/total with the standard error √(p(1 − p)/total) of a binomial proportion.
         *
         * @param count values in the bin, from 0 to {@code total}
         * @param total number of all values, ≥ 1
         */
        public static Bin ofCount(double low, double high, long count, long total) {
            double p = (double) count / total;
            return new Bin(low, high, p, Math.sqrt(p * (1 - p) / total));
        }
    }

    /** Copies the list. */
    public Distribution {
        bins = List.copyOf(bins);
    }
}
