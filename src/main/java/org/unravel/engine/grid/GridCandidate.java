package org.unravel.engine.grid;

import java.util.Optional;

import org.unravel.engine.forecast.EngineCandidate;
import org.unravel.engine.forecast.EngineForecast;
import org.unravel.engine.forecast.ModelShape;
import org.unravel.trajectory.Engine;

/** The {@linkplain GridEngine grid engine} in the list: for every model. */
public final class GridCandidate implements EngineCandidate {

    @Override
    public String name() {
        return GridEngine.NAME;
    }

    @Override
    public Optional<String> obstacle(ModelShape shape) {
        return Optional.empty();
    }

    @Override
    public Optional<EngineForecast> forecast(ModelShape shape) {
        return Optional.of(GridForecast.of(shape));
    }

    @Override
    public Engine engine(ModelShape shape) {
        return GridEngine.of(shape.sectors());
    }
}
