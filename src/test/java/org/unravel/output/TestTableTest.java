package org.unravel.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.unravel.validation.Statistic;
import org.unravel.validation.Subject;
import org.unravel.validation.TestResult;
import org.unravel.validation.TestResult.Outcome;
import org.unravel.validation.ValidationReport;

class TestTableTest {

    @Test
    void everyTestHasARow() {
        ValidationReport report = new ValidationReport(ValidationReport.Verdict.INCONSISTENT, 1e-3, List.of(
                new TestResult(Subject.of(Subject.Kind.FIRST_LAW, "first law"), Statistic.RESIDUAL, 2e-13, Double.NaN, Outcome.PASSED, "at most 1e-9"),
                new TestResult(Subject.curve("heat"), Statistic.LARGEST_Z, 7.123, 1.234e-9, Outcome.FAILED, "at t = 1.5, 201 points"),
                new TestResult(Subject.mean("jumps.hot.emission"), Statistic.NUMBER, 12, 1, Outcome.PASSED, ""),
                new TestResult(Subject.curve("work"), Statistic.LARGEST_Z, Double.NaN, Double.NaN, Outcome.NOT_MADE, "no exact ensemble was computed")));
        assertEquals(List.of(
                "  test                outcome   statistic                     p-value",
                "  curve heat          failed    max |z| = 7.12                1.2e-09  at t = 1.5, 201 points",
                "  first law           passed    max residual / scale = 2e-13  -        at most 1e-9",
                "  jumps.hot.emission  passed    number = 12                   1.0",
                "  curve work          not made  -                             -        no exact ensemble was computed",
                "  a right result fails in at most 0.001 of all runs; p-values count that there are many tests"),
                TestTable.lines(report));
        assertEquals(List.of(
                "  test        outcome  statistic       p-value",
                "  curve heat  failed   max |z| = 7.12  1.2e-09  at t = 1.5, 201 points",
                "  and 2 tests passed, none near to failing; --verbose lists all"),
                TestTable.notable(report));
    }

    /** A run without exact side is not called consistent with it. */
    @Test
    void aVerdictSaysWhetherAllTestsWereMade() {
        TestResult made = new TestResult(Subject.of(Subject.Kind.FIRST_LAW, "first law"), Statistic.RESIDUAL, 2e-13, Double.NaN, Outcome.PASSED, "");
        TestResult missing = new TestResult(Subject.curve("work"), Statistic.LARGEST_Z, Double.NaN, Double.NaN, Outcome.NOT_MADE, "no exact ensemble was computed");
        assertEquals("verdict: consistent as far as tested (1 test passed, 0 failed, 1 not made)",
                TestTable.verdict(new ValidationReport(ValidationReport.Verdict.CONSISTENT, 1e-3, List.of(made, missing))));
        assertEquals("verdict: consistent (1 test passed, 0 failed, 0 not made)",
                TestTable.verdict(new ValidationReport(ValidationReport.Verdict.CONSISTENT, 1e-3, List.of(made))));
        assertEquals("verdict: not judged (1 test passed, 0 failed, 1 not made)",
                TestTable.verdict(new ValidationReport(ValidationReport.Verdict.NOT_JUDGED, 1e-3, List.of(made, missing))));
    }
}
