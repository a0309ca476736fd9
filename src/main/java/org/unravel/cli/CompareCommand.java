package org.unravel.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

import org.unravel.ensemble.RunPlan;
import org.unravel.firstlaw.Comparison;
import org.unravel.firstlaw.ComparisonReport;
import org.unravel.firstlaw.Definition;
import org.unravel.firstlaw.Definitions;
import org.unravel.firstlaw.FirstLawCurves;
import org.unravel.model.Absence;
import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.model.Reason;
import org.unravel.modelfile.ModelFile;
import org.unravel.modelfile.QuadraticModelFile;
import org.unravel.output.ComparisonFiles;
import org.unravel.output.ComparisonRun;
import org.unravel.output.ComparisonTable;
import org.unravel.output.RunFile;
import org.unravel.output.RunInfo;
import org.unravel.run.ExactChoice;
import org.unravel.run.FailureText;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "compare", description = "Compare definitions of heat and work on a model: on the averaged state of a sample and on the exact one. "
        + "Exit code 0 if all shares add up and sample and exact agree, 1 if not.")
final class CompareCommand implements Callable<Integer> {

    private static final String ALL = "all";
    /** What the default folder has behind the name of the model: that of a run has other files of the same names. */
    static final String FOLDER = "-compare";

    private final Console console;

    @Mixin
    private ModelArguments arguments;

    @Mixin
    private SamplingOptions options;

    @Option(names = "--definitions", paramLabel = "all|NAME,...", description = "Definitions to compare (default: all).")
    private String definitions = ALL;

    private Optional<IllegalStateException> failure = Optional.empty();

    CompareCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        options.requireOfComparison();
        List<Definition> chosen = chosen();
        Optional<QuadraticModelFile> modes = arguments.openModes();
        if (modes.isPresent()) {
            return new QuadraticCommands(console, arguments, modes.get()).compare(options, chosen);
        }
        ModelFile file = arguments.open();
        Path directory = options.directory(file.model().name() + FOLDER);
        try (OutputDirectory output = OutputDirectory.open(directory, names(options, directory), ComparisonFiles.INDEX); Interruption interruption = Interruption.watch(output, console::show)) {
            return compare(file, chosen, output, interruption);
        } catch (ModelException e) {
            throw arguments.placed(e);
        }
    }

    static Set<String> names(SamplingOptions options, Path directory) throws IOException {
        Set<String> names = ComparisonFiles.names();
        if (options.figures().isPresent()) {
            names.addAll(RunFile.figuresIn(directory));
        }
        return names;
    }

    private List<Definition> chosen() {
        if (definitions.equals(ALL)) {
            return Definitions.all();
        }
        List<Definition> all = new ArrayList<>();
        for (String name : definitions.split(",", -1)) {
            all.add(Definitions.named(name.strip()).orElseThrow(() -> new InputException("expected --definitions all or names of " + String.join(", ", Definitions.names()) + ", found '" + name
                    + "'")));
        }
        return all.stream().distinct().toList();
    }

    private int compare(ModelFile file, List<Definition> chosen, OutputDirectory output, Interruption interruption) throws IOException {
        RunInfo info = new RunInfo(file.name(), file.text(), file.normalForm(), file.trajectories(), console.command(), Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(), Version.machine(),
                Version.number());
        Comparison all = Comparison.of(file.model()).with(chosen);
        Comparison comparison = options.exact() == ExactChoice.ON ? all.whateverItTakes() : all;
        PageAndFigures<ComparisonRun> views = ComparisonViews.of(options.figures());
        ResultFolder<ComparisonRun> folder = ResultFolder.ofComparison(output, views);
        RunPlan plan = options.plan(file.model());
        folder.replaced(file.model().name(), plan.trajectoryCount()).ifPresent(console::show);
        ComparisonRun run = new ComparisonRun(completed(comparison, sampled(comparison, plan, info, folder, interruption)), info);
        interruption.finish(() -> folder.write(run));
        return show(run, folder, views, failure, console);
    }

    /** What people see when all is written. */
    static int show(ComparisonRun run, ResultFolder<ComparisonRun> folder, PageAndFigures<ComparisonRun> views, Optional<IllegalStateException> failure, Console console) {
        ComparisonTable.lines(run.report()).forEach(console::show);
        if (views.hasPage()) {
            console.show("to look at: " + folder.path().resolve(PageAndFigures.PAGE));
        }
        console.show("files: " + folder.path());
        Optional<IllegalStateException> missing = failure.or(views::failure);
        if (missing.isPresent()) {
            throw new IllegalStateException(missing.get().getMessage() + "; all else is in " + folder.path(), missing.get());
        }
        return run.report().verdict().isPassed() ? ExitCode.DONE : ExitCode.VALIDATION_FAILED;
    }

    private FirstLawCurves sampled(Comparison comparison, RunPlan plan, RunInfo info, ResultFolder<ComparisonRun> folder, Interruption interruption) throws IOException {
        try (ComparisonDisplay display = new ComparisonDisplay(console, plan, interruption, folder)) {
            FirstLawCurves sampled = comparison.sampled(plan, display, interruption.request());
            Absence notYet = new Absence(Reason.NOT_YET, interruption.isRequested() ? "the comparison was interrupted" : "not computed yet: the comparison has not ended, or was ended by force");
            display.sampled(new ComparisonRun(new ComparisonReport(comparison.model(), sampled, Optional.empty(), Optional.of(notYet)), info));
            return sampled;
        } catch (InterruptedRunException e) {
            throw e;
        } catch (IllegalStateException e) {
            throw interruption.isRequested() ? new InterruptedRunException("nothing is finished yet, nothing is written") : e;
        }
    }

    private ComparisonReport completed(Comparison comparison, FirstLawCurves sampled) {
        Model model = comparison.model();
        Optional<Absence> absence = options.exact().absence(model).filter(a -> !(a.isFor(Reason.TOO_MUCH_WORK) && comparison.isDeterministic()));
        Optional<FirstLawCurves> exact = Optional.empty();
        if (absence.isEmpty()) {
            try (ProgressDisplay waiting = console.progress(ProgressDisplay.EXACT)) {
                exact = Optional.of(comparison.exact());
            } catch (ModelException e) {
                absence = Optional.of(Absence.of(e));
            } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
                // what was sampled must not be lost with it
                absence = Optional.of(new Absence(Reason.FAILED, "the exact side failed: " + FailureText.of(e)));
                failure = Optional.of(new IllegalStateException(absence.get().text(), e));
            }
        }
        return new ComparisonReport(model, sampled, exact, absence);
    }
}
