package org.unravel.ensemble;

import java.util.List;

import org.unravel.model.JumpPair;

/**
 * Sampled second-order correlation of the jumps of two channels.
 *
 * @param pair of which channels
 * @param bins g² in each bin of the delay
 * @param pairs weights of the pairs of jumps in each of {@link GroupedWaitingTimes#GROUP_COUNT} groups of trajectories (index mod that), shape [groups][bins]: their numbers for unit weights
 */
public record JumpCorrelation(JumpPair pair, List<Bin> bins, double[][] pairs) {

    /**
     * One bin [low, high) of the delay.
     *
     * @param value E[pairs in the bin] over E[n_first]E[n_second]/T² ∫_bin (T − τ)dτ; NaN where one of the channels was not seen
     * @param standardError by the delete-one-group jackknife, the scatter of the numbers of jumps included; NaN where it is not known
     */
    public record Bin(double low, double high, double value, double standardError) {
    }

    /** Copies the list. */
    public JumpCorrelation {
        bins = List.copyOf(bins);
    }

    JumpCorrelation withoutErrorBars() {
        return new JumpCorrelation(pair, bins.stream().map(b -> new Bin(b.low, b.high, b.value, Double.NaN)).toList(), pairs);
    }
}
