package org.unravel.validation;

import org.unravel.exact.TwoPointStatistics.Moments;

/**
 * What the exact moments of a value say of its mean over N trajectories. Verdict, table and summary go by it, as no sample can see what was never
 * drawn.
 */
public enum Scatter {

    /** The value does not scatter. */
    NONE,
    /** The mean is normal: N ≥ 1000 μ₄/σ⁴. */
    NORMAL,
    /** The mean is skewed, and its tail is bounded by the moments: {@link MeanTest#skewed}. */
    SKEWED,
    /** No deviation of this mean could be told from chance: it has no error bar. */
    RARE_EVENTS,
    /** Little beside the mean, so that cancellation hides the moments. */
    WEAK,
    /** The moments could not be computed: nothing speaks for an error bar. */
    UNKNOWN;

    /** True if the spread is rounding. */
    static boolean isNone(Moments exact, double unit) {
        return Math.sqrt(Math.max(0, exact.variance())) <= MeasuredMeanTest.EXACT_TOLERANCE * unit;
    }

    /**
     * Judges a mean.
     *
     * @param exact moments of one value
     * @param unit size of the values; a spread below 1e-8 of it is rounding
     * @param count N ≥ 1, number of independent values
     */
    public static Scatter of(Moments exact, double unit, long count) {
        if (isNone(exact, unit)) {
            return NONE;
        }
        if (Double.isNaN(exact.mean() + exact.skewness() + exact.kurtosis())) {
            return exact.isCancelled() ? WEAK : UNKNOWN;
        }
        if (count >= Sample.MANY_EVENTS * (exact.kurtosis() + 3)) {
            return NORMAL;
        }
        return MeanTest.canFail(exact.skewness(), exact.kurtosis(), count) ? SKEWED : RARE_EVENTS;
    }
}
