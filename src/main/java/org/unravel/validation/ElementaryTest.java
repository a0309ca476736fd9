package org.unravel.validation;

/**
 * One comparison whose p-value is uniform for a right result: one z at one time, one chi-square, one Kolmogorov–Smirnov distance.
 *
 * @param name what was compared
 * @param statistic {@code z}, {@code chi-square}, {@code D}, {@code F}
 * @param value the statistic; a z with its sign
 * @param pValue not corrected for anything, in [0, 1]
 */
public record ElementaryTest(String name, String statistic, double value, double pValue) {

    /** Name of the statistic of a deviation in standard errors. */
    public static final String Z = "z";
}
