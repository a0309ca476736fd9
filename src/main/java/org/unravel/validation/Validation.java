package org.unravel.validation;

import java.util.List;
import java.util.Optional;

import org.unravel.ensemble.EnsembleResult;
import org.unravel.exact.ExactCurves;
import org.unravel.model.Model;

/** Temporary. */
public final class Validation {
    private Validation() {
    }

    /** Temporary. */
    public static ValidationReport judge(Model model, EnsembleResult result, Optional<ExactCurves> exact) {
        return new ValidationReport(ValidationReport.Verdict.CONSISTENT, 1e-3, List.of());
    }
}
