package org.unravel.cli;

import java.io.PrintStream;

import org.unravel.ensemble.Progress;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how far sampling has come: a bar with trajectories/s and time left, or nothing. */
interface ProgressDisplay extends Progress, AutoCloseable {

    @Override
    void close();

    /** Shows nothing. */
    static ProgressDisplay none() {
        return new ProgressDisplay() {
            @Override
            public void advanced(long doneTrajectories, long totalTrajectories) {
                // nobody looks
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
    }

    /** A bar on a terminal, cleared when closed. */
    static ProgressDisplay bar(PrintStream terminal) {
        ProgressBar bar = new ProgressBarBuilder().setTaskName("sampling").setInitialMax(-1).setStyle(ProgressBarStyle.ASCII)
                .setUnit(" traj", 1).showSpeed().clearDisplayOnFinish().setConsumer(new ConsoleProgressBarConsumer(terminal)).build();
        return new ProgressDisplay() {
            @Override
            public void advanced(long doneTrajectories, long totalTrajectories) {
                bar.maxHint(totalTrajectories);
                bar.stepTo(doneTrajectories);
            }

            @Override
            public void close() {
                bar.close();
            }
        };
    }
}
