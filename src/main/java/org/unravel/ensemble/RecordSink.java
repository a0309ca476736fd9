package org.unravel.ensemble;

/**
 * Takes the records of single trajectories as they are sampled, in the order of the index: all of the trajectories that a run counts, and no other.
 *
 * <p>Called from any worker thread, one call at a time. What it throws ends the run: a sink whose disk is full keeps that to itself until the run is over. A sink that is slow makes the
 * workers wait, so that what is not taken yet stays small.
 */
public interface RecordSink {

    /** Sampling is about to begin. */
    void begin(RecordPlan plan);

    /** The next block. The sink may keep it; nobody writes to it any more. */
    void take(TrajectoryRecords block);
}
