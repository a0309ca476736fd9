package org.unravel.ensemble;

import java.util.List;

/**
 * What a run gathers for the verdict alone.
 *
 * @param firstJumps times of first jumps; no cells for a model without channels
 * @param waitingTimes waiting times between jumps, by group of trajectories
 * @param neighbours correlations of neighbouring trajectories
 */
public record Evidence(FirstJumpTimes firstJumps, GroupedWaitingTimes waitingTimes, List<NeighbourCorrelation> neighbours) {

    /** Nothing was gathered. */
    public static final Evidence NONE = new Evidence(FirstJumpTimes.ofCounts(new long[0], 0), GroupedWaitingTimes.empty(0), List.of());

    /** Copies the list. */
    public Evidence {
        neighbours = List.copyOf(neighbours);
    }
}
