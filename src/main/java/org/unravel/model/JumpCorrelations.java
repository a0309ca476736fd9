package org.unravel.model;

import java.util.List;

/**
 * Which second-order correlations g² between jumps are asked for, in equal bins of the delay.
 *
 * @param pairs of channels, each once, in the order of the model file
 * @param longest the end of the last bin, in the model's unit of time: &gt; 0 and at most the length of the run
 * @param binCount from 1 to {@link #MOST_BINS}
 */
public record JumpCorrelations(List<JumpPair> pairs, double longest, int binCount) {

    /** Most bins: in each group of trajectories there is a sum for each. */
    public static final int MOST_BINS = 1000;

    /** Copies the list. */
    public JumpCorrelations {
        pairs = List.copyOf(pairs);
    }

    /** Lower edge of a bin, in the model's unit of time; of {@link #binCount} the end of the last one. */
    public double edge(int bin) {
        return longest * bin / binCount;
    }
}
