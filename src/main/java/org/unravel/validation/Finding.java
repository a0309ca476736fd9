package org.unravel.validation;

/**
 * One test before the number of all tests is known.
 *
 * @param name what was tested
 * @param statistic name of the statistic
 * @param value the statistic
 * @param pValue smallest p-value of the points
 * @param chances number of points that can fail by chance: those that enter the family
 * @param note where it was, of how many
 */
record Finding(String name, String statistic, double value, double pValue, int chances, String note) {

    /** The result, with the p-value multiplied by the number of all points of the family (Bonferroni). */
    TestResult corrected(long familySize, double familyWiseRate) {
        double p = Math.min(1, pValue * Math.max(1, familySize));
        TestResult.Outcome outcome = p > familyWiseRate ? TestResult.Outcome.PASSED : TestResult.Outcome.FAILED;
        return new TestResult(name, statistic, value, p, outcome, note);
    }
}
