package org.unravel.engine.forecast;

import java.util.Optional;

import org.unravel.trajectory.Engine;

/**
 * One of the engines as the choice among them sees it: a line of the list in {@link org.unravel.engine.Engines}. Keeps nothing; what it finds out about a model is kept by the
 * {@link ModelShape}.
 */
public interface EngineCandidate {

    /** Its name on the command line, in results and in messages. */
    String name();

    /** Why it cannot take a model, to follow "found"; empty if it can, as far as can be seen before its tables are built. */
    Optional<String> obstacle(ModelShape shape);

    /**
     * What it is predicted to need for a model; empty if it cannot take the model, or would not be the best for it.
     *
     * @throws org.unravel.model.ModelException if its tables say that it cannot take the model after all
     */
    Optional<EngineForecast> forecast(ModelShape shape);

    /** The same at less cost, where a close look takes time: never far too high, so that an engine that is slow at first sight needs no second one. */
    default Optional<EngineForecast> firstSight(ModelShape shape) {
        return Optional.empty();
    }

    /** Jumps of a trajectory, counted its own way, for a model that is too fast for the {@link JumpPilot}; empty if it cannot or if it would take long. */
    default Optional<JumpForecast> countJumps(ModelShape shape) {
        return Optional.empty();
    }

    /** True if its cost does not grow with rates and frequencies: the engine for a model that is too fast for the steps of others. */
    default boolean isForStiffModels() {
        return false;
    }

    /**
     * The engine, ready for a model.
     *
     * @throws org.unravel.model.ModelException if it cannot take the model; the message says why
     */
    Engine engine(ModelShape shape);

    /** Whether the engine shows kets at grid times; see {@link Engine#showsKets}. */
    default boolean showsKets() {
        return true;
    }
}
