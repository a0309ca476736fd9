package org.unravel.reproduction;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import org.unravel.modelfile.ModelFile;
import org.unravel.modelfile.ModelReader;
import org.unravel.modelfile.QuadraticModelFile;

/**
 * Where the model of an entry comes from.
 *
 * @param model name of a shipped model, or of a file of this package
 * @param origin which of the two
 * @param parameters in place of what the file says
 */
record ModelSource(String model, Origin origin, Map<String, String> parameters) {

    enum Origin { SHIPPED, OF_THE_TEXTS }

    ModelSource {
        parameters = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** A model that ships, with parameters in pairs of name and expression. */
    static ModelSource shipped(String model, String... parameters) {
        return new ModelSource(model, Origin.SHIPPED, pairs(parameters));
    }

    /** A model of this package, likewise. */
    static ModelSource ofTexts(String model, String... parameters) {
        return new ModelSource(model, Origin.OF_THE_TEXTS, pairs(parameters));
    }

    private static Map<String, String> pairs(String... words) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (int i = 0; i < words.length; i += 2) {
            pairs.put(words[i], words[i + 1]);
        }
        return pairs;
    }

    /** The same with more parameters, in pairs of name and expression. */
    ModelSource with(String... more) {
        return with(pairs(more));
    }

    private ModelSource with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        all.putAll(more);
        return new ModelSource(model, origin, all);
    }

    ModelFile open() {
        return origin == Origin.SHIPPED ? ModelReader.open(model, parameters) : ModelReader.openText(model + ".yaml", text(), parameters);
    }

    /** The same of a model of boson modes. */
    QuadraticModelFile openModes() {
        return (origin == Origin.SHIPPED ? ModelReader.openModes(model, parameters) : ModelReader.openModesText(model + ".yaml", text(), parameters)).orElseThrow();
    }

    /** With values of parameters that change from row to row. */
    ModelFile open(Map<String, Double> values) {
        Map<String, String> more = new LinkedHashMap<>();
        values.forEach((name, value) -> more.put(name, Double.toString(value)));
        return with(more).open();
    }

    private String text() {
        try (InputStream in = ModelSource.class.getResourceAsStream(model + ".yaml")) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + model + ".yaml");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
