package org.unravel.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.unravel.model.Model;

/**
 * What an engine is predicted to need for a model, from the model alone.
 *
 * @param engine the engine
 * @param nanoseconds of one trajectory with the whole ledger on one core, on the class of machine of benchmarks/README.md
 * @param tableBytes of the tables that all workers share
 * @param structure what of the model the engine uses, for people
 */
record EngineForecast(EngineChoice engine, double nanoseconds, long tableBytes, String structure) {

    /** A forecast of each engine that can take the model; the cheapest first. */
    static List<EngineForecast> all(Model model) {
        ModelShape shape = ModelShape.of(model);
        List<EngineForecast> forecasts = new ArrayList<>();
        forecasts.add(GridForecast.of(shape));
        forecasts.add(SparseForecast.of(shape));
        if (RenewalEngine.applies(model)) {
            forecasts.add(RenewalForecast.of(shape));
        }
        forecasts.sort(Comparator.comparingDouble(EngineForecast::nanoseconds));
        return forecasts;
    }
}
