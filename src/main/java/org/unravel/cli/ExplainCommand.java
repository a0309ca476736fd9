package org.unravel.cli;

import java.util.concurrent.Callable;

import org.unravel.engine.Engines;
import org.unravel.model.Model;
import org.unravel.output.ModelDescription;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "explain", description = "Say what a model means: space, channels, quanta, detailed balance, engine and memory. Runs nothing.")
final class ExplainCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private ModelArguments arguments;

    ExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Model model = arguments.read();
        ModelDescription.lines(model).forEach(console::show);
        Engines.explain(model).forEach(console::show);
        return ExitCode.DONE;
    }
}
