package org.unravel.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import org.unravel.exact.CurrentStatistics;
import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.output.LongTimeTable;
import org.unravel.output.RunFiles;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "steady", description = "Show the long-time limit, exactly: steady state, currents, noise, waiting times, entropy production. Samples nothing.")
final class SteadyCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private ModelArguments arguments;

    @Option(names = "-o", paramLabel = "DIR", description = "Folder for scgf.csv, the scaled cumulant generating functions (default: none is written).")
    private Path directory;

    SteadyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Model model = arguments.read();
        try {
            CurrentStatistics statistics = CurrentStatistics.of(model);
            List<String> lines = LongTimeTable.lines(model, statistics);
            write(model, statistics);
            lines.forEach(console::show);
            return ExitCode.DONE;
        } catch (ModelException e) {
            throw arguments.placed(e);
        }
    }

    private void write(Model model, CurrentStatistics statistics) throws IOException {
        if (directory == null) {
            return;
        }
        List<Path> made = OutputDirectory.prepare(directory);
        try {
            RunFiles.write(directory, model, statistics);
        } finally {
            OutputDirectory.discard(made);
        }
    }
}
