package org.unravel.cli;

import java.io.IOException;
import java.util.concurrent.Callable;

import org.unravel.output.TestTable;
import org.unravel.validation.ValidationReport;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "validate", description = "Run, then judge the result against the exact ensemble: exit code 1 if it is inconsistent.")
final class ValidateCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private ModelArguments model;

    @Mixin
    private SamplingOptions options;

    @Mixin
    private Detail detail;

    ValidateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        ValidationReport report = new Simulation(console, model, options).run();
        detail.show(console, () -> TestTable.lines(report), () -> TestTable.notable(report));
        return report.verdict() == ValidationReport.Verdict.INCONSISTENT ? ExitCode.VALIDATION_FAILED : ExitCode.DONE;
    }
}
