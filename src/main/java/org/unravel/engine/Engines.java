package org.unravel.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.unravel.model.Model;
import org.unravel.trajectory.Engine;

/** The engines by name, and the choice among them. */
public final class Engines {

    private Engines() {
    }

    /**
     * The engine of a choice, ready for a model.
     *
     * @throws org.unravel.model.ModelException if the engine cannot take the model
     */
    public static Engine create(Model model, EngineChoice choice) {
        EngineChoice chosen = choice == EngineChoice.AUTO ? EngineForecast.all(model).get(0).engine() : choice;
        return switch (chosen) {
            case SPARSE -> SparseEngine.of(model);
            case RENEWAL -> RenewalEngine.of(model);
            case AUTO, GRID -> GridEngine.of(model);
        };
    }

    /** For people: which engine {@link EngineChoice#AUTO} takes, why, and what it will need. Builds the tables, runs nothing. */
    public static List<String> explain(Model model) {
        Engine engine = create(model, EngineChoice.AUTO);
        List<String> lines = new ArrayList<>();
        lines.add("engine: " + engine.name());
        for (EngineForecast forecast : EngineForecast.all(model)) {
            lines.add(String.format(Locale.ROOT, "forecast %s: %s; %s per trajectory and core, %s of tables",
                    forecast.engine().name().toLowerCase(Locale.ROOT), forecast.structure(), time(forecast.nanoseconds()), bytes(forecast.tableBytes())));
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
