package org.unravel.validation;

import java.util.List;

import org.unravel.ensemble.FirstJumpTimes;
import org.unravel.exact.FirstJumpDistribution;
import org.unravel.statistics.StatisticalTests;
import org.unravel.statistics.WeightedCount;

/** How many trajectories jumped at all: a binomial number, tested by its normal law or, where few do or few do not, the few as a Poisson number. */
final class JumpShareTest implements EnsembleTest {

    private static final Subject SUBJECT = Subject.of(Subject.Kind.FIRST_JUMPS, "trajectories that jumped");

    private final FirstJumpTimes times;
    private final double probability;
    private final double largestWeight;

    JumpShareTest(FirstJumpTimes times, FirstJumpDistribution exact) {
        this(times, exact, 1);
    }

    /** A test of trajectories of weights up to the largest one. */
    JumpShareTest(FirstJumpTimes times, FirstJumpDistribution exact, double largestWeight) {
        this.largestWeight = largestWeight;
        this.times = times;
        this.probability = exact.total();
    }

    @Override
    public Finding finding() {
        WeightedCount both = times.jumped().plus(times.without());
        if (!both.hasUnitWeights()) {
            return new WeightedShares(List.of(times.jumped(), times.without()), new double[] {probability, 1 - probability}, largestWeight,
                    both.count()).finding(SUBJECT);
        }
        long jumped = times.jumped().count();
        double n = both.count();
        double variance = n * probability * (1 - probability);
        String note = jumped + ", " + Digits.six(n * probability) + " expected";
        if (!(variance >= Sample.MANY_EVENTS)) {
            boolean few = probability < 0.5;
            double p = StatisticalTests.poissonPValue(few ? jumped : times.without().count(), n * Math.max(0, few ? probability : 1 - probability));
            return Finding.ofBound(SUBJECT, Statistic.NUMBER, jumped, p, note);
        }
        MeanTest test = MeanTest.normal(jumped - n * probability, Math.sqrt(variance));
        return Finding.of(SUBJECT, Statistic.Z, test.z(), test.pValue(), note);
    }
}
