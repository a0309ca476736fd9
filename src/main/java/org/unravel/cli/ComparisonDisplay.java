package org.unravel.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

import org.unravel.engine.EngineSelection;
import org.unravel.ensemble.Progress;
import org.unravel.ensemble.RunPlan;
import org.unravel.ensemble.RunningMean;
import org.unravel.output.ComparisonRun;
import org.unravel.output.ComparisonTable;
import org.unravel.run.FailureText;

/** Shows how far a comparison is, and keeps what it has come to: whatever happens to the exact side or the process, what was sampled is not lost. */
final class ComparisonDisplay implements Progress, AutoCloseable {

    private final Console console;
    private final RunPlan plan;
    private final Interruption interruption;
    private final ResultFolder<ComparisonRun> folder;
    private final SamplingDisplay bar;
    private ProgressDisplay waiting = ProgressDisplay.none("");

    ComparisonDisplay(Console console, RunPlan plan, Interruption interruption, ResultFolder<ComparisonRun> folder) {
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

    /** When all is sampled, entropies and other estimates are waited for. */
    @Override
    public void advanced(long doneTrajectories, long totalTrajectories) {
        bar.advanced(doneTrajectories, totalTrajectories);
        if (doneTrajectories == totalTrajectories) {
            bar.close();
            waiting = console.progress(ProgressDisplay.AVERAGED_STATES);
        }
    }

    /** All is sampled, or as much as there was time for. */
    void sampled(ComparisonRun run) throws IOException {
        close();
        if (interruption.isRequested()) {
            end(run);
        }
        if (run.origin().wallSeconds() >= RunDisplay.WORTH_SAVING) {
            interruption.write(() -> folder.save(run));
        }
        interruption.sampled(() -> lastWord(run));
    }

    private void end(ComparisonRun run) throws IOException {
        String what = run.report().trajectoryCount() + " of " + plan.trajectoryCount() + " trajectories are done and written, nothing is judged";
        interruption.write(() -> {
            // all is said here: once it is written the process may end before anybody else can say it
            try {
                Path written = folder.writeInterrupted(run);
                ComparisonTable.results(run.report()).forEach(console::show);
                console.show("interrupted: " + what);
                folder.missing().ifPresent(console::show);
                console.show("files: " + written);
            } catch (IOException | IllegalStateException e) {
                console.show("interrupted: " + FailureText.of(e));
            }
        });
        throw new InterruptedRunException(what);
    }

    /** Of a comparison that is ended after it has sampled. */
    private void lastWord(ComparisonRun run) {
        try {
            Path written = folder.write(run);
            console.show("interrupted: all " + run.report().trajectoryCount() + " trajectories are done and written, nothing is judged");
            folder.missing().ifPresent(console::show);
            console.show("files: " + written);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        bar.close();
        waiting.close();
    }
}
