package org.unravel.ensemble;

import org.unravel.engine.EngineChoice;
import org.unravel.trajectory.Recording;

/**
 * What to run.
 *
 * @param trajectoryCount number of trajectories, ≥ 1; the largest number where the model says {@code until}
 * @param seed seed of all streams
 * @param threadCount threads, ≥ 1; changes no result
 * @param engine which engine
 * @param recording which curves
 */
public record RunPlan(long trajectoryCount, long seed, int threadCount, EngineChoice engine, Recording recording) {

    /** A plan that records every curve. */
    public RunPlan(long trajectoryCount, long seed, int threadCount, EngineChoice engine) {
        this(trajectoryCount, seed, threadCount, engine, Recording.all());
    }

    /** Checks the numbers. */
    public RunPlan {
        if (trajectoryCount < 1) {
            throw new IllegalArgumentException("expected trajectoryCount >= 1, found " + trajectoryCount);
        }
        if (threadCount < 1) {
            throw new IllegalArgumentException("expected threadCount >= 1, found " + threadCount);
        }
    }
}
