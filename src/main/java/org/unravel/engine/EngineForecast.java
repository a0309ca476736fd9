package org.unravel.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.unravel.model.ModelException;

/**
 * What an engine is predicted to need for a model, from the model alone.
 *
 * @param engine the engine
 * @param setUpNanoseconds of the tables and the pilot, before the first trajectory, on one core
 * @param nanoseconds of one trajectory with the whole ledger on one core, on the class of machine of benchmarks/README.md
 * @param memoryBytes of all that the workers share
 * @param structure what of the model the engine uses, for people
 */
record EngineForecast(EngineChoice engine, double setUpNanoseconds, double nanoseconds, long memoryBytes, String structure) {

    /** By more than this a first sight of the sparse engine is not wrong. */
    private static final double FIRST_SIGHT = 2;

    /** A forecast of each engine that can take the model; the cheapest for the model's own number of trajectories first. */
    static List<EngineForecast> all(ModelShape shape) {
        List<EngineForecast> forecasts = new ArrayList<>();
        forecasts.add(GridForecast.of(shape));
        forecasts.add(sparse(shape, forecasts.get(0)));
        if (RenewalEngine.obstacle(shape).isEmpty()) {
            forecasts.add(RenewalForecast.of(shape));
        }
        if (LadderForecast.applies(shape.sectors())) {
            forecasts.add(LadderForecast.of(shape));
        }
        long count = shape.model().ensemble().trajectoryCount();
        forecasts.sort(Comparator.comparingDouble(f -> f.nanoseconds(count)));
        return forecasts;
    }

    /** A model that depends on time is looked at closely only where the sparse engine may be the faster one: sampling its functions takes time. */
    private static EngineForecast sparse(ModelShape shape, EngineForecast grid) {
        if (shape.model().isConstant()) {
            return SparseForecast.of(shape);
        }
        long count = shape.model().ensemble().trajectoryCount();
        EngineForecast first = SparseForecast.atFirstSight(shape);
        if (first.nanoseconds(count) > FIRST_SIGHT * grid.nanoseconds(count)) {
            return first;
        }
        try {
            return SparseForecast.of(shape);
        } catch (ModelException e) {
            // The engine says so itself where it is asked for.
            return first;
        }
    }

    /** Of a run of so many trajectories on one core, set-up included. */
    double nanoseconds(long trajectories) {
        return setUpNanoseconds + trajectories * nanoseconds;
    }
}
