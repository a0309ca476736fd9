package org.unravel.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import org.unravel.firstlaw.ComparedModel;
import org.unravel.firstlaw.ComparisonReport;
import org.unravel.firstlaw.Definition;
import org.unravel.model.Absence;
import org.unravel.model.ModelException;
import org.unravel.model.QuadraticModel;
import org.unravel.model.Reason;
import org.unravel.modelfile.QuadraticModelFile;
import org.unravel.modes.ModesComparison;
import org.unravel.output.ComparisonFiles;
import org.unravel.output.ComparisonRun;
import org.unravel.output.ModesDescription;
import org.unravel.output.ModesFiles;
import org.unravel.output.RunInfo;
import org.unravel.run.ExactChoice;

/** What the commands that take models of boson modes do with one. */
final class QuadraticCommands {

    private final Console console;
    private final ModelArguments arguments;
    private final QuadraticModelFile file;

    QuadraticCommands(Console console, ModelArguments arguments, QuadraticModelFile file) {
        this.console = console;
        this.arguments = arguments;
        this.file = file;
    }

    /** Says what the model means. */
    int explain() {
        try {
            ModesDescription.lines(file.model(), ModesComparison.of(file.model()).frequencies()).forEach(console::show);
            return ExitCode.DONE;
        } catch (ModelException e) {
            throw arguments.placed(e);
        }
    }

    /** Compares definitions. */
    int compare(SamplingOptions options, List<Definition> definitions) throws IOException {
        options.requireOfModes();
        Path directory = options.directory(file.model().name() + CompareCommand.FOLDER);
        try (OutputDirectory output = OutputDirectory.open(directory, CompareCommand.names(options, directory), ComparisonFiles.INDEX); Interruption interruption = Interruption.watch(output, console::show)) {
            PageAndFigures<ComparisonRun> views = ComparisonViews.of(options.figures());
            ModesComparison comparison = ModesComparison.of(file.model()).with(definitions);
            ComparisonReport report = report(options.exact() == ExactChoice.ON ? comparison.whateverItTakes() : comparison, options, interruption);
            ComparisonRun run = new ComparisonRun(report, info(), ModesDescription.entries(file.model(), comparison.frequencies()));
            ResultFolder<ComparisonRun> folder = ResultFolder.ofComparison(output, views);
            interruption.finish(() -> folder.write(run));
            return CompareCommand.show(run, folder, views, Optional.empty(), console);
        } catch (ModelException e) {
            throw arguments.placed(e);
        }
    }

    /** Samples energies. */
    int run(SamplingOptions options) throws IOException {
        options.requireOfModes();
        if (options.figures().isPresent()) {
            throw new InputException("expected no '--figures' where a model of modes is run: unravel compare draws what there is");
        }
        Path directory = options.directory(file.model().name());
        try (OutputDirectory output = OutputDirectory.open(directory, ModesFiles.NAMES); Interruption interruption = Interruption.watch(output, console::show)) {
            ComparisonReport report = report(ModesComparison.of(file.model()).energiesAlone(), options, interruption);
            interruption.finish(() -> ModesFiles.write(output.make(), report, info(), options.seed(file.model().sampling())));
            ModesFiles.lines(report).forEach(console::show);
            console.show("files: " + directory);
            return ExitCode.DONE;
        } catch (ModelException e) {
            throw arguments.placed(e);
        }
    }

    private RunInfo info() {
        return new RunInfo(file.name(), file.text(), file.normalForm(), file.trajectories(), console.command(), Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(), Version.machine(), Version.number());
    }

    private ComparisonReport report(ModesComparison comparison, SamplingOptions options, Interruption interruption) {
        QuadraticModel model = file.model();
        try (ProgressDisplay progress = console.progress("sampling")) {
            ModesComparison.Result result = comparison.compute(options.trajectories(model.sampling()), options.seed(model.sampling()), options.threads(), progress, interruption.request());
            boolean isOff = options.exact() == ExactChoice.OFF;
            ComparedModel compared = new ComparedModel(model.name(), model.title(), model.parameters(), comparison.energyScale(), Optional.empty());
            return new ComparisonReport(compared, result.sampled(), isOff ? Optional.empty() : Optional.of(result.exact()),
                    isOff ? Optional.of(new Absence(Reason.NOT_ASKED, "switched off by --exact off")) : Optional.empty());
        } catch (IllegalStateException e) {
            throw interruption.isRequested() ? new InterruptedRunException("nothing is finished yet, nothing is written") : e;
        }
    }
}
