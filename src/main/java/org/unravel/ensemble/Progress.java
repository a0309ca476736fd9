package org.unravel.ensemble;

import org.unravel.engine.EngineSelection;

/** Is told how far a run has come; called from any worker thread, one at a time. */
@FunctionalInterface
public interface Progress {

    /** Nobody listens. */
    Progress NONE = (done, total) -> { };

    /** Sampling is about to begin, in blocks of so many trajectories, which are kept together or not at all. */
    default void selected(EngineSelection selection, int blockSize) {
        // not everybody wants to know how long it may take
    }

    /** So many trajectories are done of so many. */
    void advanced(long doneTrajectories, long totalTrajectories);
}
