package org.unravel.cli;

import java.util.Optional;
import java.util.concurrent.Callable;

import org.unravel.engine.EngineExplanation;
import org.unravel.engine.Engines;
import org.unravel.model.CutOffs;
import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.modelfile.QuadraticModelFile;
import org.unravel.output.ModelDescription;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "explain", description = "Say what a model means: space, channels, quanta, detailed balance, engine and memory. Runs nothing.")
final class ExplainCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private ModelArguments arguments;

    @Mixin
    private Detail detail;

    ExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Optional<QuadraticModelFile> modes = arguments.openModes();
        if (modes.isPresent()) {
            return new QuadraticCommands(console, arguments, modes.get()).explain();
        }
        Model model = arguments.read();
        try {
            EngineExplanation engine = Engines.explain(model, CutOffs.projectors(model.space()));
            ModelDescription.lines(model).forEach(console::show);
            engine.summary().forEach(console::show);
            detail.show(console, engine::details);
            return ExitCode.DONE;
        } catch (ModelException e) {
            throw arguments.placed(e);
        }
    }
}
