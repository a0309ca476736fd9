package org.unravel.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.unravel.engine.EngineChoice;
import org.unravel.engine.Engines;
import org.unravel.ensemble.EnsembleResult;
import org.unravel.ensemble.Progress;
import org.unravel.ensemble.RunPlan;
import org.unravel.ensemble.Sampling;
import org.unravel.exact.Effort;
import org.unravel.exact.WorkBudget;
import org.unravel.model.Model;
import org.unravel.modelfile.ModelReader;
import org.unravel.trajectory.Engine;

/** A right run is called consistent where the bias has made its tails common, and others rarer than in the model. */
class RareHeatTest {

    /** The false alarm rate of a verdict is 1e-3; five of them, 5e-3. The seeds are fixed. */
    private static final int RUNS = 5;
    private static final long TRAJECTORIES = 100_000;
    private static final List<String> VARIANCES = List.of("variance heat.counted.hot", "variance heat.counted.cold", "variance jumps.hot.emission");

    @Test
    void rightRunsAreConsistent() {
        Model model = ModelReader.readShipped("rare-heat", Map.of());
        Reference exact = reference(model);
        Engine engine = Engines.create(model, EngineChoice.AUTO);
        for (int seed = 1; seed <= RUNS; seed++) {
            EnsembleResult result = Sampling.run(engine, model, new RunPlan(TRAJECTORIES, seed, 2, EngineChoice.AUTO), Progress.NONE);
            ValidationReport report = Validation.judge(model, result, exact);
            assertEquals(ValidationReport.Verdict.CONSISTENT, report.verdict(), report::toString);
            VARIANCES.forEach(name -> assertEquals(TestResult.Outcome.PASSED, outcome(report, name), name));
        }
    }

    /** Couplings that are larger by a fifth add as much to the variances: more than eight standard errors, as the run above shows them. */
    @Test
    void variancesOfAnotherCouplingAreFound() {
        Model model = ModelReader.readShipped("rare-heat", Map.of());
        EnsembleResult result = Sampling.run(Engines.create(model, EngineChoice.AUTO), model, new RunPlan(TRAJECTORIES, 1, 2, EngineChoice.AUTO), Progress.NONE);
        ValidationReport report = Validation.judge(model, result, reference(ModelReader.readShipped("rare-heat", Map.of("Gamma", "0.12"))));
        VARIANCES.forEach(name -> assertEquals(TestResult.Outcome.FAILED, outcome(report, name), name));
    }

    private static Reference reference(Model model) {
        return Reference.solve(model, WorkBudget.of(Effort.MODERATE), Optional.empty());
    }

    private static TestResult.Outcome outcome(ValidationReport report, String name) {
        return report.tests().stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow().outcome();
    }
}
