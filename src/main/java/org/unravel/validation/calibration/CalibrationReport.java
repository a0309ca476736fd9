package org.unravel.validation.calibration;

import java.util.List;

import org.unravel.validation.ValidationReport;

/**
 * What a calibration found.
 *
 * @param model name of the model
 * @param plan what was run
 * @param elementary every elementary comparison over the right runs
 * @param right how often right runs were found inconsistent
 * @param errorCount errors that can be planted in the model
 * @param errors how often runs with each planted error were
 */
public record CalibrationReport(String model, CalibrationPlan plan, List<CalibratedTest> elementary, RejectionCount right,
        int errorCount, List<RejectionCount> errors) {

    /** Probability that a calibrated verdict is called uncalibrated for one of the p-values of {@link #smallestPValue}. */
    public static final double FALSE_ALARM_RATE = 1e-3;

    /** Power that is asked for. */
    public static final double LEAST_POWER = 0.99;

    /** Copies the lists. */
    public CalibrationReport {
        elementary = List.copyOf(elementary);
        errors = List.copyOf(errors);
    }

    /** The smallest p-value of uniformity and of spread over all comparisons, times their number (Bonferroni), at most 1; NaN without any. */
    public double smallestPValue() {
        double[] all = elementary.stream().flatMapToDouble(t -> java.util.stream.DoubleStream.of(t.uniformity(), t.spread()))
                .filter(p -> !Double.isNaN(p)).toArray();
        return Math.min(1, all.length * java.util.Arrays.stream(all).min().orElse(Double.NaN));
    }

    /** True if there are p-values and none is off, right runs are not found inconsistent too often, and every planted error is found in 99 % of the runs. */
    public boolean isCalibrated() {
        return smallestPValue() > FALSE_ALARM_RATE && right.excessPValue(ValidationReport.FAMILY_WISE_RATE) > FALSE_ALARM_RATE
                && errors.stream().allMatch(e -> e.rejected() >= LEAST_POWER * e.runs().size());
    }
}
