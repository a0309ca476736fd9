package org.unravel.ensemble;

import org.unravel.trajectory.LaneKets;

/**
 * Watches lane groups and sums up one thing, a block at a time. One file for each thing that is summed; {@link Tallies} lists them.
 *
 * <p>What it looks at it says by the interfaces in here that it implements. Trajectories of a lane group come in the order of their index, and sums over them are
 * taken in that order, by trajectory index and never by lane, so that a block has the same bytes for any number of lanes. What would take much room for each of 64
 * groups (index mod 64), as states on the way do, is grouped by runs of consecutive trajectories instead: then a block holds only the groups that it covers.
 * One per worker thread.
 */
interface Tally {

    /** Begins a new block, with empty sums. */
    void start();

    /** Whether it looks at anything of the block that begins with this trajectory. */
    default boolean watches(long firstOfBlock) {
        return true;
    }

    /** The sums of the block that has been watched; the tally must not change them any more. */
    TallySums sums();

    /** Empty sums, to read written ones into. */
    TallySums empty();

    /** Looks at jumps. */
    interface OfJumps {

        /**
         * A trajectory has jumped: at once where all weights are 1, else when its group has ended, trajectory by trajectory in the order of the index.
         *
         * @param from channel of the jump before, plus 1; 0 for the first jump
         * @param channel index of the channel in {@code model.channels()}
         * @param delay time since the jump before, or since the start
         * @param weight of the trajectory just after the jump
         */
        void jump(long trajectory, int from, int channel, double time, double delay, double weight);
    }

    /** Looks at grid times. */
    interface OfGridPoints {

        /** All trajectories of a group have come to a grid time, and the ledger is up to date. */
        void gridPoint(int index, LaneGroup group);
    }

    /** Looks at the end of trajectories. */
    interface OfEnds {

        /** All trajectories of a group have come to the last grid time: after {@link OfGridPoints} and all jumps. */
        void end(LaneGroup group);
    }

    /** Looks at the kets at grid times. */
    interface OfStates {

        /** The kets of a group at a grid time: after {@link OfGridPoints}. */
        void states(int index, LaneGroup group, LaneKets kets);
    }

    /** Looks at the kets at the end. */
    interface OfKets {

        /** The kets of a group that has ended. */
        void kets(LaneGroup group, LaneKets kets);
    }
}
