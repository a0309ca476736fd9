package org.unravel.trajectory;

/**
 * Sees a lane group on its way: begin, then jumps and grid points in the order of time within each lane.
 *
 * <p>All jumps of a lane up to a grid time are shown before that grid point. Not thread-safe: one per worker.
 */
public interface LaneObserver {

    /** A group of trajectories {@code first} … {@code first + laneCount − 1} starts. */
    void begin(long first, int laneCount);

    /**
     * A lane has jumped.
     *
     * @param lane its place in the group
     * @param time of the jump
     * @param channel index of the channel in {@code model.channels()}
     * @param energyChange ⟨E⟩ after less ⟨E⟩ before, in the unit of energy
     * @param weight of the trajectory just after the jump, ≥ 0 unless the unraveling has weights of both signs; 1 where it has none
     */
    void jump(int lane, double time, int channel, double energyChange, double weight);

    /** All lanes have come to grid time {@code index}, from 0 on; at the last one the group ends. */
    void gridPoint(int index, LaneValues values);

    /**
     * The kets of all lanes at a grid time, just after {@link #gridPoint}; shown only by engines of {@link Engine#showsKets}.
     *
     * @param kets valid during the call only
     */
    default void kets(int index, LaneKets kets) {
    }

    /** The group has ended: after the last grid point, the kets that a final measurement projects. An engine that has none must not take a measured model. */
    default void end(LaneKets kets) {
    }
}
