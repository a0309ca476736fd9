package org.unravel.statistics;

/**
 * What a sample says of the distribution it came from; every estimate with its standard error. NaN where the sample is too small to say.
 *
 * @param mean sample mean
 * @param standardError standard error of the mean
 * @param variance unbiased variance (N − 1)
 * @param varianceStandardError its standard error
 * @param skewness third standardised moment
 * @param skewnessStandardError its standard error
 * @param kurtosis excess kurtosis, 0 for a normal distribution
 * @param kurtosisStandardError its standard error
 * @param min smallest value
 * @param max largest value
 */
public record SampleSummary(double mean, double standardError, double variance, double varianceStandardError, double skewness,
        double skewnessStandardError, double kurtosis, double kurtosisStandardError, double min, double max) {

    /** Those of values that are one but for rounding: no spread where these show some, and no shape. */
    public SampleSummary ofOneValue(double value) {
        return new SampleSummary(value, zero(standardError), zero(variance), zero(varianceStandardError), Double.NaN, Double.NaN, Double.NaN, Double.NaN,
                value, value);
    }

    /** 0 for a number, NaN for none. */
    private static double zero(double x) {
        return Double.isNaN(x) ? x : 0;
    }

    /** The same estimates without error bars, as for weighted values that a few trajectories carry. */
    public SampleSummary withoutErrorBars() {
        return new SampleSummary(mean, Double.NaN, variance, Double.NaN, skewness, Double.NaN, kurtosis, Double.NaN, min, max);
    }
}
