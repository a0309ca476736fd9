package org.unravel.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import org.unravel.model.Model;
import org.unravel.modelfile.ModelReader;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which model, and with which parameters. */
final class ModelArguments {

    @Parameters(paramLabel = "MODEL", description = "A model file (ends in .yaml or holds a /), or the name of a shipped model.")
    private String model;

    @Option(names = "-p", paramLabel = "name=value", description = "Override a parameter of the model; may be given more than once.")
    private Map<String, String> overrides = new LinkedHashMap<>();

    Model read() {
        return isFile() ? ModelReader.read(Path.of(model), overrides) : ModelReader.readShipped(model, overrides);
    }

    /** The name of the file without its folder, or of the shipped model. */
    String shortName() {
        return isFile() ? Path.of(model).getFileName().toString() : model;
    }

    private boolean isFile() {
        return model.endsWith(".yaml") || model.contains("/");
    }
}
