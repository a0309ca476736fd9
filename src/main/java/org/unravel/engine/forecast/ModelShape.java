package org.unravel.engine.forecast;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.unravel.engine.sector.SectorMap;
import org.unravel.model.Model;

/** What forecasts and engines find out about a model, each thing once and when it is first asked for. Not for several threads. */
public final class ModelShape {

    private final Model model;
    private final List<EngineCandidate> candidates;
    private final Map<Class<?>, Object> found = new HashMap<>();
    private SectorMap sectors;
    private JumpForecast jumps;

    private ModelShape(Model model, List<EngineCandidate> candidates) {
        this.model = model;
        this.candidates = candidates;
    }

    /** For one engine that looks at a model by itself. */
    public static ModelShape of(Model model) {
        return new ModelShape(model, List.of());
    }

    /** For all engines. */
    public static ModelShape of(Model model, List<EngineCandidate> candidates) {
        return new ModelShape(model, candidates);
    }

    public Model model() {
        return model;
    }

    /** Intervals of the time grid. */
    public int intervals() {
        return model.time().pointCount() - 1;
    }

    /** The sectors that trajectories can come to. */
    public SectorMap sectors() {
        if (sectors == null) {
            sectors = SectorMap.of(model);
        }
        return sectors;
    }

    /** Jumps of a trajectory. */
    public JumpForecast jumpForecast() {
        if (jumps == null) {
            jumps = JumpForecast.of(sectors(), () -> candidates.stream().map(c -> c.countJumps(this)).flatMap(Optional::stream).findFirst());
        }
        return jumps;
    }

    /** What follows a trajectory whatever the engine. */
    public ObserverForecast observers() {
        return ObserverForecast.of(model);
    }

    /** What an engine finds out for itself, one thing of a class: its forecast and the engine share it. What is thrown is not kept. */
    public <T> T once(Class<T> kind, Function<ModelShape, T> search) {
        if (!found.containsKey(kind)) {
            found.put(kind, search.apply(this));
        }
        return kind.cast(found.get(kind));
    }
}
