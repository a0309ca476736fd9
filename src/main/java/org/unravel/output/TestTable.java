package org.unravel.output;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import org.unravel.validation.TestResult;
import org.unravel.validation.ValidationReport;

/** Every test of a verdict for people: name, outcome, statistic, p-value, note. */
public final class TestTable {

    /** Above the cells of the rows. */
    public static final List<String> HEADER = List.of("test", "outcome", "statistic", "p-value", "");

    /** Corrected p-value from which on nobody needs to look twice. */
    private static final double NEAR = 0.2;

    private TestTable() {
    }

    /**
     * One test.
     *
     * @param outcome what came of it
     * @param cells name, outcome, statistic, corrected p-value, note; {@code -} where there is none
     */
    public record Row(TestResult.Outcome outcome, List<String> cells) {
    }

    /** The lines of the table, without line ends: what has failed, then what was near to it, then the rest. The p-values are corrected for the number of tests. */
    public static List<String> lines(ValidationReport report) {
        List<String> lines = new ArrayList<>(table(sorted(report)));
        lines.add("  " + rate(report));
        return lines;
    }

    /** What the p-values are worth. */
    public static String rate(ValidationReport report) {
        return "a right result fails in at most " + Measured.number(report.familyWiseRate()) + " of all runs; p-values count that there are many tests";
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
        rows.add(HEADER);
        tests.forEach(t -> rows.add(row(t).cells()));
        return TextTable.aligned(rows);
    }

    /** Every test, in the order of {@link #lines}. */
    public static List<Row> rows(ValidationReport report) {
        return sorted(report).stream().map(TestTable::row).toList();
    }

    private static Row row(TestResult test) {
        boolean made = test.outcome() != TestResult.Outcome.NOT_MADE;
        return new Row(test.outcome(), List.of(test.name(), word(test.outcome()), made ? test.statistic().text() + " = " + statistic(test) : "-",
                Double.isNaN(test.pValue()) ? "-" : String.format(Locale.ROOT, "%.2g", test.pValue()), test.note()));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Three digits say all of a z. */
    private static String statistic(TestResult test) {
        return test.statistic().isInStandardErrors() ? String.format(Locale.ROOT, "%.2f", test.value())
                : Measured.number(test.value());
    }

    /** The verdict in one line. */
    static String verdict(ValidationReport report) {
        return "verdict: " + word(report) + " (" + counts(report) + ")";
    }

    /** The verdict in a few words. */
    public static String word(ValidationReport report) {
        boolean partly = report.count(TestResult.Outcome.NOT_MADE) > 0 && report.verdict() == ValidationReport.Verdict.CONSISTENT;
        return word(report.verdict()) + (partly ? " as far as tested" : "");
    }

    /** How many tests passed, failed and were not made. */
    public static String counts(ValidationReport report) {
        return String.format(Locale.ROOT, "%s passed, %d failed, %d not made", tests(report.count(TestResult.Outcome.PASSED)), report.count(TestResult.Outcome.FAILED),
                report.count(TestResult.Outcome.NOT_MADE));
    }

    private static String tests(long count) {
        return count + (count == 1 ? " test" : " tests");
    }
}
