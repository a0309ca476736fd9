package org.unravel.reproduction;

/**
 * How much to sample.
 *
 * @param trajectories of each run; 0: nothing is sampled, and the exact side is judged alone
 * @param seed of all runs
 */
public record Sample(long trajectories, long seed) {

    /** Nothing. */
    public static final Sample NOTHING = new Sample(0, 0);

    boolean isNothing() {
        return trajectories == 0;
    }
}
