package org.unravel.engine.sparse;

import java.util.Optional;

import org.unravel.engine.forecast.EngineCandidate;
import org.unravel.engine.forecast.EngineForecast;
import org.unravel.engine.forecast.ModelShape;
import org.unravel.trajectory.Engine;

/** The {@linkplain SparseEngine sparse engine} in the list: for every model whose functions of time polynomials can follow. */
public final class SparseCandidate implements EngineCandidate {

    @Override
    public String name() {
        return SparseEngine.NAME;
    }

    @Override
    public Optional<String> obstacle(ModelShape shape) {
        return Optional.empty();
    }

    @Override
    public Optional<EngineForecast> forecast(ModelShape shape) {
        return Optional.of(SparseForecast.of(shape));
    }

    /** Sampling the functions of a model takes time. */
    @Override
    public Optional<EngineForecast> firstSight(ModelShape shape) {
        return shape.model().isConstant() ? Optional.empty() : Optional.of(SparseForecast.atFirstSight(shape));
    }

    @Override
    public Engine engine(ModelShape shape) {
        return SparseEngine.of(shape);
    }
}
