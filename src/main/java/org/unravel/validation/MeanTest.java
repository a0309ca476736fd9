package org.unravel.validation;

import org.unravel.statistics.StatisticalTests;

/**
 * A sampled mean against the exact one.
 *
 * @param z deviation in standard errors, signed; ±∞ where a value that cannot scatter is off
 * @param pValue probability of a deviation at least as large, or a bound of it, in [0, 1]
 */
record MeanTest(double z, double pValue) {

    /** Two-sided, from one-sided bounds that fail with probability 2e^{−L} each. */
    private static final double BERNSTEIN_FACTOR = 4;

    /** Deviations beyond so many standard errors are as impossible as these. */
    private static final double FARTHEST = 12;
    private static final double TAIL_STEP = 0.05;
    /** A family of a thousand tests at a rate of 1e-3 needs this. */
    static final double LEAST_P_NEEDED = 1e-6;
    /** Keeps 0 times infinity away. */
    private static final double LARGEST_EXPONENT = 600;

    /** A mean that cannot scatter: it is right within a tolerance or wrong. */
    static MeanTest certain(double deviation, double tolerance) {
        return Math.abs(deviation) <= tolerance ? new MeanTest(0, 1) : new MeanTest(Math.copySign(Double.POSITIVE_INFINITY, deviation), 0);
    }

    /** A mean that is normal about the exact one; right where many independent events make it up. */
    static MeanTest normal(double deviation, double standardError) {
        double z = deviation == 0 ? 0 : deviation / standardError;
        return new MeanTest(z, Double.isNaN(z) ? 0 : StatisticalTests.normalPValue(z));
    }

    /**
     * A mean of independent values that are at most a width R apart, whatever their distribution and number.
     *
     * <p>|mean − exact| ≤ se √(2L) + 7RL/(3(N − 1)) fails with probability 4e^{−L} at most. The z given is √(2L): the deviation in
     * standard errors, less what a few rare values that the sample has missed or caught could do. It comes to the plain z for large N.
     *
     * @param deviation mean − exact; NaN fails
     * @param standardError sample standard deviation over √N
     * @param width R ≥ 0
     * @param count N ≥ 2
     * @see <a href="https://arxiv.org/abs/0907.3740">Maurer and Pontil (2009), COLT 22, theorem 4</a>
     */
    static MeanTest bounded(double deviation, double standardError, double width, long count) {
        double d = Math.abs(deviation);
        if (d == 0) {
            return new MeanTest(0, 1);
        }
        double linear = Math.sqrt(2) * standardError;
        double quadratic = 7 * width / (3 * (count - 1.0));
        double root = 2 * d / (linear + Math.sqrt(linear * linear + 4 * quadratic * d));
        if (Double.isNaN(root)) {
            return new MeanTest(Double.NaN, 0);
        }
        return new MeanTest(Math.copySign(Math.sqrt(2) * root, deviation), Math.min(1, BERNSTEIN_FACTOR * Math.exp(-root * root)));
    }

    /**
     * A mean of independent values of which a bound v of the variance is known, and that lie at most a width R from their mean.
     *
     * <p>|mean − exact| ≥ d has a probability of at most 2 exp(−N d²/(2(v + Rd/3))). The z given is the root of twice the exponent.
     *
     * @param deviation mean − exact; NaN fails
     * @param variance v ≥ 0 of one value
     * @param width R ≥ 0
     * @param count N ≥ 1
     * @see <a href="https://doi.org/10.1093/acprof:oso/9780199535255.001.0001">Boucheron, Lugosi and Massart, Concentration Inequalities,
     *      equation 2.10 (Bernstein)</a>
     */
    static MeanTest ofFewEvents(double deviation, double variance, double width, long count) {
        double d = Math.abs(deviation);
        double exponent = d == 0 ? 0 : count * d * d / (2 * (variance + width * d / 3));
        if (Double.isNaN(exponent)) {
            return new MeanTest(Double.NaN, 0);
        }
        return new MeanTest(Math.copySign(Math.sqrt(2 * exponent), deviation), Math.min(1, 2 * Math.exp(-exponent)));
    }

    /**
     * A mean of many values of known skewness γ and excess kurtosis κ.
     *
     * <p>Cramér's expansion of the tail, 2P(Z ≥ |z|) exp(|γ||z|³/(6√N) + |κ − 3γ²|z⁴/(24N)), with absolute values, so that it serves both sides. It is
     * worth nothing far out, where the exponent takes over; as a p-value cannot rise with |z|, the least value up to |z| is taken.
     *
     * @param deviation mean − exact; NaN fails
     * @param standardError exact standard deviation over √N
     * @see <a href="https://doi.org/10.1007/978-3-642-65809-9">Petrov, Sums of Independent Random Variables, §VIII.2, theorem 1</a>
     */
    static MeanTest skewed(double deviation, double standardError, double skewness, double kurtosis, long count) {
        double z = deviation == 0 ? 0 : deviation / standardError;
        if (Double.isNaN(z)) {
            return new MeanTest(z, 0);
        }
        double p = 1;
        for (double x = 0; x < Math.min(Math.abs(z), FARTHEST); x += TAIL_STEP) {
            p = Math.min(p, tail(x, skewness, kurtosis, count));
        }
        return new MeanTest(z, Math.abs(z) < FARTHEST ? Math.min(p, tail(Math.abs(z), skewness, kurtosis, count)) : p);
    }

    /** True if {@link #skewed} can find a mean wrong at all. */
    static boolean canFail(double skewness, double kurtosis, long count) {
        return skewed(FARTHEST, 1, skewness, kurtosis, count).pValue < LEAST_P_NEEDED;
    }

    private static double tail(double z, double skewness, double kurtosis, long count) {
        double exponent = Math.abs(skewness) * z * z * z / (6 * Math.sqrt(count))
                + Math.abs(kurtosis - 3 * skewness * skewness) * z * z * z * z / (24.0 * count);
        return Math.min(1, StatisticalTests.normalPValue(z) * Math.exp(Math.min(exponent, LARGEST_EXPONENT)));
    }

    /** The same mean with a part of its deviation forgiven. */
    static double beyond(double deviation, double tolerance) {
        return Double.isNaN(deviation) ? deviation : Math.copySign(Math.max(0, Math.abs(deviation) - tolerance), deviation);
    }
}
