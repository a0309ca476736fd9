package org.unravel.output;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import org.unravel.validation.TestResult;
import org.unravel.validation.ValidationReport;

/** Every test of a verdict for people: name, outcome, statistic, p-value, note. */
public final class TestTable {

    /** Corrected p-value from which on nobody needs to look twice. */
    private static final double NEAR = 0.2;

    private TestTable() {
    }

    /** The lines of the table, without line ends: what has failed, then what was near to it, then the rest. The p-values are corrected for the number of tests. */
    public static List<String> lines(ValidationReport report) {
        List<String> lines = new ArrayList<>(table(sorted(report)));
        lines.add("  a right result fails in at most " + Measured.number(report.familyWiseRate()) + " of all runs; p-values count that there are many tests");
        return lines;
    }

    /** What needs to be looked at: the tests that have failed or were near to it, and how many others there are. */
    public static List<String> notable(ValidationReport report) {
        List<TestResult> shown = sorted(report).stream().filter(TestTable::isNotable).toList();
        List<String> lines = new ArrayList<>(shown.isEmpty() ? List.of() : table(shown));
        long passed = report.count(TestResult.Outcome.PASSED) - shown.stream().filter(t -> t.outcome() == TestResult.Outcome.PASSED).count();
        lines.add("  " + (shown.isEmpty() ? "" : "and ") + tests(passed) + " passed, " + (passed == 1 ? "not" : "none") + " near to failing; --verbose lists all");
        return lines;
    }

    private static boolean isNotable(TestResult test) {
        return test.outcome() == TestResult.Outcome.FAILED || test.outcome() == TestResult.Outcome.PASSED && test.pValue() < NEAR;
    }

    private static List<TestResult> sorted(ValidationReport report) {
        return report.tests().stream().sorted(Comparator.<TestResult>comparingInt(t -> rank(t.outcome()))
                .thenComparingDouble(t -> Double.isNaN(t.pValue()) ? 1 : t.pValue())).toList();
    }

    private static int rank(TestResult.Outcome outcome) {
        return switch (outcome) {
            case FAILED -> 0;
            case PASSED -> 1;
            case NOT_MADE -> 2;
        };
    }

    private static List<String> table(List<TestResult> tests) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("test", "outcome", "statistic", "p-value", ""));
        for (TestResult test : tests) {
            boolean made = test.outcome() != TestResult.Outcome.NOT_MADE;
            rows.add(List.of(test.name(), test.outcome().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    made ? test.statistic().text() + " = " + statistic(test) : "-",
                    Double.isNaN(test.pValue()) ? "-" : String.format(Locale.ROOT, "%.2g", test.pValue()), test.note()));
        }
        return TextTable.aligned(rows);
    }

    /** Three digits say all of a z. */
    private static String statistic(TestResult test) {
        return test.statistic().isInStandardErrors() ? String.format(Locale.ROOT, "%.2f", test.value())
                : Measured.number(test.value());
    }

    /** The verdict in one line. */
    static String verdict(ValidationReport report) {
        long notMade = report.count(TestResult.Outcome.NOT_MADE);
        boolean partly = notMade > 0 && report.verdict() == ValidationReport.Verdict.CONSISTENT;
        return String.format(Locale.ROOT, "verdict: %s%s (%s passed, %d failed, %d not made)",
                report.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' '), partly ? " as far as tested" : "", tests(report.count(TestResult.Outcome.PASSED)),
                report.count(TestResult.Outcome.FAILED), notMade);
    }

    private static String tests(long count) {
        return count + (count == 1 ? " test" : " tests");
    }
}
