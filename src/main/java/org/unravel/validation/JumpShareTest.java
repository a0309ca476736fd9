package org.unravel.validation;

import org.unravel.ensemble.FirstJumpTimes;
import org.unravel.exact.FirstJumpDistribution;

/** How many trajectories jumped at all: a binomial number, tested by its normal law. */
final class JumpShareTest implements EnsembleTest {

    private static final String NAME = "trajectories that jumped";

    private final FirstJumpTimes times;
    private final double probability;

    JumpShareTest(FirstJumpTimes times, FirstJumpDistribution exact) {
        this.times = times;
        this.probability = exact.total();
    }

    @Override
    public Finding finding() {
        long jumped = times.jumped();
        double n = (double) jumped + times.without();
        double variance = n * probability * (1 - probability);
        if (!(variance >= Sample.MANY_EVENTS)) {
            return Finding.notMade(NAME, ElementaryTest.Z, "almost all or almost none");
        }
        MeanTest test = MeanTest.normal(jumped - n * probability, Math.sqrt(variance));
        return Finding.of(NAME, ElementaryTest.Z, test.z(), test.pValue(), jumped + ", " + Digits.six(n * probability) + " expected");
    }
}
