package org.unravel.print;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.unravel.figure.Axis;
import org.unravel.figure.Series;
import org.unravel.figure.Series.Form;
import org.unravel.figure.StackedShare;

/**
 * What an axis shows.
 *
 * @param axis the axis
 * @param low its lower end; above zero on a logarithmic axis
 * @param high its upper end, above the lower one
 */
record AxisRange(Axis axis, double low, double high) {

    private static final double MARGIN = 0.05;

    /** A difference smaller than this part of the values is rounding, and is shown as none. */
    private static final double ROUNDING = 1e-12;

    /** How far down an error bar draws a logarithmic axis. */
    private static final double LONGEST_BAR = 10;

    /** Widest and narrowest bar, in parts of the axis. */
    private static final double WIDE = 0.05;
    private static final double NARROW = 0.004;

    /** The horizontal axis of all series: curves fill it, points and marks keep off its ends. */
    static AxisRange horizontal(Axis axis, List<Series> series) {
        double[] values = series.stream().flatMapToDouble(s -> Arrays.stream(s.x())).filter(x -> isOn(axis, x)).toArray();
        boolean loose = series.stream().anyMatch(s -> s.form() == Form.SAMPLED_POINTS || s.form() == Form.EXACT_POINTS || s.form() == Form.RIVAL_POINTS);
        return of(axis, values, loose ? MARGIN : 0);
    }

    /**
     * The vertical axis: all values, and error bars. Exact curves leave a logarithmic axis below: they reach as far down as numbers do, and what was sampled would be a line at the top.
     */
    static AxisRange vertical(Axis axis, List<Series> series) {
        double[] values = DoubleStream.concat(stacked(series), series.stream().flatMapToDouble(s -> reach(axis, s))).filter(y -> isOn(axis, y)).toArray();
        double[] seen = series.stream().filter(s -> s.form() != Form.EXACT_CURVE).flatMapToDouble(s -> reach(axis, s)).filter(y -> isOn(axis, y)).toArray();
        double lowest = axis.scale() == Axis.Scale.LOGARITHMIC ? Arrays.stream(seen).min().orElse(0) : Double.NEGATIVE_INFINITY;
        AxisRange range = of(axis, Arrays.stream(values).filter(y -> y >= lowest).toArray(), axis.scale() == Axis.Scale.LINEAR ? MARGIN : 0);
        boolean grounded = series.stream().anyMatch(s -> s.form() == Form.EXACT_POINTS) && Arrays.stream(values).allMatch(y -> y >= 0);
        return grounded && axis.scale() == Axis.Scale.LINEAR ? new AxisRange(axis, 0, range.high) : range;
    }

    /** Shares reach as far as their stack, and have their ground on the axis. */
    private static DoubleStream stacked(List<Series> series) {
        return StackedShare.of(series).stream().flatMapToDouble(s -> Stream.of(s.above(), s.below(), s.top(), s.bottom()).flatMapToDouble(Arrays::stream));
    }

    private static DoubleStream reach(Axis axis, Series series) {
        double[] y = series.y();
        double[] error = series.error();
        return DoubleStream.concat(Arrays.stream(y), IntStream.range(0, error.length).boxed().flatMapToDouble(i -> DoubleStream.of(lowEnd(axis, y[i], error[i]), y[i] + error[i])));
    }

    private static double lowEnd(Axis axis, double y, double error) {
        return axis.scale() == Axis.Scale.LINEAR ? y - error : Math.max(y - error, y / LONGEST_BAR);
    }

    /** True if the value can be shown. */
    static boolean isOn(Axis axis, double value) {
        return Double.isFinite(value) && (axis.scale() == Axis.Scale.LINEAR || value > 0);
    }

    private static AxisRange of(Axis axis, double[] values, double margin) {
        double low = Arrays.stream(values).min().orElse(axis.scale() == Axis.Scale.LINEAR ? 0 : 1);
        double high = Arrays.stream(values).max().orElse(axis.scale() == Axis.Scale.LINEAR ? 1 : 10);
        return axis.scale() == Axis.Scale.LINEAR ? linear(axis, low, high, margin) : logarithmic(axis, low / (1 + margin), high * (1 + margin));
    }

    private static AxisRange linear(Axis axis, double low, double high, double margin) {
        double size = Math.max(Math.abs(low), Math.abs(high));
        if (high - low <= ROUNDING * size) {
            double half = size == 0 ? 1 : size / 2;
            return new AxisRange(axis, low - half, high + half);
        }
        return new AxisRange(axis, low - margin * (high - low), high + margin * (high - low));
    }

    /** From one number that begins with 1, 2 or 5 to another. */
    private static AxisRange logarithmic(Axis axis, double low, double high) {
        double below = Ticks.below(low);
        double above = Ticks.above(high);
        return above > below ? new AxisRange(axis, below, above) : new AxisRange(axis, below / 10, above * 10);
    }

    /** Where a value is between the ends, 0 to 1. */
    double position(double value) {
        return axis.scale() == Axis.Scale.LINEAR ? (value - low) / (high - low) : Math.log(value / low) / Math.log(high / low);
    }

    /** Half the width of the bar of each value. */
    double halfBar(double[] x) {
        double[] sorted = Arrays.stream(x).filter(v -> isOn(axis, v)).sorted().toArray();
        double gap = high - low;
        for (int i = 1; i < sorted.length; i++) {
            gap = Math.min(gap, sorted[i] - sorted[i - 1]);
        }
        return Math.max(NARROW * (high - low), Math.min(0.7 * gap, WIDE * (high - low))) / 2;
    }
}
