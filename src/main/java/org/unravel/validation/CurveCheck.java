package org.unravel.validation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.unravel.ensemble.Curve;
import org.unravel.ensemble.EnsembleResult;
import org.unravel.model.InitialState.Component;
import org.unravel.model.Model;

/**
 * Tests mean curves against the exact ones, point by point. The rules stand at {@link Validation}.
 *
 * <p>Immutable; one for each run that is judged.
 */
final class CurveCheck {

    /** Events below which a count is tested as a Poisson number, and a kind of event counts as rarely seen. */
    private static final double FEW_EVENTS = 30;

    /** Trajectories above which sample standard errors of counted heat serve: Student's t at 5 standard errors is then normal within a fifth. */
    private static final long MANY_TRAJECTORIES = 1000;

    /** What exact curves and integrated trajectories are good to, in units of the scale. */
    private static final double TOLERANCE = 1e-8;

    /** A sample standard deviation below this part of the scale is rounding of sums over many steps. */
    private static final double ROUNDING = 1e-10;

    private final Model model;
    private final EnsembleResult result;
    private final long count;
    private final CurveRanges ranges;
    private final JumpTable jumps;
    private final int[] all;

    CurveCheck(Model model, EnsembleResult result, CurveRanges ranges, JumpTable jumps) {
        this.model = model;
        this.result = result;
        this.count = result.trajectoryCount();
        this.ranges = ranges;
        this.jumps = jumps;
        this.all = IntStream.range(0, model.channels().size()).toArray();
    }

    /** A curve whose values have a bounded range. */
    Finding bounded(Curve curve, double[] exact, double scale) {
        double tolerance = tolerance(exact, scale);
        boolean constant = isConstant(curve, scale);
        Worst worst = new Worst(curve, exact);
        for (int i = 0; i < exact.length; i++) {
            double deviation = curve.mean()[i] - exact[i];
            double width = ranges.width(curve.name(), i);
            if (width <= ROUNDING * scale || constant || nobodyHasJumped(i)) {
                double unseen = width * (constant ? rareShare(i) : jumps.expectedEach(all, i));
                worst.add(i, MeanTest.certain(deviation, tolerance + unseen), 0);
            } else {
                worst.add(i, MeanTest.bounded(MeanTest.beyond(deviation, tolerance), curve.standardError()[i], width, count), 1);
            }
        }
        return worst.finding("");
    }

    /** Counted heat of some channels: its points, and the number of jumps before the first of them. */
    List<Finding> counted(Curve curve, double[] exact, int[] of, double scale) {
        double tolerance = tolerance(exact, scale);
        Worst worst = new Worst(curve, exact);
        int early = -1;
        for (int i = 0; i < exact.length; i++) {
            double deviation = MeanTest.beyond(curve.mean()[i] - exact[i], tolerance);
            if (ranges.countedWidth(of, i) == 0) {
                worst.add(i, MeanTest.certain(deviation, 0), 0);
            } else if (count >= MANY_TRAJECTORIES && jumps.expected(of, i) < FEW_EVENTS) {
                early = i;
            } else {
                worst.add(i, counted(of, i, deviation, curve.standardError()[i]), 1);
            }
        }
        List<Finding> findings = new ArrayList<>();
        if (early > 0) {
            findings.add(few("jumps for " + curve.name(), of, early));
        }
        if (worst.points > 0) {
            findings.add(worst.finding(early > 0 && early + 1 < exact.length ? " from t = " + digits(time(early + 1)) + " on" : ""));
        }
        return findings;
    }

    private MeanTest counted(int[] of, int point, double deviation, double standardError) {
        if (count < MANY_TRAJECTORIES) {
            return MeanTest.bounded(deviation, standardError, ranges.countedWidth(of, point), count);
        }
        return MeanTest.normal(deviation, Math.max(standardError, jumps.poissonStandardError(of, point)));
    }

    /** The number of jumps of one channel in the whole run. */
    Finding jumpNumber(int channel, String name) {
        int end = model.time().pointCount() - 1;
        int[] of = {channel};
        if (jumps.expected(of, end) < FEW_EVENTS && count >= MANY_TRAJECTORIES) {
            return few(name, of, end);
        }
        double se = result.quantities().get(name).standardError();
        double mean = jumps.expectedEach(channel, end);
        double deviation = MeanTest.beyond((double) jumps.observed(of, end) / count - mean, TOLERANCE * Math.max(1, mean));
        MeanTest test = count < MANY_TRAJECTORIES ? MeanTest.bounded(deviation, se, ranges.jumps(of, end), count)
                : MeanTest.normal(deviation, Math.max(se, Math.sqrt(mean / count)));
        return new Finding(name, "z", test.z(), test.pValue(), 1, expectation(of, end));
    }

    private Finding few(String name, int[] of, int point) {
        return new Finding(name, "number", jumps.observed(of, point), jumps.poissonPValue(of, point), 1, expectation(of, point));
    }

    private String expectation(int[] of, int point) {
        return jumps.observed(of, point) + " jumps by t = " + digits(time(point)) + ", " + digits(jumps.expected(of, point)) + " expected";
    }

    /** Six digits. */
    private static String digits(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(6)).stripTrailingZeros();
        return Math.abs(rounded.scale()) < 10 ? rounded.toPlainString() : rounded.toString();
    }

    private double time(int point) {
        return model.time().time(point);
    }

    private static double tolerance(double[] exact, double scale) {
        double largest = scale;
        for (double value : exact) {
            largest = Math.max(largest, Math.abs(value));
        }
        return TOLERANCE * largest;
    }

    private boolean isConstant(Curve curve, double scale) {
        double largest = 0;
        for (double se : curve.standardError()) {
            largest = Math.max(largest, se);
        }
        return largest * Math.sqrt(count) <= ROUNDING * scale;
    }

    private boolean nobodyHasJumped(int point) {
        return model.initial().isPure() && jumps.observed(all, point) == 0;
    }

    /** Bound of the share of trajectories that differ from the rest by something the sample has hardly seen: rare channels, rare initial kets. */
    private double rareShare(int point) {
        double share = 0;
        for (int k : all) {
            int[] of = {k};
            share += jumps.observed(of, model.time().pointCount() - 1) < FEW_EVENTS ? jumps.expectedEach(k, point) : 0;
        }
        for (Component c : model.initial().components()) {
            share += !model.initial().isPure() && count * c.probability() < FEW_EVENTS ? c.probability() : 0;
        }
        return share;
    }

    /** The least likely of the points seen so far. */
    private final class Worst {

        private final Curve curve;
        private final double[] exact;
        private MeanTest test;
        private int point;
        private int points;
        private int chances;

        Worst(Curve curve, double[] exact) {
            this.curve = curve;
            this.exact = exact;
        }

        void add(int index, MeanTest other, int chance) {
            points++;
            chances += chance;
            boolean worse = test == null || other.pValue() < test.pValue()
                    || other.pValue() == test.pValue() && Math.abs(other.z()) > Math.abs(test.z());
            if (worse) {
                test = other;
                point = index;
            }
        }

        Finding finding(String range) {
            String note = "at t = " + digits(time(point)) + ", " + points + (points == 1 ? " point" : " points") + range;
            boolean certain = Double.isInfinite(test.z());
            double value = certain ? curve.mean()[point] - exact[point] : Math.abs(test.z());
            return new Finding("curve " + curve.name(), certain ? "deviation" : "max |z|", value, test.pValue(), chances, note);
        }
    }
}
