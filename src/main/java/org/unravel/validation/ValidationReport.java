package org.unravel.validation;

import java.util.List;

/**
 * All tests of one run, and what follows from them.
 *
 * @param verdict inconsistent if a test failed; else not judged if the sample allows no test against the exact ensemble, or consistent
 * @param familyWiseRate probability that a right result fails at least one of the tests, in (0, 1)
 * @param tests every test, those not made included
 * @param elementary the comparisons whose p-values are uniform for a right result, for calibration
 */
public record ValidationReport(Verdict verdict, double familyWiseRate, List<TestResult> tests, List<ElementaryTest> elementary) {

    /** Probability that a right result is found inconsistent. */
    public static final double FAMILY_WISE_RATE = 1e-3;

    /** Whether sample and exact ensemble agree, or that a sample of which few trajectories carry the weight cannot tell. */
    public enum Verdict { CONSISTENT, INCONSISTENT, NOT_JUDGED }

    /** Copies the lists. */
    public ValidationReport {
        tests = List.copyOf(tests);
        elementary = List.copyOf(elementary);
    }

    /** A report without elementary comparisons. */
    public ValidationReport(Verdict verdict, double familyWiseRate, List<TestResult> tests) {
        this(verdict, familyWiseRate, tests, List.of());
    }

    /** Number of tests with an outcome. */
    public long count(TestResult.Outcome outcome) {
        return tests.stream().filter(t -> t.outcome() == outcome).count();
    }
}
