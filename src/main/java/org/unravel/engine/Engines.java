package org.unravel.engine;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.trajectory.Engine;

/** The engines by name, and the choice among them. */
public final class Engines {

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
        return choice == EngineChoice.AUTO ? cheapest(model, EngineForecast.all(model)).engine() : of(model, choice);
    }

    private static Engine of(Model model, EngineChoice choice) {
        return switch (choice) {
            case SPARSE -> SparseEngine.of(model);
            case RENEWAL -> RenewalEngine.of(model);
            case AUTO, GRID -> GridEngine.of(model);
        };
    }

    /** The first engine that can build its tables; that of a forecast may turn out not to. */
    private static Attempt cheapest(Model model, List<EngineForecast> forecasts) {
        Map<EngineChoice, String> refusals = new EnumMap<>(EngineChoice.class);
        ModelException last = null;
        for (EngineForecast forecast : forecasts) {
            try {
                return new Attempt(of(model, forecast.engine()), refusals);
            } catch (ModelException e) {
                refusals.put(forecast.engine(), e.getMessage());
                last = e;
            }
        }
        throw last;
    }

    /** For people: which engine {@link EngineChoice#AUTO} takes, why, and what it will need. Builds the tables, runs nothing. */
    public static List<String> explain(Model model) {
        List<EngineForecast> forecasts = EngineForecast.all(model);
        Attempt made = cheapest(model, forecasts);
        Engine engine = made.engine();
        List<String> lines = new ArrayList<>();
        lines.add("engine: " + engine.name());
        for (EngineForecast forecast : forecasts) {
            String refusal = made.refusals().get(forecast.engine());
            lines.add(String.format(Locale.ROOT, "forecast %s: %s; %s per trajectory and core, %s of tables%s",
                    forecast.engine().name().toLowerCase(Locale.ROOT), forecast.structure(), time(forecast.nanoseconds()), bytes(forecast.tableBytes()),
                    refusal == null ? "" : "; not taken: " + refusal));
        }
        lines.add("kernel: " + engine.kernel());
        engine.description().forEach((name, value) -> lines.add(name.replace('_', ' ') + ": " + shown(name, value)));
        return lines;
    }

    private static String time(double nanoseconds) {
        if (nanoseconds >= 1e9) {
            return String.format(Locale.ROOT, "%.3g s", nanoseconds * 1e-9);
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
