package org.unravel.validation;

import org.unravel.ensemble.Curve;
import org.unravel.model.InitialState.Component;
import org.unravel.model.Quantity;

/** The mean of a quantity of bounded range against the exact one, at every grid time; the rules stand at {@link Validation}. */
final class MeanCurveTest implements EnsembleTest {

    private final Sample sample;
    private final Curve curve;
    private final Quantity quantity;
    private final double[] exact;
    private final double scale;
    private final int first;

    /** A test of the points from the first one on. */
    MeanCurveTest(Sample sample, Curve curve, double[] exact, int first) {
        this.first = first;
        this.sample = sample;
        this.curve = curve;
        this.quantity = sample.quantities.ofCurve(curve.name());
        this.exact = exact;
        this.scale = sample.observable(curve.name()).map(sample.ranges::norm).orElse(sample.result.firstLaw().scale());
    }

    /** Jump and drift heat have no mean that follows from the density matrix. */
    static boolean applies(Quantity quantity) {
        return quantity.kind() != Quantity.Kind.HEAT_DRIFT && quantity.kind() != Quantity.Kind.HEAT_JUMP;
    }

    @Override
    public Finding finding() {
        if (!sample.ranges.isKnown(quantity)) {
            return Finding.notMade(Subject.curve(curve.name()), Statistic.LARGEST_Z, "no range of " + curve.name() + " is known, so nothing bounds what trajectories that were not drawn would add");
        }
        double own = ownScale();
        boolean constant = isConstant();
        WorstPoint worst = new WorstPoint(curve, exact);
        for (int i = first; i < exact.length; i++) {
            double deviation = curve.mean()[i] - exact[i];
            double tolerance = sample.tolerance(curve.name(), i, own);
            double width = sample.ranges.width(quantity, i);
            double se = curve.standardError()[i];
            if (width <= Sample.ROUNDING * scale || constant || nobodyHasJumped(i)) {
                double unseen = width * (constant ? Math.max(rareShare(i), sample.unseenShare(i)) : unseenJumps(i));
                worst.addCertain(i, MeanTest.certain(deviation, tolerance + unseen));
            } else if (sample.isNormal(i, se, width)) {
                worst.addNormal(i, sample.time(i), MeanTest.normal(MeanTest.beyond(deviation, tolerance), se));
            } else if (sample.unseen(curve.name(), i, width).isPresent()) {
                double unseen = sample.unseen(curve.name(), i, width).getAsDouble();
                worst.addNormal(i, sample.time(i), MeanTest.normal(MeanTest.beyond(deviation, tolerance), se),
                        MeanTest.normal(MeanTest.beyond(deviation, tolerance + unseen), se));
            } else {
                double off = MeanTest.beyond(deviation, tolerance) * sample.meanWeight(i);
                worst.addBounded(i, off, se * sample.meanWeight(i), width * sample.weightWidth(i), sample.count);
            }
        }
        return worst.finding(sample::time, "");
    }

    private double unseenJumps(int point) {
        double sum = 0;
        for (int k : sample.all) {
            sum += sample.unseenJumps(k, point);
        }
        return sum;
    }

    /** What a trajectory's values may differ by, or the largest one: whatever is larger. */
    private double ownScale() {
        double largest = scale;
        for (double value : exact) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    private boolean isConstant() {
        double largest = 0;
        for (double se : curve.standardError()) {
            largest = Math.max(largest, se);
        }
        return largest * Math.sqrt(sample.count) <= Sample.ROUNDING * scale;
    }

    private boolean nobodyHasJumped(int point) {
        return sample.model.initial().isPure() && sample.jumps.observed(sample.all, point) == 0;
    }

    /** Bound of the share of trajectories that differ from the rest by something the sample has hardly seen: rare channels, rare initial kets. */
    private double rareShare(int point) {
        double share = 0;
        for (int k : sample.all) {
            share += sample.jumps.trajectories(k) < Sample.FEW_EVENTS ? sample.unseenJumps(k, point) : 0;
        }
        for (Component c : sample.model.initial().components()) {
            share += !sample.model.initial().isPure() && sample.count * c.probability() < Sample.FEW_EVENTS ? c.probability() : 0;
        }
        return share;
    }
}
