package org.unravel.print;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.unravel.figure.Figure;
import org.unravel.figure.Series;
import org.unravel.figure.StackedShare;
import org.w3c.dom.Document;

/** What a vector picture shows otherwise than the figure that it is of: every curve, band, dot, bar and mark is looked for where the axes say that it must be. */
final class PlotCheck {

    private final Figure figure;
    private final ReadPlot plot;
    private final List<String> wrong = new ArrayList<>();

    private PlotCheck(Figure figure, ReadPlot plot) {
        this.figure = figure;
        this.plot = plot;
    }

    /** What is wrong, a line each; empty if nothing is. */
    static List<String> differences(Figure figure, Document svg) {
        ReadPlot plot;
        try {
            plot = new ReadPlot(svg, figure.x(), figure.y());
        } catch (AssertionError e) {
            return List.of(e.getMessage());
        }
        PlotCheck check = new PlotCheck(figure, plot);
        figure.series().forEach(check::series);
        check.exactCurves();
        check.range();
        return check.wrong;
    }

    private static String css(Color colour) {
        return "rgb(" + colour.getRed() + "," + colour.getGreen() + "," + colour.getBlue() + ")";
    }

    private void series(Series s) {
        String colour = css(Look.colour(s.colour()));
        String ink = css(Look.INK);
        switch (s.form()) {
            case SAMPLED_CURVE -> {
                same(s.name(), "line", List.of(points(s.x(), s.y())), plot.lines(colour, "1.3"));
                bands(s, colour);
                named(s, colour);
            }
            case EXACT_CURVE -> { }
            case SAMPLED_POINTS -> {
                Rectangle2D mark = Look.mark(s.colour(), Layers.CURVE_MARK).getBounds2D();
                same(s.name(), "dots", dots(s, false), plot.marks(colour, mark));
                same(s.name(), "open dots", dots(s, true), plot.marks("white", mark));
                same(s.name(), "error bars", errorBars(s), plot.errorBars(colour));
                named(s, colour);
            }
            case EXACT_POINTS -> same(s.name(), "bars", IntStream.range(0, s.x().length).mapToObj(i -> new double[] {plot.x(s.x()[i]), plot.y(s.y()[i]), plot.y(0)}).toList(),
                    plot.bars(css(Look.pale(s.colour()))));
            case STAIRCASE -> {
                same(s.name(), "line", List.of(stairs(s)), plot.lines(colour, Float.toString(Look.stairs(s.colour()).getLineWidth()).replace(".0", "")));
                named(s, colour);
            }
            case EXPECTED -> same(s.name(), "line", List.of(points(s.x(), s.y())), plot.lines(ink, "0.9"));
            case MARKS -> {
                same(s.name(), "marks", each(points(s.x(), s.y())), plot.marks(colour, Look.mark(s.colour(), Layers.JUMP_MARK).getBounds2D()));
                named(s, colour);
            }
            case SHARE -> share(s);
        }
    }

    /** They all look alike. */
    private void exactCurves() {
        List<double[]> expected = figure.series().stream().filter(s -> s.form() == Series.Form.EXACT_CURVE).map(s -> points(s.x(), s.y())).toList();
        same("exact", "line", expected, plot.lines(css(Look.INK), "0.8"));
    }

    private void named(Series s, String colour) {
        if (!plot.isNamed(s.name(), colour)) {
            wrong.add(s.name() + ": another colour in the legend");
        }
    }

    private double[] points(double[] x, double[] y) {
        return IntStream.range(0, 2 * x.length).mapToDouble(i -> i % 2 == 0 ? plot.x(x[i / 2]) : plot.y(y[i / 2])).toArray();
    }

    private static List<double[]> each(double[] points) {
        return IntStream.range(0, points.length / 2).mapToObj(i -> new double[] {points[2 * i], points[2 * i + 1]}).toList();
    }

    private double[] stairs(Series s) {
        return IntStream.range(0, 2 * (2 * s.x().length - 1)).mapToDouble(i -> i % 2 == 0 ? plot.x(s.x()[(i / 2 + 1) / 2]) : plot.y(s.y()[i / 4])).toArray();
    }

    /** Along the lower edge and back along the upper one. */
    private double[] between(double[] x, double[] low, double[] high) {
        double[] there = points(x, low);
        double[] back = points(x, high);
        return IntStream.range(0, 2 * there.length).mapToDouble(i -> i < there.length ? there[i] : back[2 * (x.length - 1 - (i - there.length) / 2) + i % 2]).toArray();
    }

