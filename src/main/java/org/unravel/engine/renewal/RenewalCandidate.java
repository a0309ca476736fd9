package org.unravel.engine.renewal;

import java.util.Optional;

import org.unravel.engine.forecast.EngineCandidate;
import org.unravel.engine.forecast.EngineForecast;
import org.unravel.engine.forecast.ModelShape;
import org.unravel.trajectory.Engine;

/** The {@linkplain RenewalEngine renewal engine} in the list: for models that do not depend on time and have finitely many states after jumps. */
public final class RenewalCandidate implements EngineCandidate {

    @Override
    public String name() {
        return RenewalEngine.NAME;
    }

    @Override
    public Optional<String> obstacle(ModelShape shape) {
        return RenewalEngine.obstacle(shape);
    }

    @Override
    public Optional<EngineForecast> forecast(ModelShape shape) {
        return obstacle(shape).isEmpty() ? Optional.of(RenewalForecast.of(shape)) : Optional.empty();
    }

    @Override
    public Engine engine(ModelShape shape) {
        return RenewalEngine.of(shape);
    }

    @Override
    public boolean showsKets() {
        return false;
    }
}
