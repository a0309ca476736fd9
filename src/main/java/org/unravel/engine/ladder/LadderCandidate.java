package org.unravel.engine.ladder;

import java.util.Optional;

import org.unravel.engine.forecast.EngineCandidate;
import org.unravel.engine.forecast.EngineForecast;
import org.unravel.engine.forecast.JumpForecast;
import org.unravel.engine.forecast.ModelShape;
import org.unravel.engine.sector.SectorMap;
import org.unravel.trajectory.Engine;

/** The {@linkplain LadderEngine ladder engine} in the list: for stiff models that do not depend on time. */
public final class LadderCandidate implements EngineCandidate {

    /** Nanoseconds that the tables of a pilot may take. */
    private static final double MOST_SET_UP = 2e9;

    @Override
    public String name() {
        return LadderEngine.NAME;
    }

    @Override
    public Optional<String> obstacle(ModelShape shape) {
        return LadderEngine.obstacle(shape);
    }

    @Override
    public Optional<EngineForecast> forecast(ModelShape shape) {
        return LadderForecast.applies(shape.sectors()) ? Optional.of(LadderForecast.of(shape)) : Optional.empty();
    }

    @Override
    public Optional<JumpForecast> countJumps(ModelShape shape) {
        SectorMap map = shape.sectors();
        return LadderForecast.applies(map) && LadderForecast.setUp(map) <= MOST_SET_UP ? Optional.of(LadderPilot.count(LadderTables.of(shape))) : Optional.empty();
    }

    @Override
    public boolean isForStiffModels() {
        return true;
    }

    @Override
    public Engine engine(ModelShape shape) {
        return LadderEngine.of(shape);
    }
}
