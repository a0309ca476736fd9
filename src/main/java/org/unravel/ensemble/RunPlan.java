package org.unravel.ensemble;

import java.util.Optional;

import org.unravel.engine.EngineChoice;
import org.unravel.numeric.HermitianEigen;
import org.unravel.trajectory.Recording;

/**
 * What to run.
 *
 * @param trajectoryCount number of trajectories, ≥ 1; the largest number where the model says {@code until}
 * @param seed seed of all streams
 * @param threadCount threads, ≥ 1; changes no result
 * @param engine which engine
 * @param recording which curves
 * @param finalState eigenvectors and populations of the exact ρ at the end, which a measured model needs for its entropy production
 * @param stop what is known of the quantity at whose standard error the model says {@code until}; without it a run does not stop early
 * @param records who takes the records of single trajectories
 */
public record RunPlan(long trajectoryCount, long seed, int threadCount, EngineChoice engine, Recording recording,
        Optional<HermitianEigen> finalState, Optional<StopBounds> stop, Optional<RecordSink> records) {

    /** A plan that keeps no records. */
    public RunPlan(long trajectoryCount, long seed, int threadCount, EngineChoice engine, Recording recording,
            Optional<HermitianEigen> finalState, Optional<StopBounds> stop) {
        this(trajectoryCount, seed, threadCount, engine, recording, finalState, stop, Optional.empty());
    }

    /** A plan without the final state. */
    public RunPlan(long trajectoryCount, long seed, int threadCount, EngineChoice engine, Recording recording) {
        this(trajectoryCount, seed, threadCount, engine, recording, Optional.empty(), Optional.empty());
    }

    /** A plan that records every curve. */
    public RunPlan(long trajectoryCount, long seed, int threadCount, EngineChoice engine) {
        this(trajectoryCount, seed, threadCount, engine, Recording.all());
    }

    /** The same plan with the final state. */
    public RunPlan withFinalState(HermitianEigen state) {
        return new RunPlan(trajectoryCount, seed, threadCount, engine, recording, Optional.of(state), stop, records);
    }

    /** The same plan with what lets a run stop early. */
    public RunPlan withStop(StopBounds bounds) {
        return new RunPlan(trajectoryCount, seed, threadCount, engine, recording, finalState, Optional.of(bounds), records);
    }

    /** The same plan, whose trajectories are recorded one by one. */
    public RunPlan withRecords(RecordSink sink) {
        return new RunPlan(trajectoryCount, seed, threadCount, engine, recording, finalState, stop, Optional.of(sink));
    }

    /** The same plan with so many trajectories, ≥ 1. */
    public RunPlan withTrajectories(long count) {
        return new RunPlan(count, seed, threadCount, engine, recording, finalState, stop, records);
    }

    /** The same plan with another recording. */
    public RunPlan withRecording(Recording other) {
        return new RunPlan(trajectoryCount, seed, threadCount, engine, other, finalState, stop, records);
    }

    /** The same plan under another seed. */
    public RunPlan withSeed(long other) {
        return new RunPlan(trajectoryCount, other, threadCount, engine, recording, finalState, stop, records);
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
