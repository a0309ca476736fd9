package org.unravel.engine;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;

import org.unravel.trajectory.Engine;

/**
 * The engine that a model gets, and what was forecast of it and of the others.
 *
 * @param engine ready for the model
 * @param forecasts of all engines that may take the model and have not refused it; none where the engine was asked for by name
 * @param expectedJumps of a trajectory, forecast when it is asked for
 */
public record EngineSelection(Engine engine, List<SpeedForecast> forecasts, DoubleSupplier expectedJumps) {

    /** Copies the list. */
    public EngineSelection {
        forecasts = List.copyOf(forecasts);
    }

    /** Of the engine that is taken. */
    public Optional<SpeedForecast> own() {
        return forecasts.stream().filter(f -> f.engine().equals(engine.name())).findFirst();
    }

    /** Of the engine that so many trajectories would take least time with; the choice looks at the model's own number alone. */
    public Optional<SpeedForecast> fastest(long trajectories, int cores) {
        return forecasts.stream().min(Comparator.comparingDouble(f -> f.seconds(trajectories, cores)));
    }
}
