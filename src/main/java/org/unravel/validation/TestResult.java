package org.unravel.validation;

/**
 * One test of a sampled result against the exact ensemble.
 *
 * @param name what was tested, e.g. {@code work at t = 60}
 * @param statistic name of the test statistic, e.g. {@code z}
 * @param value the statistic; NaN where the test was not made
 * @param pValue probability of a statistic at least as extreme if sample and exact ensemble agree; NaN where it was not made
 * @param outcome what came of it
 * @param note why it was not made, or what was compared; may be empty
 */
public record TestResult(String name, String statistic, double value, double pValue, Outcome outcome, String note) {

    /** What came of a test. */
    public enum Outcome { PASSED, FAILED, NOT_MADE }
}
