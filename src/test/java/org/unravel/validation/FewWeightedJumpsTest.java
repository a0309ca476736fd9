package org.unravel.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.unravel.ModelText;
import org.unravel.engine.AlteredModel;
import org.unravel.engine.EngineChoice;
import org.unravel.ensemble.EnsembleResult;
import org.unravel.ensemble.Progress;
import org.unravel.ensemble.RunPlan;
import org.unravel.ensemble.Sampling;
import org.unravel.exact.Effort;
import org.unravel.exact.WorkBudget;
import org.unravel.model.Model;

/** A biased run in which a channel fires so rarely that its number of jumps has no error bar is judged by the exact variance of that number. */
class FewWeightedJumpsTest {

    private static final int TRAJECTORIES = 10_000;

    /** Some twenty jumps of the channel "rare" in all trajectories together. */
    private static Model model() {
        return ModelText.read("""
                unravel: 1
                name: few-weighted-jumps
                space: {q: qubit}
                hamiltonian: sz/2 + 0.4*sx
                baths:
                  b:
                    channels:
                      down: {operator: sm, rate: 0.5, heat: -1}
                      rare: {operator: sp, rate: 0.001, heat: 1}
                initial: {q: e}
                time: {end: 4, points: 5}
                ensemble: {bias: {jumps: 1.4, plain: 0.4}}
                """);
    }

    private static TestResult rare(Model sampled) {
        EnsembleResult result = Sampling.run(sampled, new RunPlan(TRAJECTORIES, 1, 1, EngineChoice.AUTO), Progress.NONE);
        Reference reference = Reference.solve(model(), WorkBudget.of(Effort.MODERATE), java.util.Optional.empty());
        if (sampled.channels().get(1).rate().at(0).re() < 0.01) {
            assertTrue(Double.isNaN(result.quantities().get("jumps.b.rare").standardError()), "so many jumps that there is an error bar");
        }
        return Validation.judge(model(), result, reference).tests().stream().filter(t -> t.name().equals("jumps.b.rare")).findFirst().orElseThrow();
    }

    @Test
    void aRightRunIsNotFoundInconsistentForWantOfAnErrorBar() {
        assertEquals(TestResult.Outcome.PASSED, rare(model()).outcome(), () -> rare(model()).toString());
    }

    @Test
    void aRateThatIsFarOffIsFound() {
        assertEquals(TestResult.Outcome.FAILED, rare(AlteredModel.rateTimes(model(), "b", "rare", 50)).outcome());
    }
}
