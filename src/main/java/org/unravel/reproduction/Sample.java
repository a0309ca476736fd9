package org.unravel.reproduction;

/**
 * How much to sample.
 *
 * @param trajectories of each run, ≥ 1
 * @param seed of all runs
 */
public record Sample(long trajectories, long seed) {
}
