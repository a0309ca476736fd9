package org.unravel.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import org.unravel.modelfile.QuadraticModelFile;
import org.unravel.output.ComparisonFiles;
import org.unravel.output.ComparisonTable;
import org.unravel.run.ExactChoice;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "compare", description = "Compare definitions of heat and work on a model: on the averaged state of a sample and on the exact one. "
        + "Exit code 0 if all shares add up and sample and exact agree, 1 if not.")
final class CompareCommand implements Callable<Integer> {

    private static final String ALL = "all";

    private final Console console;

    @Mixin
    private ModelArguments arguments;

    @Mixin
    private SamplingOptions options;

    @Option(names = "--definitions", paramLabel = "all|NAME,...", description = "Definitions to compare (default: all).")
    private String definitions = ALL;

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
        Model model = arguments.read();
        Path directory = options.directory(model);
        try (OutputDirectory output = OutputDirectory.open(directory, ComparisonFiles.HEADINGS); Interruption interruption = Interruption.watch(output, console::show)) {
            ComparisonReport report = compare(model, chosen, interruption);
            interruption.finish(() -> ComparisonFiles.write(output.make(), report));
            ComparisonTable.lines(report).forEach(console::show);
            console.show("files: " + directory);
            return report.verdict().isPassed() ? ExitCode.DONE : ExitCode.VALIDATION_FAILED;
        } catch (ModelException e) {
            throw arguments.placed(e);
        }
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

    private ComparisonReport compare(Model model, List<Definition> chosen, Interruption interruption) {
        Comparison comparison = Comparison.of(model).with(chosen);
        Comparison asked = options.exact() == ExactChoice.ON ? comparison.whateverItTakes() : comparison;
        FirstLawCurves sampled = sampled(asked, options.plan(model), interruption);
        Optional<Absence> absence = options.exact().absence(model).filter(a -> !(a.isFor(Reason.TOO_MUCH_WORK) && asked.isDeterministic()));
        Optional<FirstLawCurves> exact = Optional.empty();
        if (absence.isEmpty()) {
            try {
                exact = Optional.of(asked.exact());
            } catch (ModelException e) {
                absence = Optional.of(Absence.of(e));
            }
        }
        return new ComparisonReport(model, sampled, exact, absence);
    }

    private FirstLawCurves sampled(Comparison comparison, RunPlan plan, Interruption interruption) {
        try (ProgressDisplay progress = console.progress("sampling")) {
            FirstLawCurves sampled = comparison.sampled(plan, progress, interruption.request());
            if (interruption.isRequested()) {
                throw new InterruptedRunException("interrupted, nothing is written");
            }
            return sampled;
        } catch (IllegalStateException e) {
            throw interruption.isRequested() ? new InterruptedRunException("nothing is finished yet, nothing is written") : e;
        }
    }
}
