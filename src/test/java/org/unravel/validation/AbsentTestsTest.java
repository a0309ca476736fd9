package org.unravel.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unravel.engine.EngineChoice;
import org.unravel.ensemble.Curve;
import org.unravel.ensemble.EnsembleResult;
import org.unravel.ensemble.Progress;
import org.unravel.ensemble.RunPlan;
import org.unravel.ensemble.Sampling;
import org.unravel.exact.CountingDistribution.Atom;
import org.unravel.exact.CountingStatistics;
import org.unravel.exact.ExactCurves;
import org.unravel.exact.MasterEquation;
import org.unravel.exact.TwoPointStatistics;
import org.unravel.exact.TwoPointStatistics.Moments;
import org.unravel.exact.WorkDistribution;
import org.unravel.model.Absence;
import org.unravel.model.Attempt;
import org.unravel.model.Model;
import org.unravel.model.Quantity;
import org.unravel.model.Reason;
import org.unravel.modelfile.ModelReader;
import org.unravel.statistics.Distribution;
import org.unravel.validation.TestResult.Outcome;

/** What cannot be tested is listed with its reason. */
class AbsentTestsTest {

    private static final String WHY = "the work exceeds the effort";
    private static final Absence ABSENCE = new Absence(Reason.TOO_MUCH_WORK, WHY);

    private static TwoPointStatistics exact(Optional<List<Atom>> atoms) {
        return new TwoPointStatistics(null, new Moments(0, 1, 0, 3), Optional.empty(), Optional.empty(), OptionalDouble.empty(), Optional.empty(),
                Attempt.found(Optional.empty()), atoms.map(a -> Attempt.found(new WorkDistribution(a, 0))).orElse(Attempt.missing(ABSENCE)));
    }

    private static Distribution sampled(Distribution.Shape shape) {
        return new Distribution(List.of(Distribution.Bin.ofCount(0, 0, 50, 100), Distribution.Bin.ofCount(1, 1, 50, 100)), shape);
    }

    @Test
    void workWithoutExactAtomsSaysWhy() {
        Finding found = FluctuationTests.workAtoms(sampled(Distribution.Shape.ATOMS), exact(Optional.empty()), 100).finding();
        assertEquals(Finding.Kind.NOT_MADE, found.kind());
        assertEquals(WHY, found.note());
        assertEquals("atoms work.tpm", found.name());
    }

    @Test
    void workInIntervalsSaysSo() {
        Optional<List<Atom>> atoms = Optional.of(List.of(new Atom(0, 0.5), new Atom(1, 0.5)));
        Finding found = FluctuationTests.workAtoms(sampled(Distribution.Shape.INTERVALS), exact(atoms), 100).finding();
        assertEquals(Finding.Kind.NOT_MADE, found.kind());
        assertTrue(found.note().contains("intervals"), found.note());
        // as atoms the same is tested: 50 and 50 seen and expected
        assertEquals(1, FluctuationTests.workAtoms(sampled(Distribution.Shape.ATOMS), exact(atoms), 100).finding().pValue());
    }

    @Test
    void weightedMeanWithoutExactMomentsSaysWhichAreMissing() {
        Moments mean = new Moments(1, Double.NaN, Double.NaN, Double.NaN, Optional.of(ABSENCE));
        Finding found = new WeightedMeanTest(null, Subject.of(Subject.Kind.RELATION, "jarzynski"), 1, Double.NaN, 0, mean, 1).finding();
        assertEquals(Finding.Kind.NOT_MADE, found.kind());
        assertEquals("its exact moments: " + WHY, found.note());
    }

    @Test
    void quantitiesWithoutExactMomentsSayWhy() {
        Model model = ModelReader.readShipped("spontaneous-emission", Map.of());
        CountingStatistics counting = new CountingStatistics(Map.of(), Map.of(), Optional.empty(), Map.of("heat.counted", ABSENCE,
                "jumps.vacuum.emission", ABSENCE));
        ValidationReport report = Validation.judge(model, Sampling.run(model, new RunPlan(100, 1, 2, EngineChoice.AUTO), Progress.NONE),
                new Reference(Optional.of(MasterEquation.solve(model)), counting, Attempt.found(Optional.empty()), Optional.empty()));
        for (String name : List.of("variance heat.counted", "standard error heat.counted", "atoms heat.counted", "variance jumps.vacuum.emission",
                "standard error jumps.vacuum.emission")) {
            List<TestResult> found = report.tests().stream().filter(t -> t.name().equals(name)).toList();
            assertEquals(1, found.size(), name);
            assertEquals(new TestResult(found.get(0).subject(), found.get(0).statistic(), Double.NaN, Double.NaN, Outcome.NOT_MADE, WHY), found.get(0));
        }
    }

    /** A quantity for which nobody has written down a range must not end a run that has sampled: neither its marks nor its test need one. */
    @ParameterizedTest
    @ValueSource(strings = {Quantity.WEIGHT, Quantity.ENTROPY_PRODUCTION})
    void curveWithoutARangeIsNotJudgedAndItsErrorBarsAreMarked(String name) {
        Model model = ModelReader.readShipped("thermal-qubit", Map.of());
        EnsembleResult result = Sampling.run(model, new RunPlan(100, 1, 1, EngineChoice.AUTO), Progress.NONE);
        ExactCurves exact = MasterEquation.solve(model);
        double[] values = new double[model.time().pointCount()];
        double[] errors = new double[values.length];
        Arrays.fill(errors, 1e-3);
        Curve curve = new Curve(name, values, errors);
        Finding found = new MeanCurveTest(new Sample(model, result, exact, CountingStatistics.none()), curve, values, 0).finding();
        assertEquals(Finding.Kind.NOT_MADE, found.kind());
        assertTrue(found.note().startsWith("no range of " + name), found.note());
        boolean[] marks = ErrorMarks.of(model, result, Optional.of(exact), CountingStatistics.none()).of(curve);
        assertTrue(marks[1], "after one step few trajectories have jumped, and a jump may do anything");
        assertFalse(marks[0]);
    }
}
