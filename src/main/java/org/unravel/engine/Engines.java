package org.unravel.engine;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.model.Observable;
import org.unravel.model.TimeGrid;
import org.unravel.numeric.Bytes;
import org.unravel.trajectory.Engine;
import org.unravel.trajectory.ForwardingEngine;

/** The engines by name, and the choice among them. */
public final class Engines {

    /** Numbers that people read better without a power of ten. */
    private static final double LEAST_PLAIN = 1e-3;
    private static final double MOST_PLAIN = 1e6;

    private static final double NANOSECONDS = 1e9;

    /** A trajectory of more than eight hours is refused before any table is built. */
    private static final double MOST_NANOSECONDS = 3e13;

    private Engines() {
    }

    /** The engine that was made, and by name of the others what they said against the model when it came to their tables. */
    private record Attempt(Engine engine, Map<EngineChoice, String> refusals) {
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
        ModelShape shape = shape(model, more);
        if (choice != EngineChoice.AUTO) {
            return new EngineSelection(of(shape, choice), List.of());
        }
        requireEnd(shape);
        List<EngineForecast> forecasts = EngineForecast.all(shape);
        Attempt made = cheapest(shape, forecasts);
        return new EngineSelection(made.refusals().isEmpty() ? made.engine() : withRefusals(made),
                forecasts.stream().filter(f -> !made.refusals().containsKey(f.engine())).map(Engines::speed).toList());
    }

    private static SpeedForecast speed(EngineForecast forecast) {
        return new SpeedForecast(name(forecast.engine()), forecast.setUpNanoseconds() / NANOSECONDS, forecast.nanoseconds() / NANOSECONDS);
    }

    private static ModelShape shape(Model model, List<Observable> more) {
        return ModelShape.of(more.isEmpty() ? model : model.withObservables(Stream.concat(model.observables().stream(), more.stream()).toList()));
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

    /** The engine with one fact more: which cheaper ones were not taken, and why. */
    private static Engine withRefusals(Attempt made) {
        return new ForwardingEngine(made.engine()) {

            @Override
            public Map<String, Object> description() {
                Map<String, Object> facts = new LinkedHashMap<>(super.description());
                made.refusals().forEach((choice, why) -> facts.put("not_taken_" + Engines.name(choice), why));
                return facts;
            }
        };
    }

    private static String name(EngineChoice choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    private static Engine of(ModelShape shape, EngineChoice choice) {
        return switch (choice) {
            case SPARSE -> SparseEngine.of(shape);
            case RENEWAL -> RenewalEngine.of(shape);
            case LADDER -> LadderEngine.of(shape);
            case AUTO, GRID -> GridEngine.of(shape.sectors());
        };
    }

    private static void requireTime(ModelShape shape, EngineForecast best) {
        boolean known = shape.jumpForecast().trajectoryCount() > 0 || shape.jumpForecast().total() == 0;
        if (known && !(best.nanoseconds() <= MOST_NANOSECONDS)) {
            throw new ModelException(String.format(Locale.ROOT, "expected a trajectory that takes at most %s, forecast %s with the best engine, %s, in %s; the largest "
                    + "rates and frequencies times the distance of grid times are too large for its steps, and the ladder engine, which needs none, "
                    + "does not take the model%s", time(MOST_NANOSECONDS), time(best.nanoseconds()), name(best.engine()), shape.model().name(),
                    LadderEngine.obstacle(shape).map(why -> ": it has found " + why).orElse("")), "hamiltonian");
        }
    }

    /** The first engine that can build its tables; that of a forecast may turn out not to. */
    private static Attempt cheapest(ModelShape shape, List<EngineForecast> forecasts) {
        Map<EngineChoice, String> refusals = new EnumMap<>(EngineChoice.class);
        ModelException last = null;
        requireTime(shape, forecasts.get(0));
        for (EngineForecast forecast : forecasts) {
            try {
                return new Attempt(of(shape, forecast.engine()), refusals);
            } catch (ModelException e) {
                refusals.put(forecast.engine(), e.getMessage());
                last = e;
            }
        }
        throw last;
    }

    /**
     * For people: which engine {@link EngineChoice#AUTO} takes, why, and what it will need. Builds the tables, runs nothing. More observables as for
     * {@link #select(Model, List, EngineChoice)}.
     *
     * @throws ModelException where {@link #create} does
     */
    public static EngineExplanation explain(Model model, List<Observable> more) {
        ModelShape shape = shape(model, more);
        requireEnd(shape);
        List<EngineForecast> forecasts = EngineForecast.all(shape);
        Attempt made = cheapest(shape, forecasts);
        Engine engine = made.engine();
        List<String> summary = new ArrayList<>(List.of("engine: " + engine.name()));
        summary.add(String.format(Locale.ROOT, "expected jumps: about %s per trajectory, from %s", twoDigits(shape.jumpForecast().total()), shape.jumpForecast().basis())
                + (model.isWeighted() ? "; channel factors and a certain first jump of the bias are not counted" : ""));
        List<String> details = new ArrayList<>();
        for (EngineForecast first : forecasts) {
            String refusal = made.refusals().get(first.engine());
            // What was forecast at first sight to be slower deserves a second look when it is what is taken.
            EngineForecast forecast = first.engine() == EngineChoice.SPARSE && engine instanceof SparseEngine ? SparseForecast.of(shape) : first;
            details.add(line(forecast, model.ensemble().trajectoryCount()) + (refusal == null ? "" : "; not taken: " + refusal));
            if (name(forecast.engine()).equals(engine.name())) {
                summary.add(String.format(Locale.ROOT, "forecast: about %s for %d trajectories on one core, %s of memory",
                        time(forecast.nanoseconds(model.ensemble().trajectoryCount())), model.ensemble().trajectoryCount(), Bytes.shown(forecast.memoryBytes())));
            }
        }
        details.add("kernel: " + engine.kernel());
        engine.description().forEach((name, value) -> details.add(name.replace('_', ' ') + ": " + shown(name, value)));
        return new EngineExplanation(summary, details);
    }

    private static String twoDigits(double x) {
        return x >= LEAST_PLAIN && x < MOST_PLAIN ? new BigDecimal(x, new MathContext(2)).toPlainString() : String.format(Locale.ROOT, "%.1e", x);
    }

    private static String line(EngineForecast forecast, long trajectories) {
        return String.format(Locale.ROOT, "forecast %s: %s; %s of memory, %s to set up, %s per trajectory and core, %s for %d", name(forecast.engine()),
                forecast.structure(), bytes(forecast.memoryBytes()), time(forecast.setUpNanoseconds()), time(forecast.nanoseconds()),
                time(forecast.nanoseconds(trajectories)), trajectories);
    }

    private static String time(double nanoseconds) {
        if (nanoseconds >= 1e9) {
            return String.format(Locale.ROOT, nanoseconds >= 1e11 && nanoseconds < 1e15 ? "%.0f s" : "%.3g s", nanoseconds * 1e-9);
        }
        return nanoseconds >= 1e6 ? String.format(Locale.ROOT, "%.3g ms", nanoseconds * 1e-6) : String.format(Locale.ROOT, "%.3g us", nanoseconds * 1e-3);
    }

    private static String bytes(double count) {
        return String.format(Locale.ROOT, "%.2f MiB", count / 0x1p20);
    }

    private static String shown(String name, Object value) {
        if (name.endsWith("bytes")) {
            return bytes(((Number) value).doubleValue());
        }
        return value instanceof Double d ? String.format(Locale.ROOT, "%.1e", d) : value.toString();
    }
}
