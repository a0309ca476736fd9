package org.unravel.cli;

import java.util.Map;
import java.util.concurrent.Callable;

import org.unravel.modelfile.ModelReader;

import picocli.CommandLine.Command;

@Command(name = "models", description = "List the models that ship.")
final class ModelsCommand implements Callable<Integer> {

    private final Console console;

    ModelsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        int width = ModelReader.shippedModels().stream().mapToInt(String::length).max().orElse(0);
        for (String name : ModelReader.shippedModels()) {
            String title = ModelReader.readShipped(name, Map.of()).title();
            console.show((name + " ".repeat(width - name.length()) + "  " + title).stripTrailing());
        }
        return ExitCode.DONE;
    }
}
