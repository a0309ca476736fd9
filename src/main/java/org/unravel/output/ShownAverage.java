package org.unravel.output;

import java.util.Optional;

import org.unravel.ensemble.EnsembleResult;
import org.unravel.exact.TwoPointStatistics.Moments;
import org.unravel.model.Absence;
import org.unravel.statistics.ExponentialAverage;
import org.unravel.validation.Scatter;

/**
 * The average of an exponential as it is shown: whether it has an error bar is decided from the exact moments where they are known, as in the verdict,
 * and from the sample where there are none or the spread is too weak for them. Moments that could not be computed speak for no error bar, and that is
 * another reason than rare events.
 *
 * @param sampled the average
 * @param isDominatedByRareEvents true if it has no error bar as it hangs on values that a run hardly ever draws
 * @param unknown why it has no error bar though nothing is known of rare events: why moments are missing; empty if that is not so
 * @param standardError by the jackknife, or σ/√N from the exact σ where only the sample has too few values for one; NaN without error bar
 */
public record ShownAverage(ExponentialAverage sampled, boolean isDominatedByRareEvents, Optional<Absence> unknown, double standardError) {

    /** The average of a run; the exact moments say nothing of the error of a weighted one. */
    public static ShownAverage of(ExponentialAverage sampled, Optional<Moments> exact, EnsembleResult result) {
        return of(sampled, result.weights().isPresent() ? Optional.empty() : exact, result.trajectoryCount());
    }

    /** True if it is shown with a ±. */
    public boolean hasErrorBar() {
        return !isDominatedByRareEvents && unknown.isEmpty();
    }

    static ShownAverage of(ExponentialAverage sampled, Optional<Moments> exact, long count) {
        Scatter scatter = exact.map(m -> Scatter.of(m, m.mean(), count)).orElse(Scatter.WEAK);
        if (scatter == Scatter.WEAK) {
            return new ShownAverage(sampled, sampled.isDominatedByRareEvents(), Optional.empty(), sampled.standardError());
        }
        if (scatter == Scatter.RARE_EVENTS) {
            return new ShownAverage(sampled, true, Optional.empty(), Double.NaN);
        }
        if (scatter == Scatter.UNKNOWN) {
            return new ShownAverage(sampled, sampled.isDominatedByRareEvents(), exact.orElseThrow().absence(), Double.NaN);
        }
        return new ShownAverage(sampled, false, Optional.empty(), sampled.isDominatedByRareEvents() ? exactError(exact.orElseThrow(), count) : sampled.standardError());
    }

    /** σ/√N from the exact σ. */
    static double exactError(Moments exact, long count) {
        return Math.sqrt(Math.max(0, exact.variance()) / count);
    }
}
