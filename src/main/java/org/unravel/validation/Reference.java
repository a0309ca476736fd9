package org.unravel.validation;

import java.util.Optional;

import org.unravel.ensemble.FirstJumpTimes;
import org.unravel.ensemble.WaitingTimes;
import org.unravel.exact.CountingStatistics;
import org.unravel.exact.Effort;
import org.unravel.exact.ExactCurves;
import org.unravel.exact.FirstJumpDistribution;
import org.unravel.exact.MasterEquation;
import org.unravel.exact.TwoPointStatistics;
import org.unravel.model.Model;
import org.unravel.model.ModelException;

/**
 * The exact ensemble that a result is held against: whatever of it was computed.
 *
 * @param curves means on the grid of the result
 * @param counting moments and distributions of what is counted
 * @param firstJumps distribution of the first jump in {@link FirstJumpTimes#cellCount} cells
 * @param firstJumpAbsence why it was not computed; empty if it was, or if nothing can jump
 * @param twoPoint measurements at both ends
 */
public record Reference(Optional<ExactCurves> curves, CountingStatistics counting, Optional<FirstJumpDistribution> firstJumps,
        String firstJumpAbsence, Optional<TwoPointStatistics> twoPoint) {

    /** Means alone. */
    public static Reference of(Optional<ExactCurves> curves) {
        return of(curves, Optional.empty());
    }

    /** Means and measurements at both ends. */
    public static Reference of(Optional<ExactCurves> curves, Optional<TwoPointStatistics> twoPoint) {
        return new Reference(curves, CountingStatistics.none(), Optional.empty(), "it was not computed", twoPoint);
    }

    /**
     * Solves all that the effort allows; measurements at both ends are given, as they are needed before a run.
     *
     * @throws ModelException if the master equation cannot be solved
     */
    public static Reference solve(Model model, Effort effort, Optional<TwoPointStatistics> twoPoint) {
        return of(Optional.of(MasterEquation.solve(model)), twoPoint).withDistributions(model, effort);
    }

    /** The same with what the effort allows of the distributions. */
    public Reference withDistributions(Model model, Effort effort) {
        CountingStatistics all = CountingStatistics.solve(model, WaitingTimes.BIN_COUNT, effort);
        if (model.channels().isEmpty()) {
            return new Reference(curves, all, Optional.empty(), "", twoPoint);
        }
        try {
            FirstJumpDistribution first = FirstJumpDistribution.solve(model, FirstJumpTimes.cellCount(model.time()), effort);
            return new Reference(curves, all, Optional.of(first), "", twoPoint);
        } catch (ModelException e) {
            return new Reference(curves, all, Optional.empty(), e.getMessage(), twoPoint);
        }
    }
}
