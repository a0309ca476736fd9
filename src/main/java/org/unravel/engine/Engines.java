package org.unravel.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.trajectory.Engine;

/** The engines by name, and the choice among them. */
public final class Engines {

    private Engines() {
    }

    /**
     * The engine of a choice, ready for a model.
     *
     * @throws ModelException if the engine cannot take the model
     */
    public static Engine create(Model model, EngineChoice choice) {
        EngineChoice chosen = choice == EngineChoice.AUTO ? EngineCost.of(model).best() : choice;
        if (chosen == EngineChoice.GRID) {
            return GridEngine.of(model);
        }
        if (!SparseEngine.applies(model)) {
            throw new ModelException("expected a model that does not depend on time for the sparse engine, found " + model.name()
                    + "; the grid engine takes it (--engine grid)");
        }
        return SparseEngine.of(model);
    }

    /** For people: which engine {@link EngineChoice#AUTO} takes, why, and what it will need. Builds the tables, runs nothing. */
    public static List<String> explain(Model model) {
        EngineCost cost = EngineCost.of(model);
        Engine engine = create(model, EngineChoice.AUTO);
        List<String> lines = new ArrayList<>();
        lines.add("engine: " + engine.name() + " (" + reason(cost) + ")");
        lines.add("kernel: " + engine.kernel());
        engine.description().forEach((name, value) -> lines.add(name.replace('_', ' ') + ": " + shown(name, value)));
        return lines;
    }

    private static String reason(EngineCost cost) {
        if (cost.sparse() == Double.POSITIVE_INFINITY) {
            return "the model depends on time: only the grid engine takes it";
        }
        return String.format(Locale.ROOT, "predicted cost of a trajectory and grid interval: grid %.2g, sparse %.2g multiply-adds", cost.grid(),
                cost.sparse());
    }

    private static String shown(String name, Object value) {
        if (name.endsWith("bytes")) {
            return String.format(Locale.ROOT, "%.2f MiB", ((Number) value).doubleValue() / 0x1p20);
        }
        return value instanceof Double d ? String.format(Locale.ROOT, "%.1e", d) : value.toString();
    }
}
