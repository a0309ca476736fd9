package org.unravel.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.modelfile.ModelFile;
import org.unravel.modelfile.ModelReader;
import org.unravel.modelfile.QuadraticModelFile;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which model, and with which parameters. */
final class ModelArguments {

    @Parameters(paramLabel = "MODEL", description = "A model file (ends in .yaml or holds a /), or the name of a shipped model.")
    private String model;

    @Option(names = "-p", paramLabel = "name=value", description = "Another value of a parameter of the model, e.g. -p Omega=0.3; may be given more than once.")
    private List<String> overrides = new ArrayList<>();

    Model read() {
        return ModelReader.read(model, parameters());
    }

    /** The same with the text that it was read from. */
    ModelFile open() {
        return ModelReader.open(model, parameters());
    }

    /** The same if it is one of boson modes; empty if it is not. */
    Optional<QuadraticModelFile> openModes() {
        return ModelReader.openModes(model, parameters());
    }

    /** The same model with another number of levels of one subsystem. */
    Model resized(String subsystem, int levels) {
        return ModelReader.read(model, parameters(), Map.of(subsystem, levels));
    }

    /** Adds the place in the model file to an error found when the model was put to use. */
    ModelException placed(ModelException error) {
        return ModelReader.placed(model, error);
    }

    private Map<String, String> parameters() {
        return parameters(overrides);
    }

    /** What stands after each {@code -p}, by the names of parameters. */
    static Map<String, String> parameters(List<String> overrides) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String override : overrides) {
            int sign = override.indexOf('=');
            if (sign < 1 || sign == override.length() - 1) {
                throw new InputException("Invalid value for option '-p': expected name=value, found '" + override + "'");
            }
            String name = override.substring(0, sign).strip();
            if (parameters.put(name, override.substring(sign + 1).strip()) != null) {
                throw new InputException("parameter '" + name + "' is given twice with '-p'");
            }
        }
        return parameters;
    }
}
