package org.unravel.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.unravel.modelfile.QuadraticModelFile;
import org.unravel.output.TestTable;
import org.unravel.validation.ValidationReport;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "run", description = "Sample trajectories and write distributions, curves and error bars.")
final class RunCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private ModelArguments model;

    @Mixin
    private SamplingOptions options;

    @Mixin
    private Detail detail;

    RunCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        options.requireBuilt();
        Optional<QuadraticModelFile> modes = model.openModes();
        if (modes.isPresent()) {
            return new QuadraticCommands(console, model, modes.get()).run(options);
        }
        ValidationReport report = new Simulation(console, model, options).run();
        detail.show(console, () -> TestTable.lines(report));
        return ExitCode.DONE;
    }
}
