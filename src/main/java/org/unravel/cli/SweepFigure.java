package org.unravel.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.unravel.figure.Axis;
import org.unravel.figure.Figure;
import org.unravel.figure.Series;
import org.unravel.figure.Series.Form;
import org.unravel.output.Replacement;
import org.unravel.output.SweepFiles;
import org.unravel.output.SweepRow;
import org.unravel.print.Format;
import org.unravel.print.PrintedFigures;
import org.unravel.run.SweepPoint.Where;

/** The picture of a sweep: work and heats against the last of its parameters; of several parameters, the heat for values of the others. */
final class SweepFigure {

    private static final List<String> QUANTITIES = List.of("work", "heat", "heat.counted");
    /** Curves that can be told apart. */
    private static final int MOST_CURVES = 6;

    private SweepFigure() {
    }

    static void write(Path directory, List<SweepRow> rows, List<SweepRange> ranges, Where where) throws IOException {
        SweepRange x = ranges.get(ranges.size() - 1);
        Map<Map<String, Double>, List<SweepRow>> groups = new LinkedHashMap<>();
        for (SweepRow row : rows) {
            Map<String, Double> others = new LinkedHashMap<>(row.parameters());
            others.remove(x.name());
            groups.computeIfAbsent(others, k -> new ArrayList<>()).add(row);
        }
        List<Series> series = new ArrayList<>();
        List<String> drawn = groups.size() == 1 ? QUANTITIES : List.of("heat");
        for (Map.Entry<Map<String, Double>, List<SweepRow>> group : groups.entrySet()) {
            for (String quantity : drawn) {
                if (series.size() < 2 * MOST_CURVES) {
                    add(series, groups.size() == 1 ? quantity : group.getKey().toString().replaceAll("[{}]", ""), quantity, x, group.getValue());
                }
            }
        }
        int left = groups.size() - Math.min(groups.size(), MOST_CURVES);
        String caption = "Sampled values with their standard errors, exact ones as dashed lines." + (left > 0 ? " " + left + " more combinations are in the table." : "");
        Axis axis = x.spacing() == SweepRange.Spacing.EVEN ? Axis.linear(x.name(), "") : Axis.logarithmic(x.name(), "");
        String what = groups.size() == 1 ? "energy" : "heat";
        Axis y = where == Where.END ? Axis.linear(what, "energy") : Axis.linear(what + " per time", "energy²");
        Figure figure = new Figure("sweep", "Sweep", caption, axis, y, series);
        Replacement.writeBytes(directory.resolve(SweepFiles.PICTURE), PrintedFigures.files(List.of(figure), Format.SVG).get(0).content());
    }

    private static void add(List<Series> series, String name, String quantity, SweepRange x, List<SweepRow> rows) {
        List<SweepRow> known = rows.stream().filter(r -> r.values().containsKey(quantity)).sorted((a, b) -> Double.compare(a.parameters().get(x.name()), b.parameters().get(x.name()))).toList();
        double[] at = known.stream().mapToDouble(r -> r.parameters().get(x.name())).toArray();
        double[] mean = known.stream().mapToDouble(r -> r.values().get(quantity).mean()).toArray();
        double[] error = known.stream().mapToDouble(r -> r.values().get(quantity).standardError()).toArray();
        double[] exact = known.stream().mapToDouble(r -> r.values().get(quantity).exact()).toArray();
        int colour = series.size() / 2;
        series.add(Series.of(name, Form.SAMPLED_POINTS, colour, at, mean, error, new boolean[0]));
        series.add(Series.of(name + ", exact", Form.EXACT_CURVE, colour, at, exact));
    }
}
