package org.unravel.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.unravel.validation.TestResult;
import org.unravel.validation.ValidationReport;

/** Every test of a verdict for people: name, outcome, statistic, p-value, note. */
public final class TestTable {

    private TestTable() {
    }

    /** The lines of the table, without line ends. The p-values are corrected for the number of tests. */
    public static List<String> lines(ValidationReport report) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("test", "outcome", "statistic", "p-value", ""));
        for (TestResult test : report.tests()) {
            boolean made = test.outcome() != TestResult.Outcome.NOT_MADE;
            rows.add(List.of(test.name(), test.outcome().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    made ? test.statistic() + " = " + statistic(test) : "-",
                    Double.isNaN(test.pValue()) ? "-" : String.format(Locale.ROOT, "%.2g", test.pValue()), test.note()));
        }
        return TextTable.aligned(rows);
    }

    /** Three digits say all of a z. */
    private static String statistic(TestResult test) {
        return test.statistic().endsWith("z") || test.statistic().endsWith("|z|") ? String.format(Locale.ROOT, "%.2f", test.value())
                : Measured.number(test.value());
    }

    /** The verdict in one line. */
    static String verdict(ValidationReport report) {
        long notMade = report.count(TestResult.Outcome.NOT_MADE);
        boolean partly = notMade > 0 && report.verdict() == ValidationReport.Verdict.CONSISTENT;
        return String.format(Locale.ROOT, "verdict: %s%s (%d tests passed, %d failed, %d not made; family-wise rate %s)",
                report.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' '), partly ? " as far as tested" : "", report.count(TestResult.Outcome.PASSED),
                report.count(TestResult.Outcome.FAILED), notMade,
                Measured.number(report.familyWiseRate()));
    }
}
