package org.unravel.validation;

/**
 * One comparison whose p-value is uniform for a right result: one z at one time, one chi-square, one Kolmogorov–Smirnov distance.
 *
 * @param name what was compared
 * @param statistic {@link Statistic#Z}, {@link Statistic#CHI_SQUARE}, {@link Statistic#DISTANCE} or {@link Statistic#F}
 * @param value the statistic; a z with its sign
 * @param pValue not corrected for anything, in [0, 1]
 */
public record ElementaryTest(String name, Statistic statistic, double value, double pValue) {
}
