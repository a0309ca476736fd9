package org.unravel.validation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.unravel.ensemble.FirstJumpTimes;
import org.unravel.ensemble.WaitingTimes;
import org.unravel.exact.CountingStatistics;
import org.unravel.exact.CountingVariances;
import org.unravel.exact.CutOffStudy;
import org.unravel.exact.ExactCurves;
import org.unravel.exact.FirstJumpDistribution;
import org.unravel.exact.MasterEquation;
import org.unravel.exact.TwoPointStatistics;
import org.unravel.exact.WorkBudget;
import org.unravel.model.Absence;
import org.unravel.model.Attempt;
import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.model.Reason;
import org.unravel.model.WeightSign;

/**
 * The exact ensemble that a result is held against: whatever of it was computed.
 *
 * @param curves means on the grid of the result
 * @param counting moments and distributions of what is counted
 * @param firstJumps distribution of the first jump in {@link FirstJumpTimes#cellCount} cells; there is none where nothing can jump
 * @param twoPoint measurements at both ends
 * @param cutOffs what the ends of ladders of levels do to the means
 */
public record Reference(Optional<ExactCurves> curves, CountingStatistics counting, Attempt<Optional<FirstJumpDistribution>> firstJumps,
        Optional<TwoPointStatistics> twoPoint, List<CutOffStudy> cutOffs) {

    private static final Absence NO_PROBABILITIES = new Absence(Reason.NOT_APPLICABLE, "shares of weights of both signs may be negative and are no probabilities");
    private static final Absence NOT_COMPUTED = new Absence(Reason.NOT_ASKED, "it was not computed");

    /** An exact ensemble whose cut-offs were not looked at. */
    public Reference(Optional<ExactCurves> curves, CountingStatistics counting, Attempt<Optional<FirstJumpDistribution>> firstJumps,
            Optional<TwoPointStatistics> twoPoint) {
        this(curves, counting, firstJumps, twoPoint, List.of());
    }

    /** The same with what is known of cut-offs. */
    public Reference withCutOffs(List<CutOffStudy> others) {
        return new Reference(curves, counting, firstJumps, twoPoint, others);
    }

    /** True if something was not computed because it takes too much work. */
    public boolean isCutByWork() {
        return Stream.concat(counting.absences().values().stream(), firstJumps.absence().stream()).anyMatch(a -> a.isFor(Reason.TOO_MUCH_WORK))
                || twoPoint.filter(TwoPointStatistics::isCutByWork).isPresent();
    }

    /** Means alone. */
    public static Reference of(Optional<ExactCurves> curves) {
        return of(curves, Optional.empty());
    }

    /** Means and measurements at both ends. */
    public static Reference of(Optional<ExactCurves> curves, Optional<TwoPointStatistics> twoPoint) {
        return new Reference(curves, CountingStatistics.none(), Attempt.missing(NOT_COMPUTED), twoPoint);
    }

    /**
     * Solves all that the budget allows; measurements at both ends are given, as they are needed before a run.
     *
     * @throws ModelException if the master equation cannot be solved
     */
    public static Reference solve(Model model, WorkBudget budget, Optional<TwoPointStatistics> twoPoint) {
        return of(Optional.of(MasterEquation.solve(model)), twoPoint).withDistributions(model, budget);
    }

    /** The same with a reason why there are no distributions. */
    public Reference withoutDistributions(Model model, Absence why) {
        return new Reference(curves, CountingStatistics.absent(model, why), model.channels().isEmpty() ? Attempt.found(Optional.empty()) : Attempt.missing(why),
                twoPoint, cutOffs);
    }

    /** The same with what the budget allows of the distributions, the cheapest first; trajectories with weights of both signs have none. */
    public Reference withDistributions(Model model, WorkBudget budget) {
        if (model.unraveling().weights() == WeightSign.SIGNED) {
            return withoutDistributions(model, NO_PROBABILITIES);
        }
        Attempt<Optional<FirstJumpDistribution>> first = model.channels().isEmpty() ? Attempt.found(Optional.empty())
                : Attempt.of(() -> Optional.of(FirstJumpDistribution.solve(model, FirstJumpTimes.cellCount(model.time()), budget)));
        return new Reference(curves, CountingStatistics.solve(model, WaitingTimes.BIN_COUNT, budget), first, twoPoint, cutOffs);
    }

    /** The same with what the budget allows of the variances at every grid time, which no test uses. */
    public Reference withVariances(Model model, WorkBudget budget) {
        return new Reference(curves, counting.with(CountingVariances.solve(model, budget)), firstJumps, twoPoint, cutOffs);
    }
}
