package org.unravel.ensemble;

import java.util.Locale;
import java.util.Optional;

import org.unravel.statistics.EffectiveSize;

/**
 * The weights of a run's trajectories, where they carry such: those of a bias are ≥ 0, those of other unravelings may have both signs. What is said here holds for either.
 *
 * @param mean mean weight at every grid time, each trajectory counted once: 1 but for chance. NaN at times that the run was not to record
 * @param effectiveSize (Σw)²/Σw² at the end (Kish), N⟨w⟩²/⟨w²⟩ of N trajectories and so at most N. The weight is a martingale, so the end has the least but for chance
 */
public record Weights(Curve mean, double effectiveSize) {

    /**
     * Standard errors that the mean weight may be away from 1. With 100 effective weights or more, at most as skewed as a Poisson number of mean 100, a right
     * run that lacks no heavy trajectory is farther off below 1 with a probability of 1e-5: P(n ≤ 60).
     */
    private static final double FARTHEST = 5;
    /** Weights are products of some hundred factors, integrated to 1e-10 or better. */
    public static final double ROUNDING = 1e-8;

    /**
     * Why no error bar of the run can be believed, for people; empty where they can. Either few trajectories carry the weight, or the mean weight is not 1:
     * then those that carry the rest are not in the sample, however little it scatters.
     */
    public Optional<String> obstacle() {
        int end = mean.mean().length - 1;
        return obstacle(effectiveSize, mean.mean()[end], mean.standardError()[end]);
    }

    static Optional<String> obstacle(double effectiveSize, double mean, double standardError) {
        if (!EffectiveSize.suffices(effectiveSize)) {
            return Optional.of(String.format(Locale.ROOT, "few trajectories carry the weight: effective sample %.3g, error bars need %.0f: more trajectories", effectiveSize,
                    EffectiveSize.LEAST));
        }
        if (!(Math.abs(mean - 1) <= Math.max(ROUNDING, FARTHEST * standardError))) {
            return Optional.of(String.format(Locale.ROOT, "few trajectories carry the weight: its mean is %.3g and must be 1, and the sample's scatter of %.2g "
                    + "does not explain it", mean, standardError));
        }
        return Optional.empty();
    }
}
