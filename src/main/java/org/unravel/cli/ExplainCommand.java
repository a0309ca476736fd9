package org.unravel.cli;

import java.util.List;
import java.util.concurrent.Callable;

import org.unravel.engine.Engines;
import org.unravel.model.CutOffs;
import org.unravel.model.Model;
import org.unravel.model.ModelException;
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
        try {
            List<String> engine = Engines.explain(model, CutOffs.projectors(model.space()));
            ModelDescription.lines(model).forEach(console::show);
            engine.forEach(console::show);
            return ExitCode.DONE;
        } catch (ModelException e) {
            throw arguments.placed(e);
        }
    }
}
