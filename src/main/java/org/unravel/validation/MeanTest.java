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

    /** The same mean with a part of its deviation forgiven. */
    static double beyond(double deviation, double tolerance) {
        return Double.isNaN(deviation) ? deviation : Math.copySign(Math.max(0, Math.abs(deviation) - tolerance), deviation);
    }
}
