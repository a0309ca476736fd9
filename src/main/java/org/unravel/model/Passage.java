package org.unravel.model;

/**
 * The time of the n-th jump of a channel, from the start of the run; a trajectory may not come to it before the end.
 *
 * @param name as in the model file
 * @param channel {@code bath.channel}
 * @param number n, from 1 to {@link #MOST_JUMPS}
 */
public record Passage(String name, String channel, int number) {

    /** Largest n: what no trajectory comes to, as no engine makes more jumps. */
    public static final int MOST_JUMPS = 10_000_000;
}
