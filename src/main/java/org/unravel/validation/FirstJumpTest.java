package org.unravel.validation;

import java.util.Arrays;

import org.unravel.ensemble.FirstJumpTimes;
import org.unravel.exact.FirstJumpDistribution;
import org.unravel.statistics.StatisticalTests;

/**
 * The times of first jumps, one from each trajectory, against their exact distribution function: Kolmogorov–Smirnov among the trajectories that
 * jump, so that the end of the run cuts nothing off. How many jump is another test.
 */
final class FirstJumpTest implements EnsembleTest {

    static final Subject SUBJECT = Subject.of(Subject.Kind.FIRST_JUMPS, "time of the first jump");

    private final FirstJumpTimes times;
    private final FirstJumpDistribution exact;

    FirstJumpTest(FirstJumpTimes times, FirstJumpDistribution exact) {
        this.times = times;
        this.exact = exact;
    }

    @Override
    public Finding finding() {
        if (!times.jumped().hasUnitWeights()) {
            return Finding.notMade(SUBJECT, Statistic.DISTANCE, "its law is known for weights of 1 only; see the first jump by channel and time");
        }
        long n = times.jumped().count();
        if (n < Sample.MANY_EVENTS) {
            return Finding.notMade(SUBJECT, Statistic.DISTANCE, "fewer than " + Digits.six(Sample.MANY_EVENTS) + " trajectories jumped");
        }
        double[] given = Arrays.stream(exact.distributionFunction()).map(p -> p / exact.total()).toArray();
        StatisticalTests.Outcome outcome = StatisticalTests.kolmogorovSmirnov(times.cells().counts(), given);
        return Finding.of(SUBJECT, Statistic.DISTANCE, outcome.statistic(), outcome.pValue(), n + " trajectories jumped");
    }
}
