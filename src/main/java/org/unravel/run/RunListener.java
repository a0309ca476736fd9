package org.unravel.run;

import org.unravel.ensemble.Progress;
import org.unravel.output.RunReport;

/** Is told what a run has come to, each in the thread that runs it, in this order: progress of sampling, what was sampled, means, more. */
public interface RunListener extends Progress {

    /** Nobody listens. */
    RunListener NONE = (done, total) -> { };

    /** All is sampled; nothing else is known yet. What throws here ends the run. */
    default void sampled(RunReport report) {
        // not everybody keeps what is not finished
    }

    /** The exact means are known, or why they are not; distributions and verdict are not yet. */
    default void meansKnown(RunReport report) {
        // not everybody cannot wait
    }

    /** Something of which nobody knows how long it takes begins; it ends when what is returned is closed. */
    default Waiting waits() {
        return () -> { };
    }

    /** Ends with what was waited for. */
    @FunctionalInterface
    interface Waiting extends AutoCloseable {

        @Override
        void close();
    }
}
