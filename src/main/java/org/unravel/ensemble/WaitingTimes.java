package org.unravel.ensemble;

import org.unravel.statistics.Distribution;

/**
 * Sampled waiting times from one jump to the next for one ordered pair.
 *
 * @param from {@code start} for the first jump of a trajectory, else {@code bath.channel} of the earlier jump
 * @param to {@code bath.channel} of the later jump, or {@code none}: no further jump before the end, whose waiting time is censored
 * @param distribution probabilities given {@code from}, so that all bins of all {@code to} of one {@code from} add up to 1; for
 *        {@code none} a single bin with high = +∞
 */
public record WaitingTimes(String from, String to, Distribution distribution) {

    /** The name of the start as the earlier jump. */
    public static final String START = "start";

    /** The name of the later jump where there is none. */
    public static final String NONE = "none";

    /** Number of equal bins that cover the run. */
    public static final int BIN_COUNT = 64;
}
