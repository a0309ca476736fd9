package org.unravel.validation;

import org.unravel.ensemble.Curve;

/** The mean counted heat of some channels against the exact one, at every grid time; the rules stand at {@link Validation}. */
final class CountedHeatCurveTest implements EnsembleTest {

    private final Sample sample;
    private final Curve curve;
    private final double[] exact;
    private final int[] of;

    CountedHeatCurveTest(Sample sample, Curve curve, double[] exact) {
        this.sample = sample;
        this.curve = curve;
        this.exact = exact;
        this.of = sample.channelsOf(curve.name());
    }

    @Override
    public Finding finding() {
        double tolerance = MeanCurveTest.tolerance(exact, sample.result.firstLaw().scale());
        WorstPoint worst = new WorstPoint(curve, exact);
        int early = -1;
        for (int i = 0; i < exact.length; i++) {
            double deviation = MeanTest.beyond(curve.mean()[i] - exact[i], tolerance);
            if (sample.ranges.countedWidth(of, i) == 0) {
                worst.addCertain(i, MeanTest.certain(deviation, 0));
            } else if (!sample.isWeighted() && sample.count >= Sample.MANY_TRAJECTORIES && sample.jumps.expected(of, i) < Sample.FEW_EVENTS) {
                early = i;
            } else {
                add(worst, i, deviation);
            }
        }
        return early > 0 ? withNumberOfJumps(worst, early) : worst.finding(sample::time, "");
    }

    private void add(WorstPoint worst, int point, double deviation) {
        double se = curve.standardError()[point];
        double off = deviation * sample.meanWeight(point);
        double width = sample.ranges.countedWidth(of, point) * sample.largestWeight;
        if (sample.isNormal(of, point, se)) {
            worst.addNormal(point, sample.time(point), MeanTest.normal(deviation, se));
        } else if (sample.count >= Sample.MANY_TRAJECTORIES) {
            worst.addBound(point, MeanTest.ofFewEvents(off,
                    sample.jumps.varianceBound(of, point, sample.jumps.largestQuantum(of)) * sample.largestWeight, width, sample.count));
        } else {
            worst.addBound(point, MeanTest.bounded(off, se * sample.meanWeight(point), width, sample.count));
        }
    }

    /** The few jumps up to a time as one number, and the curve from there on: the worse of both counts twice. */
    private Finding withNumberOfJumps(WorstPoint worst, int early) {
        double p = sample.jumps.poissonPValue(of, early);
        Finding number = Finding.ofBound("curve " + curve.name(), "number", sample.jumps.observed(of, early), Math.min(1, 2 * p),
                sample.expectation(of, early));
        if (worst.isEmpty()) {
            return number;
        }
        Finding rest = worst.finding(sample::time, early < sample.end ? " from t = " + Digits.six(sample.time(early + 1)) + " on" : "");
        if (rest.kind() == Finding.Kind.CERTAIN) {
            return rest.pValue() == 0 ? rest : number;
        }
        Finding both = new Finding(rest.name(), rest.statistic(), rest.value(), Math.min(1, 2 * rest.pValue()), rest.kind(), rest.note(),
                rest.elementary());
        return number.pValue() < both.pValue() ? new Finding(number.name(), number.statistic(), number.value(), number.pValue(), number.kind(),
                number.note(), rest.elementary()) : both;
    }
}
