package org.unravel.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.unravel.exact.LongTimeStatistics;
import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.output.GeneratingFunctions;
import org.unravel.output.LongTimeTable;
import org.unravel.output.RunFiles;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "steady", description = "Show the long-time limit, exactly: steady state or averages over a period, powers, currents, noise, waiting times, entropy production. Samples nothing.")
final class SteadyCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private ModelArguments arguments;

    @Mixin
    private FieldOptions field = new FieldOptions();

    @Option(names = "-o", paramLabel = "DIR", description = "Folder for scgf.csv, the scaled cumulant generating functions (default: none is written).")
    private Path directory;

    SteadyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Model model = arguments.read();
        Optional<GeneratingFunctions.Direction> direction = field.of(model);
        try (OutputDirectory output = directory == null ? null : OutputDirectory.open(directory, GeneratingFunctions.HEADINGS)) {
            LongTimeStatistics statistics = LongTimeStatistics.of(model);
            LongTimeTable.lines(model, statistics).forEach(console::show);
            Optional<GeneratingFunctions> along = direction.map(d -> GeneratingFunctions.along(d, statistics));
            along.ifPresent(a -> a.lines().forEach(console::show));
            if (output != null) {
                GeneratingFunctions functions = along.orElseGet(() -> GeneratingFunctions.of(model, statistics));
                RunFiles.write(output.make(), functions);
                functions.absences().stream().filter(a -> along.isEmpty()).forEach(console::show);
                console.show("files: " + output.path());
            }
            return ExitCode.DONE;
        } catch (ModelException e) {
            throw arguments.placed(e);
        }
    }
}
