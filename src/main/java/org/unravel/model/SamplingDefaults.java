package org.unravel.model;

import java.util.Optional;

/**
 * How much of a problem to sample where nobody says otherwise: no part of the problem, and the command line overrides it.
 *
 * @param trajectoryCount number of trajectories, from 1 to 2⁵³; with {@code until} the largest number
 * @param seed seed of all random streams
 * @param until when to stop early
 */
public record SamplingDefaults(long trajectoryCount, long seed, Optional<Until> until) {

    /**
     * Stop when the standard error of the mean of a quantity at the end has come down to a value.
     *
     * @param quantity a quantity of {@code summary.json}, e.g. {@code work}
     * @param standardError the goal, &gt; 0, in the unit of the quantity
     */
    public record Until(String quantity, double standardError) {
    }
}
