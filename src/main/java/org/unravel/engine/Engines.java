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

    /** The engine of a choice, ready for a model. */
    public static Engine create(Model model, EngineChoice choice) {
        return GridEngine.of(model);
    }

    /** For people: which engine {@link EngineChoice#AUTO} takes, why, and what it will need. Builds the tables, runs nothing. */
    public static List<String> explain(Model model) {
        List<String> lines = new ArrayList<>();
        Engine engine = create(model, EngineChoice.AUTO);
        lines.add("engine: " + engine.name() + " (takes any H(t), rates and operators; the only engine so far)");
        lines.add("kernel: " + engine.kernel());
        engine.description().forEach((name, value) -> lines.add(name.replace('_', ' ') + ": " + shown(name, value)));
        return lines;
    }

    private static String shown(String name, Object value) {
        if (name.endsWith("bytes")) {
            return String.format(Locale.ROOT, "%.2f MiB", ((Number) value).doubleValue() / 0x1p20);
        }
        return value instanceof Double d ? String.format(Locale.ROOT, "%.1e", d) : value.toString();
    }
}
