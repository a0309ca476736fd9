package org.unravel.ensemble;

import org.unravel.statistics.Distribution;

/**
 * Sampled delays from one jump to the next for one ordered pair.
 *
 * @param from {@code start} for the first jump of a trajectory, else {@code bath.channel} of the earlier jump
 * @param to {@code bath.channel} of the later jump, or {@code none}: no further jump before the end, whose delay is censored
 * @param delays probabilities given {@code from}, so that all bins of all {@code to} of one {@code from} add up to 1; for
 *        {@code none} a single bin with high = +∞
 */
public record WaitingTimes(String from, String to, Distribution delays) {
}
