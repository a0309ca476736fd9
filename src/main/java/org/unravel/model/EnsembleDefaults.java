package org.unravel.model;

import java.util.Optional;

/**
 * What the model file says of the ensemble; the command line overrides it.
 *
 * @param trajectoryCount number of trajectories, from 1 to 2⁵³; with {@code until} the largest number
 * @param seed seed of all random streams
 * @param until when to stop early
 * @param measurement what is measured at the ends
 * @param bias the law from which jump records are drawn, where it is not the model's own
 */
public record EnsembleDefaults(long trajectoryCount, long seed, Optional<Until> until, Measurement measurement, Optional<JumpBias> bias) {

    /** Defaults without a bias. */
    public EnsembleDefaults(long trajectoryCount, long seed, Optional<Until> until, Measurement measurement) {
        this(trajectoryCount, seed, until, measurement, Optional.empty());
    }

    /** Defaults without a measurement. */
    public EnsembleDefaults(long trajectoryCount, long seed, Optional<Until> until) {
        this(trajectoryCount, seed, until, Measurement.NONE);
    }

    /**
     * Stop when the standard error of the mean of a quantity at the end has come down to a value.
     *
     * @param quantity a quantity of {@code summary.json}, e.g. {@code work}
     * @param standardError the goal, &gt; 0, in the unit of the quantity
     */
    public record Until(String quantity, double standardError) {
    }
}
