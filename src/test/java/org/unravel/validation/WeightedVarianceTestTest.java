package org.unravel.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.unravel.ModelText;
import org.unravel.engine.EngineChoice;
import org.unravel.engine.Engines;
import org.unravel.ensemble.EnsembleResult;
import org.unravel.ensemble.Progress;
import org.unravel.ensemble.RunPlan;
import org.unravel.ensemble.Sampling;
import org.unravel.exact.Effort;
import org.unravel.exact.WorkBudget;
import org.unravel.model.Model;
import org.unravel.statistics.SampleSummary;

/** Variances of biased runs where the exact distribution is all but trivial; fixed seeds. */
class WeightedVarianceTestTest {

    private static final long TRAJECTORIES = 100_000;

    /** Saturated: heat is 0 or 1 with equal probabilities, and (n − μ)² hardly scatters; a third state decays and is never reached. */
    private static final Model MODEL = ModelText.read("""
            unravel: 1
            name: saturated
            parameters: {Gamma: 0.5}
            space: {q: "levels(3)"}
            hamiltonian: proj(q,1) + 2*proj(q,2)
            baths:
              b:
                channels:
                  down: {operator: "op(q,0,1)", rate: Gamma, heat: -1}
                  up: {operator: "op(q,1,0)", rate: Gamma/4, heat: 1}
                  dark: {operator: "op(q,0,2)", rate: 1, heat: -2}
            initial: {q: 0}
            time: {end: 6, points: 3}
            ensemble: {bias: {jumps: 1.4, plain: 0.8}}
            """);

    private static final Reference EXACT = Reference.solve(MODEL, WorkBudget.of(Effort.MODERATE), Optional.empty());

    private static final EnsembleResult RESULT = Sampling.run(Engines.create(MODEL, EngineChoice.AUTO), MODEL,
            new RunPlan(TRAJECTORIES, 1, 2, EngineChoice.AUTO), Progress.NONE);

    private static TestResult variance(EnsembleResult result, String quantity) {
        return Validation.judge(MODEL, result, EXACT).tests().stream().filter(t -> t.name().equals("variance " + quantity)).findFirst().orElseThrow();
    }

    /** The rounding of exact probabilities far out would make an eighth moment, and forbid the test. */
    @Test
    void twoValuesAreJudged() {
        TestResult found = variance(RESULT, "heat.counted");
        assertEquals(TestResult.Outcome.PASSED, found.outcome(), found::toString);
        assertTrue(Math.abs(found.value()) < 4, found::toString);
    }

    @Test
    void aChannelThatNeverFiresDoesNotScatter() {
        TestResult found = variance(RESULT, "jumps.b.dark");
        assertEquals(TestResult.Outcome.PASSED, found.outcome(), found::toString);
        assertEquals("it does not scatter", found.note());
    }

    /** What is tested is what is shown, off by 5 %: (n − μ)² scatters by its own size, so that its mean is known to some 0.5 %. */
    @Test
    void aShownVarianceThatIsOffIsFound() {
        SampleSummary s = RESULT.quantities().get("heat.counted");
        java.util.Map<String, SampleSummary> off = new java.util.LinkedHashMap<>(RESULT.quantities());
        off.put("heat.counted", new SampleSummary(s.mean(), s.standardError(), 1.05 * s.variance(), s.varianceStandardError(), s.skewness(),
                s.skewnessStandardError(), s.kurtosis(), s.kurtosisStandardError(), s.min(), s.max()));
        assertEquals(TestResult.Outcome.FAILED, variance(RESULT.with().quantities(off).build(), "heat.counted").outcome());
    }
}
