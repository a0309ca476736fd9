package org.unravel.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.unravel.engine.EngineChoice;
import org.unravel.engine.Engines;
import org.unravel.ensemble.EnsembleResult;
import org.unravel.ensemble.FirstLaw;
import org.unravel.ensemble.Progress;
import org.unravel.ensemble.RunPlan;
import org.unravel.ensemble.Sampling;
import org.unravel.exact.ExactCurves;
import org.unravel.exact.MasterEquation;
import org.unravel.model.Model;
import org.unravel.model.Quantity;
import org.unravel.modelfile.ModelReader;
import org.unravel.trajectory.Engine;
import org.unravel.validation.TestResult.Outcome;
import org.unravel.validation.ValidationReport.Verdict;

class ValidationTest {

    /** Hundred times what a certain point may be off, and far below a standard error of 1000 trajectories. */
    private static final double SMALL_ERROR = 1e-6;

    private static EnsembleResult sample(Model model, long trajectories, long seed) {
        return Sampling.run(model, new RunPlan(trajectories, seed, 2, EngineChoice.AUTO), Progress.NONE);
    }

    private static List<String> names(ValidationReport report, Outcome outcome) {
        return report.tests().stream().filter(t -> t.outcome() == outcome).map(TestResult::name).toList();
    }

    /** With a family-wise rate of 1e-3, 120 right runs of few events fail nowhere with a probability of 89 % at least; the seeds are fixed. */
    @ParameterizedTest
    @CsvSource({"spontaneous-emission, 2000", "lab-frame-qubit, 100", "tilted-dephasing, 1000"})
    void rightRunsOfFewEventsAreConsistent(String name, long trajectories) {
        Model model = ModelReader.readShipped(name, Map.of());
        Engine engine = Engines.create(model, EngineChoice.AUTO);
        Optional<ExactCurves> exact = Optional.of(MasterEquation.solve(model));
        for (long seed = 1; seed <= 40; seed++) {
            EnsembleResult result = Sampling.run(engine, model, new RunPlan(trajectories, seed, 2, EngineChoice.AUTO), Progress.NONE);
            ValidationReport report = Validation.judge(model, result, exact);
            assertEquals(Verdict.CONSISTENT, report.verdict(), report::toString);
        }
    }

    @Test
    void closedSystemMustAgreeToTheLastDigits() {
        Model model = ModelReader.readShipped("jaynes-cummings", Map.of());
        EnsembleResult result = sample(model, 100, 1);
        assertEquals(Verdict.CONSISTENT, Validation.judge(model, result, Optional.of(MasterEquation.solve(model))).verdict());
        ExactCurves other = MasterEquation.solve(ModelReader.readShipped("jaynes-cummings", Map.of("omega", "1 + 1e-6")));
        assertTrue(names(Validation.judge(model, result, Optional.of(other)), Outcome.FAILED).contains("curve energy"));
    }

    @Test
    void curveWithoutSpreadMustAgreeThoughOthersScatter() {
        Model model = ModelReader.readShipped("spontaneous-emission", Map.of());
        ExactCurves exact = MasterEquation.solve(model);
        Map<String, double[]> curves = new HashMap<>(exact.curves());
        double[] quantum = curves.get(Quantity.HEAT_QUANTUM).clone();
        quantum[quantum.length / 2] += SMALL_ERROR;
        curves.put(Quantity.HEAT_QUANTUM, quantum);
        ValidationReport report = Validation.judge(model, sample(model, 1000, 1), Optional.of(new ExactCurves(curves)));
        assertEquals(List.of("curve heat.quantum"), names(report, Outcome.FAILED));
    }

    /** Work that scatters by a pulse of a thousandth of a grid step: a bound that missed the pulse would call any deviation certain. */
    @Test
    void workOfAShortPulseMayScatter() {
        Model model = ModelReader.read("src/test/resources/org/unravel/validation/pulse.yaml", Map.of());
        ValidationReport report = Validation.judge(model, sample(model, 2000, 1), Optional.of(MasterEquation.solve(model)));
        assertEquals(Verdict.CONSISTENT, report.verdict(), report::toString);
        assertTrue(names(report, Outcome.PASSED).contains("curve work"));
    }

    @Test
    void missingExactEnsembleLeavesTheFirstLaw() {
        Model model = ModelReader.readShipped("spontaneous-emission", Map.of());
        ValidationReport report = Validation.judge(model, sample(model, 100, 1), Optional.empty());
        assertEquals(Verdict.NOT_JUDGED, report.verdict());
        assertEquals(List.of("first law"), names(report, Outcome.PASSED));
        assertTrue(names(report, Outcome.NOT_MADE).containsAll(List.of("curve work", "curve excited", "jumps.vacuum.emission")));
    }

    @ParameterizedTest
    @CsvSource({"1.9e-9, NOT_JUDGED", "2.1e-9, INCONSISTENT", "NaN, INCONSISTENT"})
    void firstLawIsATestOfItsOwn(double residual, Verdict verdict) {
        Model model = ModelReader.readShipped("spontaneous-emission", Map.of());
        EnsembleResult r = sample(model, 100, 1);
        EnsembleResult open = r.with().firstLaw(new FirstLaw(residual, 2)).build();
        assertEquals(verdict, Validation.judge(model, open, Optional.empty()).verdict());
    }
}
