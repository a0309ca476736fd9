package org.unravel.print;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.block.FlowArrangement;
import org.jfree.chart.block.RectangleConstraint;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.VerticalAlignment;
import org.jfree.data.Range;
import org.unravel.figure.Series;
import org.unravel.figure.Series.Form;

/** The legend: above the axes, where it hides no data, in the order of the series. */
final class Key {

    private static final Set<Form> SAMPLED = EnumSet.of(Form.SAMPLED_CURVE, Form.SAMPLED_POINTS, Form.STAIRCASE);
    private static final Shape SAMPLE = new Line2D.Double(-8, 0, 8, 0);
    private static final Shape BLOCK = new Rectangle2D.Double(-6, -2.5, 12, 5);

    /** What an entry has beside its name. */
    private static final double BESIDE = 30;

    private final Layers layers;

    Key(Layers layers) {
        this.layers = layers;
    }

    LegendTitle of(List<Series> series, double width) {
        LegendItemCollection items = new LegendItemCollection();
        List<Series> shown = series.stream().filter(Series::isShown).toList();
        List<Series> alike = alike(shown);
        shown.stream().filter(s -> !alike.contains(s) && !isLineOfMarks(s, shown)).forEach(s -> items.add(item(s, PlainText.fit(s.name(), Look.SMALL, width - BESIDE))));
        alike.stream().limit(1).forEach(s -> items.add(item(s, "exact")));
        LegendTitle legend = new LegendTitle(() -> items, new FlowArrangement(HorizontalAlignment.LEFT, VerticalAlignment.CENTER, 7, 0),
                new FlowArrangement(HorizontalAlignment.LEFT, VerticalAlignment.CENTER, 7, 0));
        legend.setPosition(RectangleEdge.TOP);
        legend.setHorizontalAlignment(HorizontalAlignment.LEFT);
        legend.setItemFont(Look.SMALL);
        legend.setItemPaint(Look.INK);
        legend.setItemLabelPadding(new RectangleInsets(0, 2, 0, 0));
        legend.setLegendItemGraphicPadding(new RectangleInsets(0, 0, 0, 0));
        legend.setMargin(new RectangleInsets(0, 2, 1, 0));
        return legend;
    }

    /** Several exact series of one look, each of which lies on something that was sampled of its colour, need one entry. */
    private static List<Series> alike(List<Series> shown) {
        Set<Integer> sampled = shown.stream().filter(s -> SAMPLED.contains(s.form())).map(Series::colour).collect(Collectors.toSet());
        List<Series> exact = shown.stream().filter(s -> s.form() == Form.EXACT_CURVE || s.form() == Form.EXACT_POINTS).toList();
        boolean alike = exact.size() > 1 && exact.stream().map(Series::form).distinct().count() == 1 && exact.stream().allMatch(s -> sampled.contains(s.colour()));
        return alike ? exact : List.of();
    }

    /** A line whose marks have an entry that shows both. */
    private static boolean isLineOfMarks(Series series, List<Series> shown) {
        return series.form() == Form.RIVAL_CURVE && shown.stream().anyMatch(s -> s.form() == Form.RIVAL_POINTS && s.colour() == series.colour());
    }

    /** Height of a legend of some width, in points. */
    static double height(LegendTitle legend, double width) {
        Graphics2D canvas = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        Picture.prepare(canvas);
        try {
            return legend.arrange(canvas, new RectangleConstraint(new Range(0, width), new Range(0, Double.MAX_VALUE))).height;
        } finally {
            canvas.dispose();
        }
    }

    private LegendItem item(Series series, String name) {
        int colour = series.colour();
        return switch (series.form()) {
            case SAMPLED_CURVE -> layers.telling() == Layers.Telling.COLOUR ? line(name, Look.SAMPLED, Look.colour(colour))
                    : item(name, Look.mark(colour, Layers.CURVE_MARK), Look.colour(colour), null, Look.SAMPLED, Look.colour(colour));
            case SHARE -> item(name, BLOCK, Look.share(colour), null, null, null);
            case EXACT_CURVE -> line(name, Look.EXACT, Look.INK);
            case SAMPLED_POINTS -> item(name, Look.mark(colour, Layers.CURVE_MARK), Look.colour(colour), null, null, null);
            case EXACT_POINTS -> layers.exact() == Layers.Exact.BARS ? item(name, BLOCK, Look.pale(colour), Look.PALE_INK, null, null)
                    : item(name, Layers.DASH, Look.INK, null, null, null);
            case STAIRCASE -> line(name, Look.stairs(colour), Look.colour(colour));
            case RIVAL_CURVE -> line(name, Look.stairs(colour), Look.colour(colour));
            case RIVAL_POINTS -> item(name, Look.mark(colour, Layers.CURVE_MARK), Look.colour(colour), null, Look.stairs(colour), Look.colour(colour));
            case EXPECTED -> line(name, Look.EXPECTED, Look.INK);
            case MARKS -> item(name, Look.mark(colour, Layers.JUMP_MARK), Look.colour(colour), null, null, null);
        };
    }

    private static LegendItem line(String name, BasicStroke stroke, Color colour) {
        return item(name, null, colour, null, stroke, colour);
    }

    private static LegendItem item(String name, Shape mark, Paint fill, Paint outline, BasicStroke stroke, Paint line) {
        return new LegendItem(name, null, null, null, mark != null, mark == null ? SAMPLE : mark, true, fill, outline != null, outline == null ? fill : outline, Look.HAIR,
                stroke != null, SAMPLE, stroke == null ? Look.HAIR : stroke, line == null ? fill : line);
    }
}
