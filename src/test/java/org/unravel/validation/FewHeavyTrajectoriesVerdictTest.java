package org.unravel.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unravel.ModelText;
import org.unravel.engine.EngineChoice;
import org.unravel.ensemble.Curve;
import org.unravel.ensemble.EnsembleResult;
import org.unravel.ensemble.Progress;
import org.unravel.ensemble.RunPlan;
import org.unravel.ensemble.Sampling;
import org.unravel.ensemble.Weights;
import org.unravel.exact.MasterEquation;
import org.unravel.model.Model;
import org.unravel.validation.TestResult.Outcome;
import org.unravel.validation.ValidationReport.Verdict;

/** A run of which few trajectories carry the weight is never called consistent; a mean weight that no chance explains is still found. */
class FewHeavyTrajectoriesVerdictTest {

    /** Fewer than the 100 effective trajectories that error bars need, whatever the weights. */
    private static final int FEW = 90;

    private static final String TEXT = """
            unravel: 1
            name: decay
            space: {q: qubit}
            hamiltonian: sz/2
            baths: {b: {channels: {down: {operator: sm, rate: 1, heat: -1}}}}
            initial: {q: e}
            time: {end: 1, points: 3}
            ensemble: {bias: {jumps: 2, plain: 0.5}}
            """;

    /**
     * No weight is above 2. By Maurer and Pontil, theorem 4, a mean of 90 of them with a standard error of 0.05 is 0.9 off with a probability of 2e-5; 0.2 off
     * with no small one. With twenty effective trajectories the verdict does not depend on what the others say.
     */
    @ParameterizedTest
    @CsvSource({"1.9, INCONSISTENT", "1.2, NOT_JUDGED", "0.8, NOT_JUDGED", "1, NOT_JUDGED"})
    void onlyAMeanWeightThatCannotBeIsFound(double meanWeight, Verdict verdict) {
        Model model = ModelText.read(TEXT);
        EnsembleResult r = Sampling.run(model, new RunPlan(FEW, 1, 1, EngineChoice.AUTO), Progress.NONE);
        double[] mean = new double[model.time().pointCount()];
        double[] error = new double[mean.length];
        Arrays.fill(mean, meanWeight);
        Arrays.fill(error, 0.05);
        EnsembleResult weighted = r.with().weights(Optional.of(new Weights(new Curve("weight", mean, error), 20))).build();
        ValidationReport report = Validation.judge(model, weighted, Optional.of(MasterEquation.solve(model)));
        assertEquals(verdict, report.verdict(), report::toString);
        assertEquals(verdict == Verdict.INCONSISTENT ? 1 : 0, report.count(Outcome.FAILED), report::toString);
        assertTrue(report.tests().stream().filter(t -> t.name().startsWith("curve ")).allMatch(t -> t.outcome() == Outcome.NOT_MADE
                && t.note().startsWith("few trajectories carry the weight")), report::toString);
        assertEquals(Verdict.NOT_JUDGED, Validation.judge(model, r, Optional.empty()).verdict(), "no exact side, and as few trajectories");
    }
}
