package org.unravel.reproduction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.unravel.figure.Figure;
import org.unravel.figure.Series;
import org.unravel.figure.Series.Form;

/** The figures of an entry, panel by panel: what is exact as lines, what was sampled as bands, at single rows as dots. */
final class EntryFigures {

    /** Rows that are sampled alone, such as three of a sweep, are dots; more are a curve. */
    private static final int MOST_DOTS = 10;
    /** Before the value that the text points at. */
    private static final String MARK = "at ";

    /** Of an end of a picture in a table of 12 digits. */
    private static final double ROUNDING = 1e-9;

    private EntryFigures() {
    }

    static List<Figure> of(EntryOutcome outcome) {
        List<Figure> figures = new ArrayList<>();
        for (Panel panel : outcome.entry().panels()) {
            List<Series> series = panel.form() == Panel.Form.CURVES ? series(outcome, panel) : List.of();
            if (series.stream().anyMatch(Series::isShown)) {
                figures.add(new Figure(panel.id(), panel.title(), panel.caption() + alone(outcome, panel), panel.x(), panel.y(), series, List.of("curves.csv")));
            }
        }
        return figures;
    }

    private static List<Series> series(EntryOutcome outcome, Panel panel) {
        List<Series> series = new ArrayList<>();
        int colour = 0;
        int[] rows = IntStream.range(0, outcome.x().length).filter(i -> outcome.x()[i] <= panel.end() * (1 + ROUNDING)).toArray();
        for (Map.Entry<String, Values> curve : ReproductionFiles.drawn(outcome, panel).entrySet()) {
            addSeries(picked(outcome.x(), rows), curve.getKey(), curve.getValue().rows(rows), colour++, series);
        }
        panel.mark().ifPresent(x -> series.add(mark(x, series)));
        return series;
    }

    /** A line from the lowest value to the highest one. */
    private static Series mark(double x, List<Series> series) {
        double[] values = series.stream().flatMapToDouble(s -> Arrays.stream(s.y())).filter(Double::isFinite).toArray();
        double[] ends = {Arrays.stream(values).min().orElse(0), Arrays.stream(values).max().orElse(1)};
        return Series.of(MARK + x, Form.EXPECTED, 0, new double[] {x, x}, ends);
    }

    /** Which curves are exact and not sampled. */
    private static String alone(EntryOutcome outcome, Panel panel) {
        List<String> names = new ArrayList<>();
        ReproductionFiles.drawn(outcome, panel).forEach((name, values) -> {
            if (IntStream.range(0, values.mean().length).allMatch(i -> Double.isNaN(values.mean()[i]))) {
                names.add(name);
            }
        });
        return names.isEmpty() ? "" : " Exact and not sampled: " + String.join(", ", names) + ".";
    }

    private static void addSeries(double[] x, String name, Values values, int colour, List<Series> series) {
        int[] sampled = IntStream.range(0, x.length).filter(i -> !Double.isNaN(values.mean()[i])).toArray();
        if (sampled.length == 0) {
            // dashed, exact curves are alike: without sampled ones beside them each needs its own look
            series.add(Series.of(name, Form.SAMPLED_CURVE, colour, x, finite(values.exact())));
            return;
        }
        if (sampled.length > MOST_DOTS) {
            series.add(Series.of(name, Form.SAMPLED_CURVE, colour, x, values.mean(), values.standardError(), values.isRare()));
        } else {
            series.add(Series.of(name, Form.SAMPLED_POINTS, colour, picked(x, sampled), picked(values.mean(), sampled), picked(values.standardError(), sampled), new boolean[0]));
        }
        series.add(Series.of(name + ", exact", Form.EXACT_CURVE, colour, x, finite(values.exact())));
    }

    private static double[] picked(double[] values, int... rows) {
        return IntStream.of(rows).mapToDouble(i -> values[i]).toArray();
    }

    /** What is infinite cannot be drawn. */
    private static double[] finite(double... values) {
        return IntStream.range(0, values.length).mapToDouble(i -> Double.isFinite(values[i]) ? values[i] : Double.NaN).toArray();
    }
}
