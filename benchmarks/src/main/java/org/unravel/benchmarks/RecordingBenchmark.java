package org.unravel.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.unravel.engine.EngineChoice;
import org.unravel.ensemble.RunPlan;
import org.unravel.model.Model;
import org.unravel.model.Observable;
import org.unravel.model.Quantity;
import org.unravel.trajectory.Ledger;
import org.unravel.trajectory.Recording;

/** What it costs to record the heat of each bath, or counted heats with their variances: all curves but these, and all, in turn. */
public class RecordingBenchmark extends PairBenchmark {

    /** Model of {@code benchmarks/models}. */
    @Param({"w8"})
    public String workload;

    /** What the dearer run records beside all else. */
    @Param({"heats", "counted"})
    public String recorded;

    /** Engine. */
    @Param({"grid", "sparse"})
    public String engine;

    /** Reads the model and builds the tables. */
    @Setup
    public void setUp() {
        Model model = BenchmarkModels.read(workload, Map.of());
        List<String> dearer = recorded.equals("heats") ? model.baths().stream().map(Quantity::heat).toList()
                : Stream.concat(Stream.of(Quantity.HEAT_COUNTED), model.baths().stream().map(Quantity::heatCounted)).toList();
        List<String> all = Stream.concat(Ledger.names(model).stream(), model.observables().stream().map(Observable::name)).toList();
        prepare(model, plan(all.stream().filter(q -> !dearer.contains(q)).toList()), plan(all));
    }

    private RunPlan plan(List<String> curves) {
        int trajectories = engine.equals("grid") ? TRAJECTORIES : TRAJECTORIES >> 5;
        return new RunPlan(trajectories, 1, 1, new EngineChoice(engine), Recording.of(curves), Optional.empty(), Optional.empty());
    }
}
