package org.unravel.cli;

import java.util.List;
import java.util.function.Supplier;

import org.unravel.ensemble.Progress;
import org.unravel.ensemble.RunningMean;

/**
 * The bar of a sampling that can be told to end, on a terminal: from the first finished trajectories on a process that is told to end waits until somebody has said what becomes of them
 * ({@link Interruption#finishedSome}).
 */
final class SamplingDisplay implements Progress, AutoCloseable {

    /** What is done, for people. */
    static final String TASK = "sampling";

    private final Interruption interruption;
    private final ProgressDisplay bar;

    /** Begins with nothing done of so many trajectories. */
    SamplingDisplay(Console console, Interruption interruption, long trajectoryCount) {
        this(console, TASK, interruption, trajectoryCount);
    }

    /** The same of one sampling among several. */
    SamplingDisplay(Console console, String task, Interruption interruption, long trajectoryCount) {
        this.interruption = interruption;
        this.bar = console.progress(task);
        bar.advanced(0, trajectoryCount);
    }

    @Override
    public void means(Supplier<List<RunningMean>> means) {
        bar.means(means);
    }

    @Override
    public void advanced(long doneTrajectories, long totalTrajectories) {
        interruption.finishedSome();
        bar.advanced(doneTrajectories, totalTrajectories);
    }

    @Override
    public void close() {
        bar.close();
    }
}
