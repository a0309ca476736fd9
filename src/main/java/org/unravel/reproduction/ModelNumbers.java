package org.unravel.reproduction;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.unravel.model.Model;
import org.unravel.modelfile.ModelFile;

/**
 * Numbers that a model has, row by row; exact, nothing is sampled.
 *
 * @param name among the settings of the entry
 * @param source its model
 * @param parameters names of given columns by the names of the parameters that they are
 * @param numbers finds them by name
 */
record ModelNumbers(String name, ModelSource source, Map<String, String> parameters, Function<Model, Map<String, Double>> numbers) implements Setting {

    @Override
    public Optional<ModelFile> model() {
        return Optional.of(source.open());
    }

    @Override
    public Known compute(Rows rows, Sample sample) {
        Map<String, double[]> found = new LinkedHashMap<>();
        for (int i = 0; i < rows.count(); i++) {
            int row = i;
            Map<String, Double> values = new LinkedHashMap<>();
            parameters.forEach((parameter, column) -> values.put(parameter, rows.column(column)[row]));
            numbers.apply(source.open(values).model()).forEach((n, v) -> found.computeIfAbsent(n, key -> new double[rows.count()])[row] = v);
        }
        Map<String, Values> curves = new LinkedHashMap<>();
        found.forEach((n, v) -> curves.put(n, Values.exact(v)));
        return new Known(curves);
    }
}
