package org.unravel.ensemble;

/**
 * How much of a sample came to the two highest levels of a subsystem that is cut off, at the grid times that were recorded.
 *
 * @param subsystem its name
 * @param levels number of its levels
 * @param mean largest mean population over the trajectories
 * @param meanAt index of its grid time
 * @param largest largest population in a single trajectory
 * @param largestAt index of its grid time
 */
public record HighestLevels(String subsystem, int levels, double mean, int meanAt, double largest, int largestAt) {
}
