package org.unravel.output;

import java.util.Optional;

import org.unravel.ensemble.EnsembleResult;
import org.unravel.exact.CountingStatistics;
import org.unravel.exact.ExactCurves;
import org.unravel.model.Model;
import org.unravel.validation.ValidationReport;

/**
 * Everything that is shown of one run.
 *
 * @param model what was run
 * @param result what was sampled
 * @param exact exact means, if they were computed
 * @param exactAbsence why they were not; empty if they were
 * @param counting exact statistics of what was counted, with the reason for each that is missing
 * @param validation the verdict, if one was asked for
 * @param info where it came from
 */
public record RunReport(Model model, EnsembleResult result, Optional<ExactCurves> exact, String exactAbsence,
        CountingStatistics counting, Optional<ValidationReport> validation, RunInfo info) {

    /** The exact curve of a name, if it was computed and the master equation has one. */
    Optional<double[]> exactCurve(String name) {
        return exact.flatMap(e -> e.curve(name));
    }
}
