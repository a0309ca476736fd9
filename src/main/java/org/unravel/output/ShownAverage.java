package org.unravel.output;

import java.util.Optional;

import org.unravel.ensemble.EnsembleResult;
import org.unravel.exact.TwoPointStatistics.Moments;
import org.unravel.statistics.ExponentialAverage;
import org.unravel.validation.Scatter;

/**
 * The average of an exponential as it is shown: whether it has an error bar is decided from the exact moments where they are known, as in the verdict,
 * and from the sample where there are none or the spread is too weak for them. Moments that could not be computed speak for no error bar.
 *
 * @param sampled the average
 * @param isDominatedByRareEvents true if it has no error bar
 * @param standardError by the jackknife, or σ/√N from the exact σ where only the sample has too few values for one; NaN without error bar
 */
record ShownAverage(ExponentialAverage sampled, boolean isDominatedByRareEvents, double standardError) {

    /** The average of a run; the exact moments say nothing of the error of a weighted one. */
    static ShownAverage of(ExponentialAverage sampled, Optional<Moments> exact, EnsembleResult result) {
        return of(sampled, result.weights().isPresent() ? Optional.empty() : exact, result.trajectoryCount());
    }

    static ShownAverage of(ExponentialAverage sampled, Optional<Moments> exact, long count) {
        Scatter scatter = exact.map(m -> Scatter.of(m, m.mean(), count)).orElse(Scatter.WEAK);
        if (scatter == Scatter.WEAK) {
            return new ShownAverage(sampled, sampled.isDominatedByRareEvents(), sampled.standardError());
        }
        if (scatter == Scatter.RARE_EVENTS || scatter == Scatter.UNKNOWN) {
            return new ShownAverage(sampled, true, Double.NaN);
        }
        double fromExact = Math.sqrt(Math.max(0, exact.orElseThrow().variance()) / count);
        return new ShownAverage(sampled, false, sampled.isDominatedByRareEvents() ? fromExact : sampled.standardError());
    }
}
