package org.unravel.reproduction;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.unravel.model.Model;
import org.unravel.model.Observable;
import org.unravel.modelfile.ModelFile;
import org.unravel.run.SweepPoint;
import org.unravel.run.SweepPoint.Value;
import org.unravel.run.SweepPoint.Where;

/**
 * A model against parameters: exact in each row, sampled in three of them.
 *
 * @param name among the settings of the entry
 * @param source its model
 * @param parameters names of given columns by the names of the parameters that they are
 * @param where at the end of the run, or in the long-time limit
 * @param derived observables beside those of the file
 */
record SweepSetting(String name, ModelSource source, Map<String, String> parameters, Where where, List<Derived> derived) implements Setting {

    static SweepSetting of(String name, ModelSource source, String parameter, String column, Where where, Derived... derived) {
        return new SweepSetting(name, source, Map.of(parameter, column), where, List.of(derived));
    }

    @Override
    public Optional<ModelFile> model() {
        return Optional.of(source.open());
    }

    /** The rows that are sampled: the middle, and a sixth from either end. */
    static Set<Integer> sampled(int count) {
        return Set.of(count / 6, count / 2, count - 1 - count / 6);
    }

    private Model model(Rows rows, int row) {
        Map<String, Double> values = new LinkedHashMap<>();
        parameters.forEach((parameter, column) -> values.put(parameter, rows.column(column)[row]));
        Model model = source.open(values).model();
        List<Observable> observables = new ArrayList<>(model.observables());
        derived.forEach(d -> observables.add(d.of(model)));
        return model.withObservables(observables);
    }

    @Override
    public Known compute(Rows rows, Sample sample) {
        int count = rows.count();
        Map<String, Values> curves = new LinkedHashMap<>();
        for (int row = 0; row < count; row++) {
            SweepPoint point = SweepPoint.of(model(rows, row), where);
            Map<String, Value> values = !sample.isNothing() && sampled(count).contains(row) ? point.sampled(sample.trajectories(), sample.seed()) : point.exact();
            for (Map.Entry<String, Value> value : values.entrySet()) {
                Values curve = curves.computeIfAbsent(value.getKey(), n -> Values.unknown(count));
                curve.exact()[row] = value.getValue().exact();
                curve.mean()[row] = value.getValue().mean();
                curve.standardError()[row] = value.getValue().standardError();
            }
        }
        return new Known(curves);
    }
}
