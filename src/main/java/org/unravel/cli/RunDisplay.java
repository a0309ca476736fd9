package org.unravel.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

import org.unravel.engine.EngineSelection;
import org.unravel.ensemble.RunPlan;
import org.unravel.ensemble.RunningMean;
import org.unravel.model.Absence;
import org.unravel.model.Reason;
import org.unravel.output.ResultTable;
import org.unravel.output.RunReport;
import org.unravel.run.FailureText;
import org.unravel.run.RunListener;

/** Shows how far a run is, and keeps what it has come to: whatever happens to the exact side or the process, what was sampled is not lost. */
final class RunDisplay implements RunListener, AutoCloseable {

    /** Seconds of sampling that are written before the exact side is waited for. */
    private static final double WORTH_SAVING = 0.5;

    private final Console console;
    private final RunPlan plan;
    private final Interruption interruption;
    private final ResultFolder folder;
    private final SamplingDisplay bar;

    RunDisplay(Console console, RunPlan plan, Interruption interruption, ResultFolder folder) {
        this.console = console;
        this.plan = plan;
        this.interruption = interruption;
        this.folder = folder;
        this.bar = new SamplingDisplay(console, interruption, plan.trajectoryCount());
    }

    @Override
    public void selected(EngineSelection selection, int blockSize) {
        new RunForecast(console, plan, blockSize).show(selection);
    }

    @Override
    public void means(Supplier<List<RunningMean>> means) {
        bar.means(means);
    }

    @Override
    public void advanced(long doneTrajectories, long totalTrajectories) {
        bar.advanced(doneTrajectories, totalTrajectories);
    }

    @Override
    public void sampled(RunReport report) {
        bar.close();
        try {
            if (interruption.isRequested()) {
                end(report);
            }
            if (report.result().wallSeconds() >= WORTH_SAVING) {
                interruption.write(() -> folder.save(report));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        interruption.sampled(() -> lastWord(report.withoutExact(new Absence(Reason.NOT_YET, "the run was interrupted before the exact side was computed"))));
    }

    /** A run that was told to end while it sampled. */
    private void end(RunReport report) throws IOException {
        String what = report.result().trajectoryCount() + " of " + plan.trajectoryCount() + " trajectories are done and written, nothing is judged";
        interruption.write(() -> {
            // all is said here: once it is written the process may end before anybody else can say it
            try {
                Path written = folder.writeInterrupted(report);
                ResultTable.means(report).forEach(console::show);
                console.show("interrupted: " + what);
                folder.missing().ifPresent(console::show);
                console.show("files: " + written);
            } catch (IOException | IllegalStateException e) {
                console.show("interrupted: " + FailureText.of(e));
            }
        });
        throw new InterruptedRunException(what);
    }

    /** Of a run that is ended after it has sampled. */
    private void lastWord(RunReport report) throws IOException {
        Path written = folder.write(report);
        console.show("interrupted: all " + report.result().trajectoryCount() + " trajectories are done and written, nothing is judged");
        folder.missing().ifPresent(console::show);
        console.show("files: " + written);
    }

    @Override
    public void meansKnown(RunReport report) {
        ResultTable.means(report).forEach(console::show);
        interruption.sampled(() -> lastWord(report.withoutDistributions(new Absence(Reason.NOT_YET, "the run was interrupted"))));
    }

    @Override
    public Waiting waits() {
        return console.progress(ProgressDisplay.EXACT)::close;
    }

    @Override
    public void close() {
        bar.close();
    }
}
