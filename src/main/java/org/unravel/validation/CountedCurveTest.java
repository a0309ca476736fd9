package org.unravel.validation;

import java.util.Optional;

import org.unravel.ensemble.Curve;
import org.unravel.model.Quantity;
import org.unravel.exact.TwoPointStatistics.Moments;

/** The mean of what is counted at jumps, heat or particles or chemical work, against the exact one, at every grid time; the rules stand at {@link Validation}. */
final class CountedCurveTest implements EnsembleTest {

    private final Sample sample;
    private final Curve curve;
    private final Quantity quantity;
    private final double[] exact;
    private final int[] of;
    private final int first;

    /** A test of the points from the first one on. */
    CountedCurveTest(Sample sample, Curve curve, double[] exact, int first) {
        this.first = first;
        this.sample = sample;
        this.curve = curve;
        this.exact = exact;
        this.quantity = sample.quantities.ofCurve(curve.name());
        this.of = sample.channelsOf(quantity);
    }

    @Override
    public Finding finding() {
        WorstPoint worst = new WorstPoint(curve, exact);
        int early = -1;
        for (int i = first; i < exact.length; i++) {
            double deviation = MeanTest.beyond(curve.mean()[i] - exact[i], sample.tolerance(curve.name(), i, moved(i)));
            if (sample.ranges.countedWidth(quantity, of, i) == 0) {
                // jumps that no trajectory of a sample has still have a mean
                worst.addCertain(i, MeanTest.certain(deviation, moved(i)));
            } else if (!sample.isWeighted() && sample.count >= Sample.MANY_TRAJECTORIES && sample.jumps.expected(of, i) < Sample.FEW_EVENTS) {
                early = i;
            } else {
                add(worst, i, deviation);
            }
        }
        return early > 0 ? withNumberOfJumps(worst, early) : worst.finding(sample::time, "");
    }

    /** Σ|q| E[n]: what moves, whatever its sign. */
    private double moved(int point) {
        double sum = 0;
        for (int k : of) {
            sum += sample.channels.largest(quantity, k) * Math.abs(sample.isSigned() ? sample.unseenJumps(k, point) : sample.jumps.expectedEach(k, point));
        }
        return sum;
    }

    private void add(WorstPoint worst, int point, double deviation) {
        Optional<Moments> moments = point == sample.end ? sample.exactMoments(curve.name()) : Optional.empty();
        CountedMean.Judged judged = new CountedMean(sample, of, point, sample.jumps.largest(quantity, of), sample.channels.countedWidth(quantity, of, 1), moments)
                .judge(deviation, curve.standardError()[point]);
        if (judged.isNormal()) {
            worst.addNormal(point, sample.time(point), judged.test());
        } else {
            worst.addBound(point, judged.test());
        }
    }

    /** The few jumps up to a time as one number, and the curve from there on: the worse of both counts twice. */
    private Finding withNumberOfJumps(WorstPoint worst, int early) {
        double p = sample.jumps.fewJumpsPValue(of, early);
        Finding number = Finding.ofBound(Subject.curve(curve.name()), Statistic.NUMBER, sample.jumps.observed(of, early), Math.min(1, 2 * p),
                sample.expectation(of, early));
        if (worst.isEmpty()) {
            return number;
        }
        Finding rest = worst.finding(sample::time, early < sample.end ? " from t = " + Digits.six(sample.time(early + 1)) + " on" : "");
        if (rest.kind() == Finding.Kind.CERTAIN) {
            return rest.pValue() == 0 ? rest : number;
        }
        Finding both = new Finding(rest.subject(), rest.statistic(), rest.value(), Math.min(1, 2 * rest.pValue()), rest.kind(), rest.note(),
                rest.elementary());
        return number.pValue() < both.pValue() ? new Finding(number.subject(), number.statistic(), number.value(), number.pValue(), number.kind(),
                number.note(), rest.elementary()) : both;
    }
}
