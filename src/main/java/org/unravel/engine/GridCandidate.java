package org.unravel.engine;

import java.util.Optional;

import org.unravel.trajectory.Engine;

/** The {@linkplain GridEngine grid engine} in the list: for every model. */
final class GridCandidate implements EngineCandidate {

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
