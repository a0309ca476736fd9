package org.unravel.ensemble;

import java.util.List;
import java.util.function.Supplier;

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

    /** Means of what is sampled so far, for who wants to look: computed when asked for, during the call only. */
    default void means(Supplier<List<RunningMean>> means) {
        // not everybody looks at means on the way
    }

    /** So many trajectories are done of so many. */
    void advanced(long doneTrajectories, long totalTrajectories);
}
