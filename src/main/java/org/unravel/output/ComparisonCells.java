package org.unravel.output;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.unravel.firstlaw.ComparisonReport;
import org.unravel.firstlaw.ComparisonVerdict;
import org.unravel.firstlaw.Estimate;

/** Values at the end of a comparison as cells of a table. */
final class ComparisonCells {

    /** Stands behind a value with a warning. */
    private static final String MARK = " *";

    private static final String NONE = ComparisonTable.NONE;
    private static final String UNDEFINED = "undefined";

    /** Parts of a scale below which a number is rounding of zero. */
    private static final double ROUNDING = 1e-11;

    private final ComparisonReport report;
    private final int end;
    private final double energyScale;

    ComparisonCells(ComparisonReport report) {
        this.report = report;
        this.end = report.sampled().times().length - 1;
        this.energyScale = report.model().energyScale();
    }

    /** The time of the values. */
    String end() {
        return Measured.number(report.sampled().times()[end]);
    }

    double energyScale() {
        return energyScale;
    }

    /** What was sampled; where there is an exact side what is exact and the standardised difference. Where a warning stands there is none. */
    List<String> of(Optional<Estimate> sampled, Optional<Estimate> exact, double scale) {
        String value = sampled.map(s -> sampled(s, scale)).orElse(NONE);
        return report.exact().isEmpty() ? List.of(value) : List.of(value, exact.map(e -> number(e.value()[end], scale)).orElse(NONE), z(sampled, exact, scale));
    }

    private String sampled(Estimate estimate, double scale) {
        double value = estimate.value()[end];
        double error = estimate.error()[end];
        if (!Double.isFinite(value) || isRounding(value, scale) && !(error > ROUNDING * scale)) {
            return number(value, scale);
        }
        return Measured.withError(value, error) + (isMarked(estimate, scale) ? MARK : "");
    }

    /** Whether a star stands behind the value. */
    boolean isMarked(Estimate estimate, double scale) {
        boolean isZero = isRounding(estimate.value()[end], scale) && !(estimate.error()[end] > ROUNDING * scale);
        return Double.isFinite(estimate.value()[end]) && !isZero && estimate.isDistrusted(end, scale);
    }

    private static String number(double value, double scale) {
        return Double.isNaN(value) ? UNDEFINED : isRounding(value, scale) ? "0" : Measured.number(value);
    }

    private static boolean isRounding(double value, double scale) {
        return Math.abs(value) <= ROUNDING * scale;
    }

    private String z(Optional<Estimate> sampled, Optional<Estimate> exact, double scale) {
        if (sampled.isEmpty() || exact.isEmpty() || sampled.get().isDistrusted(end, scale) || !ComparisonVerdict.hasSpread(sampled.get(), end, scale)) {
            return NONE;
        }
        double z = ComparisonVerdict.standardised(sampled.get(), exact.get(), end);
        return Double.isFinite(z) ? String.format(Locale.ROOT, "%.1f", z) : NONE;
    }
}
