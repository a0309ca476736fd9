package org.unravel.statistics;

/**
 * When weighted values are enough for an error bar: the one rule for means, shares, slopes and exponential averages.
 *
 * <p>The effective number of terms t is (Σt)²/Σt² (Kish). At {@link #LEAST} the relative error of their sum is a tenth. With fewer, what the sample does
 * not hold may outweigh what it holds, and its own scatter says nothing of that.
 *
 * @see <a href="https://artowen.su.domains/mc/">Owen, Monte Carlo theory, methods and examples, §9.3: importance sampling diagnostics</a>
 */
public final class EffectiveSize {

    /** At this effective size the relative error of the mean is a tenth, and the error's own relative error some tenths. */
    public static final double LEAST = 100;

    private EffectiveSize() {
    }

    /** Whether so many effective terms are enough; NaN is not. */
    public static boolean suffices(double effectiveCount) {
        return effectiveCount >= LEAST;
    }

    /** An error bar of a mean of weighted values, or NaN where there are too few. */
    public static double errorBar(double standardError, double effectiveCount) {
        return suffices(effectiveCount) ? standardError : Double.NaN;
    }
}
