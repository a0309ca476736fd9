package org.unravel.print;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleInsets;
import org.unravel.figure.Axis;
import org.unravel.figure.Figure;
import org.unravel.figure.Series;

/** The chart of one figure. Its title is left to the text around it, but for panels. */
final class FigureChart {

    /** The width of a column, and a height that goes well with it. */
    static final double WIDTH = 86 * Picture.MILLIMETRE;
    static final double HEIGHT = 65 * Picture.MILLIMETRE;

    /** Lines of the legend that the height allows for; more make it higher. */
    private static final double USUAL_LEGEND = 22;

    /** What a picture of a column's width has beside the axes, and above and below them. */
    private static final double BESIDE = 45;
    private static final double ABOVE_AND_BELOW = 50;

    static {
        // or else turned texts would be outlines of letters
        TextUtils.setUseDrawRotatedStringWorkaround(false);
    }

    private final Figure figure;
    private final Layers layers;
    private final Optional<LegendTitle> legend;

    private FigureChart(Figure figure, Layers layers, Optional<LegendTitle> legend) {
        this.figure = figure;
        this.layers = layers;
        this.legend = legend;
    }

    static FigureChart of(Figure figure) {
        Layers layers = layers(figure);
        return new FigureChart(figure, layers, Optional.of(new Key(layers).of(figure.series(), WIDTH)));
    }

    /** The same whose legend stands elsewhere. */
    static FigureChart withoutKey(Figure figure) {
        return new FigureChart(figure, layers(figure), Optional.empty());
    }

    private static Layers layers(Figure figure) {
        List<Series> shown = figure.series().stream().filter(Series::isShown).toList();
        return Layers.of(AxisRange.horizontal(figure.x(), shown), AxisRange.vertical(figure.y(), shown), shown);
    }

    /** Its height at the width of a column, in points. */
    double height() {
        return legend.map(l -> HEIGHT + Math.max(0, Key.height(l, WIDTH) - USUAL_LEGEND)).orElse(HEIGHT - USUAL_LEGEND / 2);
    }

    /** One legend of several charts: series of one name look the same in all of them. */
    static LegendTitle key(List<FigureChart> charts, double width) {
        Map<String, Series> named = new LinkedHashMap<>();
        charts.stream().flatMap(c -> c.figure.series().stream()).filter(Series::isShown).forEach(s -> named.putIfAbsent(s.form() + " " + s.name(), s));
        return new Key(charts.get(0).layers).of(List.copyOf(named.values()), width);
    }

    /** What error bars are marked for, in words; empty if none is. */
    Optional<String> marks() {
        return isMarked() ? Optional.of(figure.marks()) : Optional.empty();
    }

    /** True if marks stand for what was sampled and lines for what is exact. */
    boolean hasRivals() {
        return figure.series().stream().anyMatch(s -> s.form() == Series.Form.RIVAL_POINTS);
    }

    /** Values that are known and that the axes cannot show. */
    long hiddenCount() {
        return figure.series().stream().filter(s -> s.form() != Series.Form.STAIRCASE).mapToLong(s -> Points.of(s, layers.horizontal(), layers.vertical()).hiddenCount()).sum();
    }

    /** True if an error bar rests on few events. */
    private boolean isMarked() {
        return figure.series().stream().anyMatch(s -> {
            boolean any = false;
            for (boolean marked : s.marked()) {
                any |= marked;
            }
            return any;
        });
    }

    /** Draws it; an empty heading is none. */
    void draw(Graphics2D canvas, Rectangle2D place, String heading) {
        JFreeChart chart = new JFreeChart(null, null, plot(place), false);
        chart.setBackgroundPaint(null);
        chart.setPadding(new RectangleInsets(2, 1, 0, Math.max(6, PrintedAxis.overhang(layers.horizontal(), place.getWidth() - BESIDE) + 2)));
        legend.ifPresent(chart::addLegend);
        if (!heading.isEmpty()) {
            TextTitle title = new TextTitle(PlainText.fit(heading, Look.HEADING, place.getWidth() - 10), Look.HEADING);
            title.setPaint(Look.INK);
            title.setHorizontalAlignment(HorizontalAlignment.LEFT);
            title.setMargin(0, 2, 2, 0);
            chart.addSubtitle(0, title);
        }
        chart.draw(canvas, place);
    }

    private XYPlot plot(Rectangle2D place) {
        XYPlot plot = new XYPlot();
        plot.setDomainAxis(PrintedAxis.of(layers.horizontal(), place.getWidth() - BESIDE));
        plot.setRangeAxis(PrintedAxis.of(layers.vertical(), place.getHeight() - ABOVE_AND_BELOW));
        plot.setBackgroundPaint(null);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        plot.setOutlinePaint(Look.INK);
        plot.setOutlineStroke(Look.HAIR);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        // the library draws it by the look of the data, which an empty figure has not
        plot.setRangeZeroBaselineVisible(figure.y().scale() == Axis.Scale.LINEAR && figure.series().stream().anyMatch(Series::isShown));
        plot.setRangeZeroBaselinePaint(Look.PALE_INK);
        plot.setRangeZeroBaselineStroke(Look.line(0.3f));
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
        fill(plot);
        return plot;
    }

    private void fill(XYPlot plot) {
        List<Layer> sorted = figure.series().stream().filter(Series::isShown).flatMap(s -> layers.of(s).stream()).sorted(Comparator.comparing(Layer::depth)).toList();
        for (int i = 0; i < sorted.size(); i++) {
            plot.setDataset(i, sorted.get(i).points());
            plot.setRenderer(i, sorted.get(i).renderer());
        }
    }
}
