package org.unravel.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unravel.bath.HeatExchange;
import org.unravel.engine.EngineChoice;
import org.unravel.ensemble.EnsembleResult;
import org.unravel.ensemble.Progress;
import org.unravel.ensemble.RunPlan;
import org.unravel.ensemble.Sampling;
import org.unravel.exact.Effort;
import org.unravel.exact.WorkBudget;
import org.unravel.model.InfluenceMartingale;
import org.unravel.model.JumpBias;
import org.unravel.model.Measurement;
import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.model.QuantumJumps;
import org.unravel.model.Reason;
import org.unravel.model.WeightSign;
import org.unravel.modelfile.ModelReader;
import org.unravel.validation.Reference;
import org.unravel.validation.Subject;
import org.unravel.validation.TestResult.Outcome;
import org.unravel.validation.Validation;
import org.unravel.validation.ValidationReport;
import org.unravel.validation.ValidationReport.Verdict;

/** A model whose trajectories have weights of both signs is told from one of jumps, and what is not made for it is refused with a reason. */
class InfluenceMartingaleTest {

    private static Model plain(String name) {
        return ModelReader.readShipped(name, Map.of());
    }

    private static Model signed(String name) {
        return plain(name).withUnraveling(new InfluenceMartingale());
    }

    @Test
    void theUnravelingSaysWhichWeightsThereAre() {
        JumpBias bias = new JumpBias(2, Map.of(), JumpBias.FirstJump.FREE, 0.25);
        QuantumJumps biased = new QuantumJumps(Measurement.NONE, Optional.of(bias));
        assertEquals(WeightSign.NONE, QuantumJumps.PLAIN.weights());
        assertEquals(1, QuantumJumps.PLAIN.largestWeight());
        assertEquals(WeightSign.POSITIVE, biased.weights());
        assertEquals(4, biased.largestWeight());
        assertEquals(new QuantumJumps(Measurement.TWO_POINT, Optional.of(bias)), biased.measured());
        assertEquals(WeightSign.SIGNED, new InfluenceMartingale().weights());
        assertEquals(Double.POSITIVE_INFINITY, new InfluenceMartingale().largestWeight());
        Model model = signed("thermal-qubit");
        assertTrue(model.isWeighted() && !model.isMeasured() && model.bias().isEmpty());
        assertTrue(plain("thermal-qubit").withUnraveling(biased).isWeighted() && !plain("thermal-qubit").isWeighted());
    }

    @Test
    void theEndsAreNotMeasured() {
        assertTrue(plain("thermal-qubit").measured().isMeasured());
        assertThrows(ModelException.class, () -> signed("thermal-qubit").measured());
    }

    /** None passes off trajectories of the plain law as such, and the one that draws them draws no others. */
    @ParameterizedTest
    @ValueSource(strings = {"grid", "sparse", "renewal", "ladder"})
    void otherEnginesRefuseIt(String engine) {
        RunPlan plan = new RunPlan(10, 1, 1, new EngineChoice(engine));
        assertEquals(10, Sampling.run(plain("thermal-qubit"), plan, Progress.NONE).trajectoryCount());
        ModelException e = assertThrows(ModelException.class, () -> Sampling.run(signed("thermal-qubit"), plan, Progress.NONE));
        assertEquals("expected an engine that draws 'unraveling: martingale', found " + engine + "; take martingale", e.getMessage());
        assertEquals("unraveling", e.key());
    }

    @Test
    void itsEngineTakesNoOther() {
        RunPlan asked = new RunPlan(10, 1, 1, new EngineChoice("martingale"));
        assertEquals("martingale", Sampling.run(signed("thermal-qubit"), asked, Progress.NONE).engine());
        assertEquals("martingale", Sampling.run(signed("thermal-qubit"), new RunPlan(10, 1, 1, EngineChoice.AUTO), Progress.NONE).engine());
        ModelException e = assertThrows(ModelException.class, () -> Sampling.run(plain("thermal-qubit"), asked, Progress.NONE));
        assertEquals("expected an engine that draws 'unraveling: jumps', found martingale; take grid or sparse or renewal or ladder", e.getMessage());
    }

    /** Means are compared, shares are not, whatever the signs of the rates. */
    @Test
    void meansAreJudgedAndSharesAreNot() {
        Model model = signed("thermal-qubit");
        EnsembleResult result = Sampling.run(model, new RunPlan(2000, 1, 1, EngineChoice.AUTO), Progress.NONE);
        Reference reference = Reference.solve(model, WorkBudget.of(Effort.MODERATE), Optional.empty());
        ValidationReport report = Validation.judge(model, result, reference);
        assertEquals(Verdict.CONSISTENT, report.verdict());
        assertTrue(comparisons(report) > 0);
        assertTrue(reference.counting().absences().values().stream().allMatch(a -> a.isFor(Reason.NOT_APPLICABLE)));
        for (Subject.Kind kind : List.of(Subject.Kind.ATOMS, Subject.Kind.WAITING_TIMES)) {
            assertTrue(report.tests().stream().anyMatch(t -> t.subject().kind() == kind), "nothing said of " + kind);
            assertTrue(report.tests().stream().filter(t -> t.subject().kind() == kind).allMatch(t -> t.outcome() == Outcome.NOT_MADE), "made: " + kind);
        }
    }

    private static long comparisons(ValidationReport report) {
        return report.tests().stream().filter(t -> t.subject().kind() == Subject.Kind.CURVE && t.outcome() != Outcome.NOT_MADE).count();
    }

    /** Shares that may be negative have no ratio of probabilities. */
    @Test
    void noRelationOfSharesHolds() {
        assertNotEquals(HeatExchange.Validity.NEVER, HeatExchange.of(plain("heat-exchange")).validity());
        assertEquals(HeatExchange.Validity.NEVER, HeatExchange.of(signed("heat-exchange")).validity());
    }
}
