package org.unravel.firstlaw;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.unravel.engine.EngineChoice;
import org.unravel.engine.Engines;
import org.unravel.ensemble.Progress;
import org.unravel.ensemble.RunPlan;
import org.unravel.ensemble.Sampling;
import org.unravel.model.CutOffs;
import org.unravel.model.Model;
import org.unravel.trajectory.Engine;

/** Samples of one model from many seeds, each as {@link Comparison#sampled(RunPlan)} would give it; the engine is made once. */
final class SeededSamples {

    private final Comparison comparison;
    private final SampledRun run;
    private final Model recorded;
    private final Engine engine;

    SeededSamples(Model model, List<Definition> definitions, long trajectories, int threads) {
        this.comparison = Comparison.of(model).with(definitions).whateverItTakes();
        Set<Need> needs = EnumSet.of(Need.MEANS, Need.STATE);
        definitions.forEach(d -> needs.addAll(d.needs()));
        comparison.quantities().forEach(q -> needs.addAll(q.needs()));
        this.run = SampledRun.of(model, new RunPlan(trajectories, 0, threads, EngineChoice.AUTO), needs, Double.POSITIVE_INFINITY);
        this.recorded = run.plan().recording().restrict(run.inner());
        this.engine = Engines.selectShowingKets(recorded, CutOffs.projectors(recorded.space()), EngineChoice.AUTO).engine();
    }

    Comparison comparison() {
        return comparison;
    }

    FirstLawCurves of(long seed) {
        RunPlan plan = new RunPlan(run.plan().trajectoryCount(), seed, run.plan().threadCount(), EngineChoice.AUTO, run.plan().recording());
        return run.curves(comparison.definitions(), comparison.quantities(), Sampling.run(engine, recorded, plan, Progress.NONE));
    }
}
