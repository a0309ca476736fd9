package org.unravel.engine;

/** How many lanes the arrays of a group hold: whole vectors. */
final class LanePadding {

    /** Groups are padded to a multiple of this: two of the widest vectors. */
    static final int MULTIPLE = 16;

    private LanePadding() {
    }

    /** Smallest multiple of {@link #MULTIPLE} that holds so many trajectories. */
    static int padded(int trajectories) {
        return (trajectories + MULTIPLE - 1) / MULTIPLE * MULTIPLE;
    }
}
