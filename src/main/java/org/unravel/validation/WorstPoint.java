package org.unravel.validation;

import java.util.ArrayList;
import java.util.List;

import org.unravel.ensemble.Curve;

/** The least likely point of a curve, and the points that stand for it in a calibration: the middle and the last. Not safe for threads. */
final class WorstPoint {

    private final Curve curve;
    private final double[] exact;
    private final List<ElementaryTest> elementary = new ArrayList<>();
    private MeanTest test;
    private int point;
    private int points;
    private int chances;
    private int powerless;

    WorstPoint(Curve curve, double[] exact) {
        this.curve = curve;
        this.exact = exact;
    }

    /** A point that cannot scatter. */
    void addCertain(int index, MeanTest other) {
        points++;
        note(index, other);
    }

    /** A point whose p-value is a bound. */
    void addBound(int index, MeanTest other) {
        points++;
        chances++;
        note(index, other);
    }

    /** A point of {@link MeanTest#bounded} values. */
    void addBounded(int index, double deviation, double standardError, double width, long count) {
        boolean mayFail = MeanTest.bounded(width, standardError, width, count).pValue() < MeanTest.LEAST_P_NEEDED;
        powerless += mayFail ? 0 : 1;
        addBound(index, MeanTest.bounded(deviation, standardError, width, count));
    }

    /** A point whose p-value is uniform. */
    void addNormal(int index, double time, MeanTest other) {
        addNormal(index, time, other, other);
    }

    /** A normal point of which only a part of the deviation counts against the result: the p-value of the whole is uniform. */
    void addNormal(int index, double time, MeanTest other, MeanTest counts) {
        addBound(index, counts);
        if (index == exact.length - 1 || index == (exact.length - 1) / 2) {
            elementary.add(new ElementaryTest(curve.name() + " at t = " + Digits.six(time), Statistic.Z, other.z(), other.pValue()));
        }
    }

    private void note(int index, MeanTest other) {
        if (test == null || other.pValue() < test.pValue()
                || other.pValue() == test.pValue() && Math.abs(other.z()) > Math.abs(test.z())) {
            test = other;
            point = index;
        }
    }

    boolean isEmpty() {
        return points == 0;
    }

    double pValue() {
        return test.pValue();
    }

    /**
     * The finding of the whole curve.
     *
     * @param time of each point
     * @param range which points were looked at; may be empty
     */
    Finding finding(java.util.function.IntToDoubleFunction time, String range) {
        if (powerless > 0 && powerless == points) {
            return Finding.notMade(Subject.curve(curve.name()), Statistic.LARGEST_Z, "so few trajectories tell nothing of a mean, whatever they show");
        }
        String note = "at t = " + Digits.six(time.applyAsDouble(point)) + ", " + points + (points == 1 ? " point" : " points") + range;
        boolean certain = Double.isInfinite(test.z());
        double value = certain ? curve.mean()[point] - exact[point] : Math.abs(test.z());
        double p = Math.min(1, test.pValue() * Math.max(1, chances));
        return new Finding(Subject.curve(curve.name()), certain ? Statistic.DEVIATION : Statistic.LARGEST_Z, value, p,
                chances > 0 ? Finding.Kind.CHANCE : Finding.Kind.CERTAIN, note, elementary);
    }
}
