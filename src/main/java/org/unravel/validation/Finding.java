package org.unravel.validation;

import java.util.List;

/**
 * What one test found.
 *
 * @param subject what was tested
 * @param statistic which one
 * @param value the statistic
 * @param pValue of the whole test, corrected for what it looked at; 0 or 1 where there is no chance in it
 * @param kind whether it can fail by chance, cannot, or was not made
 * @param note where the statistic was found, or why the test was not made
 * @param elementary comparisons in it whose p-values are uniform
 */
record Finding(Subject subject, Statistic statistic, double value, double pValue, Kind kind, String note, List<ElementaryTest> elementary) {

    /** The part of chance. */
    enum Kind { CHANCE, CERTAIN, NOT_MADE }

    /** The name of what was tested. */
    String name() {
        return subject.name();
    }

    /** A test that is one elementary comparison. */
    static Finding of(Subject subject, Statistic statistic, double value, double pValue, String note) {
        return new Finding(subject, statistic, value, pValue, Kind.CHANCE, note, List.of(new ElementaryTest(subject.name(), statistic, value, pValue)));
    }

    /** A test that can fail by chance and whose p-value is a bound. */
    static Finding ofBound(Subject subject, Statistic statistic, double value, double pValue, String note) {
        return new Finding(subject, statistic, value, pValue, Kind.CHANCE, note, List.of());
    }

    static Finding certain(Subject subject, Statistic statistic, double value, double pValue, String note) {
        return new Finding(subject, statistic, value, pValue, Kind.CERTAIN, note, List.of());
    }

    static Finding notMade(Subject subject, Statistic statistic, String why) {
        return new Finding(subject, statistic, Double.NaN, Double.NaN, Kind.NOT_MADE, why, List.of());
    }

    /** The same with another note, where chance has a part; all else says itself why. */
    Finding withNote(String other) {
        return kind != Kind.CHANCE ? this : new Finding(subject, statistic, value, pValue, kind, other, elementary);
    }

    /** The result, with a p-value corrected for the number of tests. */
    TestResult corrected(double p, double familyWiseRate) {
        if (kind == Kind.NOT_MADE) {
            return new TestResult(subject, statistic, value, Double.NaN, TestResult.Outcome.NOT_MADE, note);
        }
        TestResult.Outcome outcome = p > familyWiseRate ? TestResult.Outcome.PASSED : TestResult.Outcome.FAILED;
        return new TestResult(subject, statistic, value, kind == Kind.CERTAIN ? Double.NaN : p, outcome, note);
    }
}
