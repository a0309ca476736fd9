package org.unravel.ensemble;

/** Is told how far a run has come; called from any worker thread, one at a time. */
@FunctionalInterface
public interface Progress {

    /** Nobody listens. */
    Progress NONE = (done, total) -> { };

    /** So many trajectories are done of so many. */
    void advanced(long doneTrajectories, long totalTrajectories);
}
