package org.unravel.firstlaw;

import java.util.Map;
import java.util.Optional;

import org.unravel.effective.EffectiveCurves;
import org.unravel.model.Absence;
import org.unravel.model.Bath;
import org.unravel.model.Model;

/**
 * What a comparison of definitions came to.
 *
 * @param model the problem
 * @param sampled curves of the sample
 * @param exact exact curves, if they are known
 * @param exactAbsence why they are not
 */
public record ComparisonReport(ComparedModel model, FirstLawCurves sampled, Optional<FirstLawCurves> exact, Optional<Absence> exactAbsence) {

    /** Of a model with a space. */
    public ComparisonReport(Model model, FirstLawCurves sampled, Optional<FirstLawCurves> exact, Optional<Absence> exactAbsence) {
        this(ComparedModel.of(model), sampled, exact, exactAbsence);
    }

    /** Trajectories that were done. */
    public long trajectoryCount() {
        return sampled.trajectoryCount();
    }

    /** Canonical Hamiltonians of the parts, by their names; none where minimal dissipation is not asked for or says nothing. */
    public Map<String, ? extends EffectiveCurves> effective() {
        return exact.filter(e -> !e.effective().isEmpty()).orElse(sampled).effective();
    }

    /** How a closed model of two parts starts, and what is made of it; empty of other models, whose trajectories are sampled one by one. */
    public Optional<String> start() {
        return model.withSpace().flatMap(ComparisonReport::start);
    }

    private static Optional<String> start(Model model) {
        int kets = model.initial().components().size();
        if (!KetCourse.isClosedInParts(model)) {
            return Optional.empty();
        }
        if (kets == 1) {
            return Optional.of("pure and closed, so that all trajectories are one deterministic evolution");
        }
        return Optional.of("a mixture of " + kets + " kets, each of which evolves deterministically: " + (KetCourse.isCourseOf(model) ? "exact with all of them and their probabilities, sampled with the shares in which they are drawn"
                : "too many to take all of them, so that they are drawn"));
    }

    /** Which thermal states {@code energy.thermal} and {@code beta.reference} speak of, of a model with an oscillator by itself; empty where they are those of the levels that there are. */
    public Optional<String> thermalReferences() {
        return model.withSpace().flatMap(ComparisonReport::thermalReferences);
    }

    private static Optional<String> thermalReferences(Model model) {
        String ladders = Parts.spaces(model).entrySet().stream().filter(e -> e.getValue()).map(java.util.Map.Entry::getKey).collect(java.util.stream.Collectors.joining(" and "));
        return ladders.isEmpty() ? Optional.empty() : Optional.of("of " + ladders + " the oscillator without a cut-off" + (Parts.spaces(model).containsValue(false) ? ", of the other part the levels of the model" : ""));
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

    /** The bath whose heat the shares of a part are; empty of a part of the system. */
    public Optional<Bath> bath(SplitCurves split) {
        return model.withSpace().flatMap(m -> BathParts.bath(m, split.part()));
    }

    /** Why a definition says nothing of a part, on either side. */
    public Optional<Absence> absence(SplitCurves split) {
        return split.absence().filter(a -> exactOf(split).isEmpty());
    }
}
