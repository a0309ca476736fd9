package org.unravel.validation.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.unravel.ensemble.Progress;
import org.unravel.exact.ExactCurves;
import org.unravel.exact.MasterEquation;
import org.unravel.model.Model;
import org.unravel.model.TimeGrid;
import org.unravel.modelfile.ModelReader;
import org.unravel.validation.Statistic;

/** A small calibration; the large one is a command, see the page on the verdict. Fixed seeds: what passes once passes always. */
class CalibrationTest {

    /** A driven qubit in a warm bath with some three jumps, on a coarse grid whose steps are a sixth of its lifetime. */
    private static Model model() {
        return ModelReader.readShipped("lab-frame-qubit", Map.of("n", "0.3")).withTime(new TimeGrid(0, 60, 21));
    }

    /**
     * Thirty seeds: a p-value distribution that is off by 0.35 anywhere, or standard errors that are off by a third, are found. The report's own false-alarm
     * rate is 1e-3; 40 000 trajectories are enough for variances and waiting times to count as normal; and a right run is called inconsistent with 1e-3: four rightly called off in a hundred choices of the first seed, at most.
     */
    @Test
    void pValuesOfRightRunsAreUniformAndFewRunsAreRejected() {
        CalibrationReport report = Calibration.run(model(), new CalibrationPlan(30, 0, "", 40_000, 1, 2), Progress.NONE);
        List<String> inAllRuns = report.elementary().stream().filter(t -> t.values().size() == 30).map(CalibratedTest::name).toList();
        assertTrue(inAllRuns.containsAll(List.of("work at t = 60", "energy at t = 30", "excited at t = 60", "jumps.environment.emission",
                "variance heat.counted", "standard error heat.counted", "atoms heat.counted", "time of the first jump",
                "first jump by channel and time", "waiting times environment.emission to environment.absorption",
                "correlation of heat in pairs", "correlation of jumps with the next")), inAllRuns.toString());
        assertEquals(0, report.right().rejected());
        assertTrue(report.isCalibrated(), () -> report.elementary().stream()
                .map(t -> t.name() + " " + t.uniformity() + " " + t.spread()).collect(Collectors.joining("; ")));
    }

    /** The verdict without its corrections would be found out: p-values cubed (0.38 off at 0.19), standard errors half as large. */
    @Test
    void pValuesThatAreNotUniformAreFound() {
        CalibrationReport report = Calibration.run(model(), new CalibrationPlan(30, 0, "", 5000, 1, 2), Progress.NONE);
        CalibratedTest right = report.elementary().stream().filter(t -> t.name().equals("jumps.environment.emission")).findFirst().orElseThrow();
        CalibratedTest cubed = CalibratedTest.of("cubed", right.values().stream().map(v -> altered(v, v.test().value(),
                v.test().pValue() * v.test().pValue() * v.test().pValue())).toList());
        CalibratedTest wide = CalibratedTest.of("wide", right.values().stream().map(v -> altered(v, 2 * v.test().value(), v.test().pValue())).toList());
        assertTrue(cubed.uniformity() < CalibrationReport.FALSE_ALARM_RATE, "uniformity " + cubed.uniformity());
        assertTrue(wide.spread() < CalibrationReport.FALSE_ALARM_RATE, "spread " + wide.spread());
    }

    private static CalibratedTest.Value altered(CalibratedTest.Value v, double value, double pValue) {
        return new CalibratedTest.Value(v.seed(), new org.unravel.validation.ElementaryTest(v.test().name(), v.test().statistic(), value, pValue));
    }

    /** With 40 000 trajectories the weakest signal, a rate off by 3 %, stands at more than six standard errors. */
    @Test
    void everyPlantedErrorIsFound() {
        CalibrationReport report = Calibration.run(model(), new CalibrationPlan(2, 2, "", 40_000, 11, 2), Progress.NONE);
        assertEquals(List.of("rate of jumps.environment.emission times 1.03",
                "quantum of jumps.environment.absorption with the other sign", "jumps.environment.absorption left out", "work times 1.02",
                "jumps at the ends of steps", "odd trajectories repeat even ones", "standard errors times 0.8").stream().sorted().toList(),
                report.errors().stream().map(RejectionCount::error).sorted().toList());
        report.errors().forEach(e -> assertEquals(2, e.rejected(), e::toString));
        assertEquals(0, report.right().rejected());
    }

    /** Runs that were all found consistent because nothing was compared. */
    @Test
    void nothingComparedIsNotCalibrated() {
        RejectionCount right = RejectionCount.of("none", runs(org.unravel.validation.ValidationReport.Verdict.CONSISTENT));
        CalibrationPlan plan = new CalibrationPlan(100, 0, "", 1000, 1, 1);
        assertFalse(new CalibrationReport("m", plan, List.of(), right, 0, List.of()).isCalibrated());
        assertTrue(Double.isNaN(new CalibrationReport("m", plan, List.of(), right, 0, List.of()).smallestPValue()));
        CalibratedTest fair = new CalibratedTest("t", Statistic.F, List.of(), 0.5, Double.NaN, Double.NaN);
        assertTrue(new CalibrationReport("m", plan, List.of(fair), right, 0, List.of()).isCalibrated());
    }

    /** Absorption that is zero but for the rounding of the exact side: leaving it out would be no error. */
    @Test
    void aChannelThatNeverFiresIsNotTheRarest() {
        Map<String, double[]> curves = new java.util.HashMap<>(MasterEquation.solve(model()).curves());
        curves.put("jumps.environment.absorption", java.util.Arrays.stream(curves.get("jumps.environment.absorption")).map(x -> 1e-13).toArray());
        List<String> names = PlantedError.of(model(), new ExactCurves(curves)).stream().map(PlantedError::name).toList();
        assertTrue(names.contains("jumps.environment.emission left out"), names.toString());
        assertFalse(names.contains("jumps.environment.absorption left out"), names.toString());
    }

    /** Clopper and Pearson: with all of n found, the bound is 0.05^{1/n}; with none, 1 − 0.05^{1/n} from above. */
    @Test
    void boundsOfTheRateAreThoseOfClopperAndPearson() {
        RejectionCount all = RejectionCount.of("x", runs(org.unravel.validation.ValidationReport.Verdict.INCONSISTENT));
        assertEquals(Math.pow(0.05, 0.01), all.lowerBound(), 1e-9);
        assertEquals(1, all.upperBound());
        RejectionCount none = RejectionCount.of("x", runs(org.unravel.validation.ValidationReport.Verdict.CONSISTENT));
        assertEquals(1 - Math.pow(0.05, 0.01), none.upperBound(), 1e-9);
        assertEquals(1, none.excessPValue(1e-3));
        assertEquals(Math.pow(1e-3, 100), all.excessPValue(1e-3), 1e-310);
    }

    private static List<RejectionCount.Run> runs(org.unravel.validation.ValidationReport.Verdict verdict) {
        return java.util.stream.IntStream.range(0, 100).mapToObj(i -> new RejectionCount.Run(i, verdict, 0.5, "t")).toList();
    }
}
