package org.unravel.cli;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import org.unravel.modelfile.ModelReader;
import org.unravel.modelfile.ShippedModel;

import picocli.CommandLine.Command;

@Command(name = "models", description = "List the models that ship.")
final class ModelsCommand implements Callable<Integer> {

    private final Console console;

    ModelsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<ShippedModel> models = Stream.concat(ModelReader.shippedModels().stream(), ModelReader.shippedModelsOfModes().stream()).sorted(Comparator.comparing(ShippedModel::name)).toList();
        int width = models.stream().mapToInt(m -> m.name().length()).max().orElse(0);
        models.forEach(m -> console.show((m.name() + " ".repeat(width - m.name().length()) + "  " + m.title()).stripTrailing()));
        return ExitCode.DONE;
    }
}
