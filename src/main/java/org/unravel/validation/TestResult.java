package org.unravel.validation;

/**
 * One test of a sampled result against the exact ensemble.
 *
 * @param subject what was compared
 * @param statistic what the disagreement is measured by
 * @param value the statistic; NaN where the test was not made
 * @param pValue bound of the probability that any of all tests is as extreme as this one if sample and exact ensemble agree, i.e.
 *        corrected for the number of tests; NaN where there is no chance in it or it was not made
 * @param outcome what came of it
 * @param note why it was not made, or where the statistic was found; may be empty
 */
public record TestResult(Subject subject, Statistic statistic, double value, double pValue, Outcome outcome, String note) {

    /** What came of a test. */
    public enum Outcome { PASSED, FAILED, NOT_MADE }

    /** Its name, e.g. {@code curve work}, {@code jumps.hot.emission} or {@code first law}. */
    public String name() {
        return subject.name();
    }
}
