package org.unravel.validation.calibration;

/**
 * What to run.
 *
 * @param seedCount right runs, ≥ 2
 * @param errorSeedCount runs with each planted error, ≥ 0
 * @param errors what the name of an error contains that is planted; empty for all of them
 * @param trajectoryCount trajectories of each run, ≥ 1
 * @param seed seed of the first run
 * @param threadCount threads, ≥ 1; changes no result
 */
public record CalibrationPlan(int seedCount, int errorSeedCount, String errors, long trajectoryCount, long seed, int threadCount) {

    /** Checks the numbers. */
    public CalibrationPlan {
        if (seedCount < 2 || errorSeedCount < 0) {
            throw new IllegalArgumentException("expected seeds >= 2 and error seeds >= 0, found " + seedCount + " and " + errorSeedCount);
        }
    }
}
