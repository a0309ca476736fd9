package org.unravel.validation;

import java.util.List;

/**
 * All tests of one run, and what follows from them.
 *
 * @param verdict consistent if no test failed
 * @param familyWiseRate probability that a right result fails at least one of the tests, in (0, 1)
 * @param tests every test, those not made included
 */
public record ValidationReport(Verdict verdict, double familyWiseRate, List<TestResult> tests) {

    /** Whether sample and exact ensemble agree. */
    public enum Verdict { CONSISTENT, INCONSISTENT }

    /** Copies the list. */
    public ValidationReport {
        tests = List.copyOf(tests);
    }

    /** Number of tests with an outcome. */
    public long count(TestResult.Outcome outcome) {
        return tests.stream().filter(t -> t.outcome() == outcome).count();
    }
}
