package org.unravel.engine.jump;

/** How many lanes the arrays of a group hold: whole vectors. */
public final class LanePadding {

    /** Groups are padded to a multiple of this: two of the widest vectors. */
    public static final int MULTIPLE = 16;

    private LanePadding() {
    }

    /** Smallest multiple of {@link #MULTIPLE} that holds so many trajectories. */
    public static int padded(int trajectories) {
        return (trajectories + MULTIPLE - 1) / MULTIPLE * MULTIPLE;
    }
}
