package org.unravel.output;

import java.util.List;
import java.util.Optional;

import org.unravel.ensemble.EnsembleResult;
import org.unravel.firstlaw.ComparisonReport;
import org.unravel.firstlaw.ComparisonVerdict;
import org.unravel.model.Absence;
import org.unravel.model.Reason;

/**
 * Everything that is shown of one comparison of definitions.
 *
 * @param report what it came to
 * @param info where it comes from
 * @param description of the model, for people
 */
public record ComparisonRun(ComparisonReport report, RunInfo info, List<ModelDescription.Entry> description) {

    /** Copies the list. */
    public ComparisonRun {
        description = List.copyOf(description);
    }

    /** Of a model with a space. */
    public ComparisonRun(ComparisonReport report, RunInfo info) {
        this(report, info, ModelDescription.entries(report.model().withSpace().orElseThrow()));
    }

    /** The verdict; empty while the comparison goes on, and of one that was ended early. */
    public Optional<ComparisonVerdict> verdict() {
        return report.exactAbsence().filter(a -> a.isFor(Reason.NOT_YET)).isPresent() ? Optional.empty() : Optional.of(report.verdict());
    }

    /** The same before its exact side is known. */
    public ComparisonRun withoutExact(Absence absence) {
        return new ComparisonRun(new ComparisonReport(report.model(), report.sampled(), Optional.empty(), Optional.of(absence)), info, description);
    }

    /** Which trajectories were sampled, and how. */
    public EnsembleResult.Origin origin() {
        return report.sampled().origin().orElseThrow();
    }

    /** What it rests on. */
    public List<Citation> citations() {
        return Citations.of(this);
    }
}
