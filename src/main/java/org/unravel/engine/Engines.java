package org.unravel.engine;

import java.util.List;
import java.util.stream.Stream;

import org.unravel.engine.forecast.EngineCandidate;
import org.unravel.engine.forecast.EngineForecast;
import org.unravel.engine.forecast.ModelShape;
import org.unravel.engine.grid.GridCandidate;
import org.unravel.engine.ladder.LadderCandidate;
import org.unravel.engine.renewal.RenewalCandidate;
import org.unravel.engine.sector.EnergyScale;
import org.unravel.engine.sparse.SparseCandidate;
import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.model.Observable;
import org.unravel.model.Reason;
import org.unravel.trajectory.Engine;

/** The engines by name, and the choice among them. */
public final class Engines {

    /** All engines, in the order in which they are named to people. A further one is a line here and files of its own. */
    private static final List<EngineCandidate> CANDIDATES = List.of(new GridCandidate(), new SparseCandidate(), new RenewalCandidate(), new LadderCandidate());

    private Engines() {
    }

    /** The names of all engines. */
    public static List<String> names() {
        return CANDIDATES.stream().map(EngineCandidate::name).toList();
    }

    /**
     * The engine of a choice, ready for a model.
     *
     * @throws ModelException if the engine cannot take the model
     */
    public static Engine create(Model model, EngineChoice choice) {
        return select(model, List.of(), choice).engine();
    }

    /**
     * The engine of a choice, ready for a model with more observables behind its own.
     *
     * @throws ModelException if the engine cannot take the model
     */
    public static EngineSelection select(Model model, List<Observable> more, EngineChoice choice) {
        return select(model, more, choice, CANDIDATES);
    }

    /**
     * The same among engines that show kets at grid times.
     *
     * @throws ModelException if the engine cannot take the model, or the one that is asked for shows none
     */
    public static EngineSelection selectShowingKets(Model model, List<Observable> more, EngineChoice choice) {
        if (!choice.equals(EngineChoice.AUTO) && !candidate(choice).showsKets()) {
            throw new ModelException(Reason.NOT_APPLICABLE, "expected an engine that shows states at grid times, found " + choice + ", which follows no state between jumps");
        }
        return select(model, more, choice, CANDIDATES.stream().filter(EngineCandidate::showsKets).toList());
    }

    private static EngineSelection select(Model model, List<Observable> more, EngineChoice choice, List<EngineCandidate> candidates) {
        ModelShape shape = shape(model, more);
        return choice.equals(EngineChoice.AUTO) ? AutomaticChoice.of(shape, candidates).selection() : new EngineSelection(candidate(choice).engine(shape), List.of(), () -> shape.jumpForecast().total());
    }

    /**
     * For people: which engine {@link EngineChoice#AUTO} takes, why, and what it will need. Builds the tables, runs nothing. More observables as for
     * {@link #select(Model, List, EngineChoice)}.
     *
     * @throws ModelException where {@link #create} does
     */
    public static EngineExplanation explain(Model model, List<Observable> more) {
        return EngineExplanation.of(AutomaticChoice.of(shape(model, more), CANDIDATES));
    }

    /** The energy that residuals of a model are measured by, in its unit of energy: that of {@link EnergyScale}; never 0. */
    public static double energyScale(Model model) {
        return EnergyScale.of(model);
    }

    /** A forecast of each engine that may take a model, the cheapest for the model's own number of trajectories first. */
    static List<EngineForecast> forecasts(ModelShape shape) {
        return AutomaticChoice.forecasts(shape, CANDIDATES);
    }

    /** A model for all engines to look at. */
    static ModelShape shape(Model model) {
        return ModelShape.of(model, CANDIDATES);
    }

    private static ModelShape shape(Model model, List<Observable> more) {
        return shape(more.isEmpty() ? model : model.withObservables(Stream.concat(model.observables().stream(), more.stream()).toList()));
    }

    private static EngineCandidate candidate(EngineChoice choice) {
        return CANDIDATES.stream().filter(c -> c.name().equals(choice.word())).findFirst().orElseThrow();
    }
}
