package org.unravel.output;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.unravel.validation.ValidationReport;
import org.unravel.validation.calibration.CalibratedTest;
import org.unravel.validation.calibration.CalibrationReport;
import org.unravel.validation.calibration.RejectionCount;

/** A calibration for people: every elementary comparison, the rate of false alarms, the power against each planted error. */
public final class CalibrationTable {

    /** A rate of false alarms that a few hundred seeds can measure. */
    private static final double MEASURABLE_RATE = 0.05;

    private CalibrationTable() {
    }

    /** The lines of the table, without line ends. */
    public static List<String> lines(CalibrationReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "%s: %d runs of %d trajectories, seeds %d to %d", report.model(), report.plan().seedCount(),
                report.plan().trajectoryCount(), report.plan().seed(), report.plan().seed() + report.plan().seedCount() - 1));
        lines.addAll(TextTable.aligned(elementary(report)));
        RejectionCount right = report.right();
        lines.add(String.format(Locale.ROOT, "smallest of these p-values times their number: %.2g", report.smallestPValue()));
        lines.add(String.format(Locale.ROOT, "right runs found inconsistent: %d of %d at the rate %s (95 %% bound %.2g); at the rate %s: %.3g", right.rejected(),
                right.runs().size(), Measured.number(ValidationReport.FAMILY_WISE_RATE), right.upperBound(), Measured.number(MEASURABLE_RATE),
                right.rate(MEASURABLE_RATE)));
        if (!report.errors().isEmpty()) {
            lines.add(String.format(Locale.ROOT, "planted errors: %d of %d, seeds %d to %d", report.errors().size(), report.errorCount(), report.plan().seed(),
                    report.plan().seed() + report.plan().errorSeedCount() - 1));
            lines.addAll(TextTable.aligned(errors(report)));
        } else {
            lines.add(String.format(Locale.ROOT, "planted errors: 0 of %d", report.errorCount()));
        }
        lines.add("calibration: " + (report.isCalibrated() ? "passed" : "failed"));
        return lines;
    }

    private static List<List<String>> elementary(CalibrationReport report) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("elementary comparison", "statistic", "seeds", "p-value of uniformity", "mean z^2", "p-value"));
        for (CalibratedTest test : report.elementary()) {
            rows.add(List.of(test.name(), test.statistic().text(), Integer.toString(test.values().size()), pValue(test.uniformity()),
                    Double.isNaN(test.meanSquare()) ? "-" : String.format(Locale.ROOT, "%.3f", test.meanSquare()), pValue(test.spread())));
        }
        return rows;
    }

    private static List<List<String>> errors(CalibrationReport report) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("planted error", "found", "power at least (95 %)", "weakest p-value", "found most often by"));
        for (RejectionCount error : report.errors()) {
            String test = error.findings().entrySet().stream().max(Comparator.comparingInt(e -> e.getValue())).map(Map.Entry::getKey).orElse("-");
            rows.add(List.of(error.error(), error.rejected() + " of " + error.runs().size(), String.format(Locale.ROOT, "%.4f", error.lowerBound()),
                    pValue(error.weakest()), test));
        }
        return rows;
    }

    private static String pValue(double p) {
        return Double.isNaN(p) ? "-" : String.format(Locale.ROOT, "%.2g", p);
    }
}
