package org.unravel.validation.calibration;

/**
 * What to run.
 *
 * @param seedCount right runs, ≥ 2
 * @param errorSeedCount runs with each planted error, from 0 to {@code seedCount}
 * @param trajectoryCount trajectories of each run, ≥ 1
 * @param seed seed of the first run
 * @param threadCount threads, ≥ 1; changes no result
 */
public record CalibrationPlan(int seedCount, int errorSeedCount, long trajectoryCount, long seed, int threadCount) {

    /** Checks the numbers. */
    public CalibrationPlan {
        if (seedCount < 2 || errorSeedCount < 0 || errorSeedCount > seedCount) {
            throw new IllegalArgumentException("expected at least 2 seeds and at most as many for each error, found " + seedCount + " and "
                    + errorSeedCount);
        }
    }
}
