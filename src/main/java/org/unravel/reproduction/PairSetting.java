package org.unravel.reproduction;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.unravel.model.Model;
import org.unravel.model.TimeGrid;
import org.unravel.modelfile.ModelFile;

/**
 * A closed model in two parts against time. Its trajectories differ in nothing but the ket that they start from: from a single ket all are one deterministic evolution, from few kets the exact side enumerates them and a
 * sample draws among them.
 *
 * @param name among the settings of the entry
 * @param source its model
 * @param time which given column is the time of the model
 */
record PairSetting(String name, ModelSource source, String time) implements Setting {

    /** What the tables of closed models hold. */
    private static final List<String> DEFINITIONS = List.of("autonomous", "mean-field", "semiclassical");

    @Override
    public Optional<ModelFile> model() {
        return Optional.of(source.open());
    }

    @Override
    public Known compute(Rows rows, Sample sample) {
        double[] times = rows.column(time);
        Model model = source.open().model().withObservables(List.of()).withTime(new TimeGrid(times[0], times[times.length - 1], times.length));
        Map<String, Values> curves = new LinkedHashMap<>(AveragedStates.of(model, DEFINITIONS, sample));
        MeanFieldRates.of(model).forEach((name, rates) -> curves.put(name, Values.exact(rates)));
        curves.put(TimeSetting.TIMES, Values.exact(times));
        return new Known(curves);
    }
}
