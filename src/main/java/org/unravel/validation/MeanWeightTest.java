package org.unravel.validation;

import java.util.Optional;

import org.unravel.ensemble.Curve;
import org.unravel.ensemble.Weights;

/**
 * The mean weight of a run with weights against 1, at every grid time, the end included. A weight lies between 0 and the largest weight w, or has a modulus of at most w where weights have both
 * signs: z where the scatter is that of 1000 weights of full size, else {@link MeanTest#bounded} over that range. Weights of both signs that are all alike may lack the few that have another sign. Where few trajectories carry the weight it can fail, but not pass.
 */
final class MeanWeightTest implements EnsembleTest {

    private static final Subject SUBJECT = Subject.of(Subject.Kind.WEIGHTS, "weights");

    private final Sample sample;
    private final Curve mean;
    private final Optional<String> obstacle;

    MeanWeightTest(Sample sample, Weights weights) {
        this.sample = sample;
        this.mean = weights.mean();
        this.obstacle = weights.obstacle();
    }

    @Override
    public Finding finding() {
        double[] one = new double[mean.mean().length];
        java.util.Arrays.fill(one, 1);
        WorstPoint worst = new WorstPoint(mean, one);
        for (int i = 0; i < one.length; i++) {
            if (Double.isNaN(mean.mean()[i]) && i > 0 && i < sample.end) {
                // a run that records no curves is shown its ends only
                continue;
            }
            double deviation = MeanTest.beyond(mean.mean()[i] - 1, Weights.ROUNDING);
            double se = mean.standardError()[i];
            double full = sample.count * se / sample.largestWeight(i);
            if (se == 0 && (!sample.isSigned() || sample.largestWeight(i) == 1)) {
                worst.addCertain(i, MeanTest.certain(deviation, 0));
            } else if (full * full >= Sample.MANY_EVENTS) {
                worst.addNormal(i, sample.time(i), MeanTest.normal(deviation, se));
            } else {
                worst.addBound(i, MeanTest.bounded(deviation, se, sample.weightWidth(i), sample.count));
            }
        }
        Finding found = worst.finding(sample::time, ", none above " + Digits.six(sample.largestWeight) + (sample.isSigned() ? " in modulus" : ""));
        if (obstacle.isPresent() && found.pValue() > ValidationReport.FAMILY_WISE_RATE) {
            return Finding.notMade(SUBJECT, found.statistic(), obstacle.get());
        }
        return new Finding(SUBJECT, found.statistic(), found.value(), found.pValue(), found.kind(), found.note(), found.elementary());
    }
}