    private double[] edge(Series s, int sign) {
        return IntStream.range(0, s.y().length).mapToDouble(i -> s.y()[i] + sign * s.error()[i]).toArray();
    }

    /** What lies between two points looks as the later one does. */
    private void bands(Series s, String colour) {
        List<double[]> sure = new ArrayList<>();
        List<double[]> pale = new ArrayList<>();
        for (int first = 0, last = 1; s.error().length > 0 && last < s.x().length; last++) {
            if (last == s.x().length - 1 || isMarked(s, last) != isMarked(s, last + 1)) {
                int end = last + 1;
                (isMarked(s, last) ? pale : sure).add(between(Arrays.copyOfRange(s.x(), first, end), Arrays.copyOfRange(edge(s, -1), first, end), Arrays.copyOfRange(edge(s, 1), first, end)));
                first = last;
            }
        }
        same(s.name(), "band", sure, plot.areas(colour, "0.3"));
        same(s.name(), "pale band", pale, plot.areas(colour, "0.12"));
    }

    private static boolean isMarked(Series s, int i) {
        return s.marked().length > 0 && s.marked()[i];
    }

    private List<double[]> dots(Series s, boolean isMarked) {
        return IntStream.range(0, s.x().length).filter(i -> isMarked(s, i) == isMarked && !Double.isNaN(s.y()[i])).mapToObj(i -> new double[] {plot.x(s.x()[i]), plot.y(s.y()[i])}).toList();
    }

    private List<double[]> errorBars(Series s) {
        return s.error().length == 0 ? List.of() : IntStream.range(0, s.x().length).filter(i -> s.error()[i] > 0)
                .mapToObj(i -> new double[] {plot.x(s.x()[i]), plot.y(s.y()[i] + s.error()[i]), plot.y(s.y()[i] - s.error()[i])}).filter(b -> b[2] - b[1] > ReadPlot.RULER).toList();
    }

    private void share(Series s) {
        String colour = css(Look.share(s.colour()));
        StackedShare share = StackedShare.of(figure.series()).stream().filter(t -> t.share() == s).findFirst().orElseThrow();
        List<double[]> expected = new ArrayList<>();
        if (Arrays.stream(s.y()).anyMatch(v -> v > 0)) {
            expected.add(between(s.x(), share.above(), share.top()));
        }
        if (Arrays.stream(s.y()).anyMatch(v -> v < 0)) {
            expected.add(between(s.x(), share.bottom(), share.below()));
        }
        same(s.name(), "areas", expected, plot.areas(colour, "1"));
        named(s, colour);
    }

    /** The same shapes in whatever order, each with the same corners in the same order. */
    private void same(String name, String what, List<double[]> expected, List<double[]> found) {
        List<double[]> left = new ArrayList<>(found);
        for (double[] shape : expected) {
            double[] match = left.stream().filter(f -> isSame(shape, f)).findFirst().orElse(null);
            if (match == null) {
                wrong.add(name + ": no " + what + " at " + Arrays.toString(Arrays.copyOf(shape, Math.min(6, shape.length))) + ", found " + found.stream()
                        .map(f -> Arrays.toString(Arrays.copyOf(f, Math.min(6, f.length)))).toList());
            }
            left.remove(match);
        }
        if (!left.isEmpty()) {
            wrong.add(name + ": " + left.size() + " more " + what + " than there are");
        }
    }

    private static boolean isSame(double[] a, double[] b) {
        return a.length == b.length && IntStream.range(0, a.length).allMatch(i -> Math.abs(a[i] - b[i]) < ReadPlot.RULER);
    }

    /** All values are in the frame, and they fill most of it. */
    private void range() {
        Rectangle2D frame = plot.frame();
        double[] y = figure.series().stream().flatMapToDouble(s -> DoubleStream.concat(Arrays.stream(s.y()), s.error().length == 0 ? DoubleStream.empty() : Arrays.stream(edge(s, 1))))
                .filter(Double::isFinite).map(plot::y).toArray();
        double[] x = figure.series().stream().flatMapToDouble(s -> Arrays.stream(s.x())).map(plot::x).toArray();
        range("x", x, frame.getMinX(), frame.getMaxX());
        range("y", y, frame.getMinY(), frame.getMaxY());
    }

    private void range(String axis, double[] places, double first, double last) {
        double low = Arrays.stream(places).min().orElseThrow();
        double high = Arrays.stream(places).max().orElseThrow();
        if (low < first - ReadPlot.RULER || high > last + ReadPlot.RULER || high - low < 0.5 * (last - first)) {
            wrong.add("axis " + axis + ": values from " + low + " to " + high + " in a frame from " + first + " to " + last);
        }
    }
}
