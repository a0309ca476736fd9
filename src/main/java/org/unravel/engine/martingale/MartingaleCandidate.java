package org.unravel.engine.martingale;

import java.util.Optional;

import org.unravel.engine.forecast.EngineCandidate;
import org.unravel.engine.forecast.EngineForecast;
import org.unravel.engine.forecast.ModelShape;
import org.unravel.model.InfluenceMartingale;
import org.unravel.model.Unraveling;
import org.unravel.trajectory.Engine;

/** The {@linkplain MartingaleEngine martingale engine} in the list: the one for trajectories with weights of both signs. */
public final class MartingaleCandidate implements EngineCandidate {

    @Override
    public String name() {
        return MartingaleEngine.NAME;
    }

    @Override
    public boolean draws(Unraveling unraveling) {
        return unraveling instanceof InfluenceMartingale;
    }

    @Override
    public Optional<String> obstacle(ModelShape shape) {
        return Optional.empty();
    }

    @Override
    public Optional<EngineForecast> forecast(ModelShape shape) {
        return Optional.of(MartingaleForecast.of(shape));
    }

    @Override
    public Engine engine(ModelShape shape) {
        return MartingaleEngine.of(shape.model());
    }
}
