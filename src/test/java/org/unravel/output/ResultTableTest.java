package org.unravel.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.unravel.ensemble.EnsembleResult;
import org.unravel.exact.CountingStatistics;
import org.unravel.model.Absence;
import org.unravel.model.Reason;
import org.unravel.statistics.Distribution;
import org.unravel.trajectory.Engine;

class ResultTableTest {

    @ParameterizedTest
    @CsvSource({
        "0.012342, 0.000561, 0.01234 ± 0.00056",
        "12.345, 0.0996, 12.35 ± 0.10",
        "0, 0.5, 0.00 ± 0.50",
        "1234567, 8900, (1.2346 ± 0.0089)e6",
        "1.5e-9, 2e-11, (1.500 ± 0.020)e-9",
        "0.25, 0, 0.25 ± 0",
        "0.25, NaN, 0.25",
        "NaN, NaN, -",
        "3, 1e-7, 3.00000000 ± 0.00000010",
    })
    void digitsFollowTheStandardError(double mean, double standardError, String text) {
        assertEquals(text, Measured.withError(mean, standardError));
    }

    @ParameterizedTest
    @CsvSource({"0.1, 0.1", "123456.7, 123457", "1e-12, 1e-12", "0, 0", "Infinity, inf", "NaN, -", "-2.5e10, -2.5e10"})
    void numbersWithoutErrorHaveSixDigits(double value, String text) {
        assertEquals(text, Measured.number(value));
    }

    @Test
    void tableShowsMeansBesideExactValuesClosureAndVerdict() {
        List<String> lines = ResultTable.lines(SampleRun.report(SampleRun.result(2, 0.5, Distribution.Shape.ATOMS), SampleRun.info()));
        assertEquals(List.of(
                "thermal-qubit: A qubit and a \"hot\" bath",
                "  at the end  mean ± se       exact  z",
                "  work        0 ± 0           -      -",
                "  heat        -0.50 ± 0.12 *  0.25   -6.00",
                "  * this error bar may be too small: fewer than 20 trajectories are expected to hold what makes most of it",
                "first law: worst residual 5e-14 of the energy scale 2",
                "4 trajectories, 1 jump in 0.50 s (8 trajectories/s), engine grid",
                "verdict: inconsistent (0 tests passed, 1 failed, 1 not made)",
                "  failed: heat, z = -6, p = 2e-9, at t = 1.5",
                "  1 test was not made, for want of trajectories or of exact values; --verbose says why"), lines);
    }

    @Test
    void tableShowsWhatTheEngineWarnsOf() {
        EnsembleResult r = SampleRun.result(1, 1, Distribution.Shape.ATOMS);
        EnsembleResult warned = r.with().diagnostics(Map.of(Engine.WARNING, "the balance does not close")).build();
        assertTrue(ResultTable.lines(SampleRun.report(warned, SampleRun.info())).contains("warning: the balance does not close"));
        assertTrue(ResultTable.lines(SampleRun.report(r, SampleRun.info())).stream().noneMatch(line -> line.startsWith("warning")));
    }

    @Test
    void tableSaysWhyThereIsNothingExact() {
        RunReport report = new RunReport(SampleRun.model(0.1), SampleRun.result(1, 1, Distribution.Shape.ATOMS), Optional.empty(),
                Optional.of(new Absence(Reason.NOT_ASKED, "switched off by --exact off")), CountingStatistics.none(), Optional.empty(), SampleRun.info());
        assertTrue(ResultTable.lines(report).contains("exact: not computed, switched off by --exact off"));
    }
}
