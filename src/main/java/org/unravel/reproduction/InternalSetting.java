package org.unravel.reproduction;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.unravel.modelfile.ModelFile;

/**
 * Curves that the program computes without a model file: a prescribed path, a generating function.
 *
 * @param name among the settings of the entry
 * @param curves finds them by name; exact, nothing is sampled
 */
record InternalSetting(String name, Function<Rows, Map<String, double[]>> curves) implements Setting {

    @Override
    public Optional<ModelFile> model() {
        return Optional.empty();
    }

    @Override
    public Known compute(Rows rows, Sample sample) {
        Map<String, Values> values = new LinkedHashMap<>();
        curves.apply(rows).forEach((n, c) -> values.put(n, Values.exact(c)));
        return new Known(values);
    }
}
