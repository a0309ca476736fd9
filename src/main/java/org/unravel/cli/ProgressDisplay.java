package org.unravel.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.unravel.ensemble.Progress;
import org.unravel.ensemble.RunningMean;
import org.unravel.output.Measured;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how far something has come: a bar with trajectories/s and time left, what is waited for and since when, or nothing. */
interface ProgressDisplay extends Progress, AutoCloseable {

    /** What is waited for when it is not sampling, of which nobody knows how long it takes. */
    String EXACT = "exact side";

    /** The same of what is estimated from averaged states when all is sampled. */
    String AVERAGED_STATES = "estimates from averaged states";

    /** Nanoseconds between two looks at running means. */
    long BETWEEN_MEANS = 500_000_000;

    @Override
    void close();

    /** Shows nothing, whatever is done. */
    static ProgressDisplay none(String task) {
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

    /** On a terminal: a bar for what says how far it is, a line for what does not; cleared when closed. */
    static ProgressDisplay on(PrintStream terminal, String task) {
        return task.equals(EXACT) || task.equals(AVERAGED_STATES) ? WaitingLine.on(terminal, task) : bar(terminal, task);
    }

    private static String text(RunningMean mean) {
        return mean.quantity() + " " + Measured.withError(mean.mean(), mean.standardError());
    }

    private static ProgressDisplay bar(PrintStream terminal, String task) {
        ProgressBar bar = new ProgressBarBuilder().setTaskName(task).setInitialMax(-1).setStyle(ProgressBarStyle.ASCII)
                .setUnit("", 1).showSpeed().clearDisplayOnFinish().setConsumer(new ConsoleProgressBarConsumer(terminal)).build();
        return new ProgressDisplay() {

            private long lastMeans = System.nanoTime() - BETWEEN_MEANS;

            @Override
            public void means(Supplier<List<RunningMean>> means) {
                if (System.nanoTime() - lastMeans >= BETWEEN_MEANS) {
                    lastMeans = System.nanoTime();
                    bar.setExtraMessage(means.get().stream().map(ProgressDisplay::text).collect(Collectors.joining(", ", " ", "")));
                }
            }

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
