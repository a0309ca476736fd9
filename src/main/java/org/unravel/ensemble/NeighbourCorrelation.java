package org.unravel.ensemble;

/**
 * How the values of neighbouring trajectories hang together. They do not, if every trajectory has a random stream of its own.
 *
 * @param quantity what was compared, at the end: {@code heat} or {@code jumps} (of all channels), times the weight of the trajectory
 * @param neighbours which trajectories
 * @param pairCount number of pairs
 * @param correlation coefficient, in [−1, 1]; NaN where the quantity has no spread
 * @param kurtosis excess kurtosis of the quantity; NaN likewise
 */
public record NeighbourCorrelation(String quantity, Neighbours neighbours, long pairCount, double correlation, double kurtosis) {

    /** Pairs never reach across blocks, so that they are the same for any number of threads and lanes. */
    public enum Neighbours {
        /** Trajectories 2i and 2i + 1. */
        EVEN_WITH_ODD,
        /** Trajectories i and i + 1. */
        EACH_WITH_NEXT
    }
}
