package org.unravel.firstlaw;

import java.util.Map;
import java.util.Optional;

import org.unravel.effective.MinimalDissipation;
import org.unravel.model.Absence;
import org.unravel.model.Model;

/**
 * What a comparison of definitions came to.
 *
 * @param model the problem
 * @param sampled curves of the sample
 * @param exact exact curves, if they are known
 * @param exactAbsence why they are not
 */
public record ComparisonReport(Model model, FirstLawCurves sampled, Optional<FirstLawCurves> exact, Optional<Absence> exactAbsence) {

    /** Trajectories that were done. */
    public long trajectoryCount() {
        return sampled.trajectoryCount();
    }

    /** Canonical Hamiltonians of the parts, by their names; none where minimal dissipation is not asked for or says nothing. */
    public Map<String, MinimalDissipation> effective() {
        return exact.map(FirstLawCurves::effective).filter(e -> !e.isEmpty()).orElseGet(sampled::effective);
    }

    /** Whether all rows close, and the sample agrees with what is exact. */
    public ComparisonVerdict verdict() {
        return ComparisonVerdict.of(this);
    }

    /** The exact side of a definition and part, as far as it is known. */
    public Optional<SplitCurves> exactOf(SplitCurves split) {
        return exact.map(e -> e.split(split.definition().name(), split.part())).filter(s -> s.absence().isEmpty());
    }

    /** The exact curve of a quantity, as far as it is known. */
    public Optional<Estimate> exactOf(StateCurve state) {
        return exact.flatMap(e -> e.state(state.quantity().name(), state.part()).estimate());
    }

    /** The exact curve of a number of both parts together, as far as it is known. */
    public Optional<Estimate> exactOf(JointCurve joint) {
        return exact.flatMap(e -> e.joint(joint.number()).estimate());
    }

    /** Why a definition says nothing of a part, on either side. */
    public Optional<Absence> absence(SplitCurves split) {
        return split.absence().filter(a -> exactOf(split).isEmpty());
    }
}
