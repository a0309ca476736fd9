package org.unravel.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.unravel.ensemble.RunPlan;
import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.modelfile.ModelFile;
import org.unravel.output.ResultTable;
import org.unravel.output.RunFile;
import org.unravel.output.RunFiles;
import org.unravel.output.RunInfo;
import org.unravel.output.RunReport;
import org.unravel.records.Records;
import org.unravel.run.ExactChoice;
import org.unravel.run.Run;
import org.unravel.run.RunOutcome;
import org.unravel.validation.Validation;
import org.unravel.validation.ValidationReport;

/** A run from the command line: shows what comes, writes it as soon as there is something to lose, and ends well when it is told to. */
final class Simulation {

    private final Console console;
    private final ModelArguments arguments;
    private final SamplingOptions options;
    private final Run.Judge judge;

    Simulation(Console console, ModelArguments arguments, SamplingOptions options) {
        this(console, arguments, options, Validation::judge);
    }

    Simulation(Console console, ModelArguments arguments, SamplingOptions options, Run.Judge judge) {
        this.console = console;
        this.arguments = arguments;
        this.options = options;
        this.judge = judge;
    }

    /** Runs it; what was sampled is written even where the exact side or the verdict fails. A folder made for a run that leaves nothing is removed. */
    ValidationReport run() throws IOException {
        options.requireBuilt();
        ModelFile file = arguments.open();
        Path directory = options.directory(file.model());
        try (OutputDirectory output = OutputDirectory.open(directory, names(directory, file.model())); Interruption interruption = Interruption.watch(output, console::show)) {
            return run(file, output, interruption);
        } catch (ModelException e) {
            throw arguments.placed(e);
        }
    }

    /** Which figures there will be is not known before: all that could be one count. */
    private Set<String> names(Path directory, Model model) throws IOException {
        Set<String> names = new TreeSet<>(RunFiles.names(model));
        if (options.figures().isPresent()) {
            names.addAll(RunFile.figuresIn(directory));
        }
        return names;
    }

    private ValidationReport run(ModelFile file, OutputDirectory output, Interruption interruption) throws IOException {
        Model model = file.model();
        RunInfo info = new RunInfo(file.name(), file.text(), file.normalForm(), file.trajectories(), console.command(), Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                Version.machine(), Version.number());
        RunPlan plan = options.plan(model);
        Run run = Run.of(model).with(plan).with(options.exact()).from(info, arguments::resized).judgedBy(judge);
        PageAndFigures<RunReport> views = RunViews.of(options.figures());
        if (!options.hasRecords()) {
            return run(run, plan, views, ResultFolder.ofRun(output, views, List::of), interruption);
        }
        try (Records records = Records.in(output.make(), info, console::show)) {
            return run(run.recordsTo(records), plan, views, ResultFolder.ofRun(output, views, records::files), interruption);
        }
    }

    private ValidationReport run(Run run, RunPlan plan, PageAndFigures<RunReport> views, ResultFolder<RunReport> folder, Interruption interruption) throws IOException {
        folder.replaced(run.model().name(), plan.trajectoryCount()).ifPresent(console::show);
        folder.removed().ifPresent(console::show);
        RunOutcome outcome = executed(run, new RunDisplay(console, plan, interruption, folder), interruption);
        // page and figures are made while the process waits: once the exact side is known an interruption must not lose it
        interruption.finish(() -> folder.write(outcome.report()));
        ResultTable.judgement(outcome.report()).forEach(console::show);
        if (options.exact() == ExactChoice.AUTO && outcome.reference().isCutByWork()) {
            console.show("exact: --exact on takes the work that was too much, minutes for the shipped models");
        }
        if (views.hasPage()) {
            console.show("to look at: " + folder.path().resolve(PageAndFigures.PAGE));
        }
        console.show("files: " + folder.path());
        // files are written: the run has failed, the input has not been refused
        Optional<IllegalStateException> failure = outcome.failure().or(views::failure);
        if (failure.isPresent()) {
            throw new IllegalStateException(failure.get().getMessage() + "; all else is in " + folder.path(), failure.get());
        }
        return outcome.report().validation().orElseThrow();
    }

    private RunOutcome executed(Run run, RunDisplay display, Interruption interruption) {
        try (display) {
            return run.execute(display, interruption.request());
        } catch (InterruptedRunException e) {
            throw e;
        } catch (IllegalStateException e) {
            throw interruption.isRequested() ? new InterruptedRunException("nothing is finished yet, nothing is written") : e;
        }
    }
}
