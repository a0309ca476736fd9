package org.unravel.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.unravel.engine.forecast.EngineCandidate;
import org.unravel.engine.forecast.EngineForecast;
import org.unravel.engine.forecast.JumpForecast;
import org.unravel.engine.forecast.ModelShape;
import org.unravel.model.ModelException;
import org.unravel.model.TimeGrid;
import org.unravel.trajectory.Engine;
import org.unravel.trajectory.ForwardingEngine;

/**
 * The engine that the program takes for a model: the cheapest by forecast for the model's own number of trajectories that can build its tables.
 *
 * @param shape the model
 * @param candidates all engines
 * @param forecasts of those that may take the model, the cheapest first
 * @param taken the one that was made
 * @param made the engine
 * @param refusals by name of the cheaper ones, what they said against the model when it came to their tables
 */
record AutomaticChoice(ModelShape shape, List<EngineCandidate> candidates, List<EngineForecast> forecasts, EngineCandidate taken, Engine made,
        Map<String, String> refusals) {

    /** A trajectory of more than eight hours is refused before any table is built. */
    private static final double MOST_NANOSECONDS = 3e13;
    /** By more than this a first sight of an engine is not wrong. */
    private static final double FIRST_SIGHT = 2;

    /**
     * The choice for a model.
     *
     * @throws ModelException if no engine takes it, or none would come to the end of a trajectory
     */
    static AutomaticChoice of(ModelShape shape, List<EngineCandidate> candidates) {
        requireEnd(shape);
        List<EngineForecast> forecasts = forecasts(shape, candidates);
        requireTime(shape, candidates, forecasts.get(0));
        Map<String, String> refusals = new HashMap<>();
        ModelException last = null;
        for (EngineForecast forecast : forecasts) {
            EngineCandidate candidate = candidates.stream().filter(c -> c.name().equals(forecast.engine())).findFirst().orElseThrow();
            try {
                return new AutomaticChoice(shape, candidates, forecasts, candidate, candidate.engine(shape), refusals);
            } catch (ModelException e) {
                refusals.put(candidate.name(), e.getMessage());
                last = e;
            }
        }
        throw last;
    }

    /** A forecast of each engine that may take a model, the cheapest first. Only those that may be the fastest are looked at closely. */
    static List<EngineForecast> forecasts(ModelShape shape, List<EngineCandidate> candidates) {
        long count = shape.model().sampling().trajectoryCount();
        Map<EngineCandidate, EngineForecast> found = new LinkedHashMap<>();
        Map<EngineCandidate, EngineForecast> sights = new LinkedHashMap<>();
        for (EngineCandidate candidate : candidates) {
            Optional<EngineForecast> sight = candidate.firstSight(shape);
            sight.ifPresent(f -> sights.put(candidate, f));
            sight.or(() -> candidate.forecast(shape)).ifPresent(f -> found.put(candidate, f));
        }
        sights.forEach((candidate, sight) -> {
            double best = found.values().stream().filter(f -> f != sight).mapToDouble(f -> f.nanoseconds(count)).min().orElse(Double.POSITIVE_INFINITY);
            if (!(sight.nanoseconds(count) > FIRST_SIGHT * best)) {
                closely(candidate, shape).ifPresent(f -> found.put(candidate, f));
            }
        });
        List<EngineForecast> forecasts = new ArrayList<>(found.values());
        forecasts.sort(Comparator.comparingDouble(f -> f.nanoseconds(count)));
        return forecasts;
    }

    private static Optional<EngineForecast> closely(EngineCandidate candidate, ModelShape shape) {
        try {
            return candidate.forecast(shape);
        } catch (ModelException e) {
            // The engine says so itself where it is asked for.
            return Optional.empty();
        }
    }

    /** Refuses a model whose trajectories jump so often that none would come to its end in a time that anybody waits. */
    private static void requireEnd(ModelShape shape) {
        JumpForecast jumps = shape.jumpForecast();
        if (jumps.isEndless()) {
            TimeGrid time = shape.model().time();
            throw new ModelException(String.format(Locale.ROOT, "expected at most %.0e jumps per trajectory, found about %.1e between t = %s and t = %s in %s (from %s); "
                    + "an earlier end has fewer jumps, and a state that fast channels leave at once can be taken out of the model", JumpForecast.MOST_JUMPS, jumps.total(),
                    time.start(), time.end(), shape.model().name(), jumps.basis()), "time.end");
        }
    }

    private static void requireTime(ModelShape shape, List<EngineCandidate> candidates, EngineForecast best) {
        boolean known = shape.jumpForecast().trajectoryCount() > 0 || shape.jumpForecast().total() == 0;
        if (known && !(best.nanoseconds() <= MOST_NANOSECONDS)) {
            StringBuilder stiff = new StringBuilder();
            candidates.stream().filter(EngineCandidate::isForStiffModels).forEach(c -> stiff.append(", and the ").append(c.name())
                    .append(" engine, which needs none, does not take the model").append(c.obstacle(shape).map(why -> ": it has found " + why).orElse("")));
            throw new ModelException(String.format(Locale.ROOT, "expected a trajectory that takes at most %s, forecast %s with the best engine, %s, in %s; the largest "
                    + "rates and frequencies times the distance of grid times are too large for its steps%s", EngineExplanation.time(MOST_NANOSECONDS),
                    EngineExplanation.time(best.nanoseconds()), best.engine(), shape.model().name(), stiff), "hamiltonian");
        }
    }

    /** The engine, with the forecasts of those that have not refused the model. */
    EngineSelection selection() {
        return new EngineSelection(refusals.isEmpty() ? made : withRefusals(),
                forecasts.stream().filter(f -> !refusals.containsKey(f.engine())).map(SpeedForecast::of).toList(), () -> shape.jumpForecast().total());
    }

    /** The engine with one fact more: which cheaper ones were not taken, and why. */
    private Engine withRefusals() {
        return new ForwardingEngine(made) {

            @Override
            public Map<String, Object> description() {
                Map<String, Object> facts = new LinkedHashMap<>(super.description());
                candidates.stream().map(EngineCandidate::name).filter(refusals::containsKey).forEach(name -> facts.put("not_taken_" + name, refusals.get(name)));
                return facts;
            }
        };
    }
}
