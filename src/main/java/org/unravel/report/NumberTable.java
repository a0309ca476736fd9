package org.unravel.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.unravel.figure.Figure;
import org.unravel.figure.Series;
import org.unravel.output.Measured;

/** The numbers behind a figure: a table for each x that series have in common. */
final class NumberTable {

    /** Rows of a figure that somebody still reads, all grid times of most models; the rest is in the files of the run. */
    private static final int MOST_ROWS = 201;
    private static final int LEAST_ROWS = 25;
    private static final int LONGEST_NAME = 80;
    /** Of x, which has no error. */
    private static final int DIGITS = 9;

    private final Figure figure;
    private final Html html;

    private NumberTable(Figure figure, Html html) {
        this.figure = figure;
        this.html = html;
    }

    static void write(Figure figure, Html html) {
        List<List<Series>> groups = groups(figure.series());
        int most = Math.max(LEAST_ROWS, MOST_ROWS / Math.max(1, groups.size()));
        NumberTable table = new NumberTable(figure, html);
        groups.forEach(group -> table.write(group, most));
    }

    private static List<List<Series>> groups(List<Series> all) {
        List<List<Series>> groups = new ArrayList<>();
        for (Series series : all) {
            List<Series> own = groups.stream().filter(g -> Arrays.equals(g.get(0).x(), series.x())).findFirst().orElseGet(() -> {
                groups.add(new ArrayList<>());
                return groups.get(groups.size() - 1);
            });
            own.add(series);
        }
        return groups;
    }

    private void write(List<Series> group, int most) {
        double[] x = group.get(0).x();
        int[] shown = Thinning.indices(x.length, most);
        if (shown.length < x.length) {
            html.element("p", shown.length + " of " + x.length + " rows, evenly spread" + (figure.files().isEmpty() ? "." : "; all of them are in " + String.join(", ", figure.files()) + "."),
                    "class", "muted");
        }
        html.raw("<div class=\"scroll numbers\" tabindex=\"0\"><table><thead><tr>");
        head(figure.x().label());
        group.forEach(s -> head(s.name()));
        html.raw("</thead><tbody>\n");
        for (int i : shown) {
            html.raw("<tr><td>").text(Measured.number(x[i], DIGITS));
            group.forEach(s -> html.raw("<td>").text(cell(s, i)));
            html.raw("\n");
        }
        html.raw("</tbody></table></div>\n");
    }

    private void head(String name) {
        html.raw("<th scope=\"col\">").text(ShownText.of(name, LONGEST_NAME));
    }

    private static String cell(Series series, int i) {
        double error = series.error().length == 0 ? Double.NaN : series.error()[i];
        String mark = series.marked().length > 0 && series.marked()[i] ? " *" : "";
        return Measured.withError(series.y()[i], error) + mark;
    }
}
