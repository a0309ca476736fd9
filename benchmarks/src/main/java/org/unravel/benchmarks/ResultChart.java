package org.unravel.benchmarks;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.xy.DefaultXYDataset;
import org.unravel.print.Picture;

/** One figure of results: measured points joined by lines, in the colours of the figures of runs. */
final class ResultChart {

    private static final double WIDTH = 190 * Picture.MILLIMETRE;
    private static final double HEIGHT = 110 * Picture.MILLIMETRE;
    private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 10);
    private static final Font LEGEND = new Font(Font.SANS_SERIF, Font.PLAIN, 8);
    /** M. Okabe and K. Ito, Color Universal Design, 2008. */
    private static final List<Color> COLOURS = List.of(new Color(0x0072B2), new Color(0xD55E00), new Color(0x009E73), new Color(0xCC79A7), new Color(0xE69F00), new Color(0x56B4E9));
    private static final Shape DOT = new Ellipse2D.Double(-2.5, -2.5, 5, 5);
    private static final Shape SQUARE = new Rectangle2D.Double(-2.2, -2.2, 4.4, 4.4);
    private static final BasicStroke LINE = new BasicStroke(1.2f);
    private static final BasicStroke DASHES = new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {5, 3}, 0);

    static {
        // or else turned texts would be outlines of letters
        TextUtils.setUseDrawRotatedStringWorkaround(false);
    }

    private final String title;
    private final ValueAxis x;
    private final ValueAxis y;
    private final DefaultXYDataset points = new DefaultXYDataset();
    private final XYLineAndShapeRenderer look = new XYLineAndShapeRenderer(true, true);

    ResultChart(String title, ValueAxis x, ValueAxis y) {
        this.title = title;
        this.x = x;
        this.y = y;
    }

    /** Adds measured points; none are no series. */
    void add(String name, double[] atX, double[] values) {
        if (atX.length > 0) {
            int number = points.getSeriesCount();
            points.addSeries(name, new double[][] {atX, values});
            look.setSeriesPaint(number, COLOURS.get(number % COLOURS.size()));
            look.setSeriesStroke(number, LINE);
            look.setSeriesShape(number, number % 2 == 0 ? DOT : SQUARE);
        }
    }

    /** Adds a dashed line that the points are compared with. */
    void addGuide(String name, double[] atX, double[] values) {
        int number = points.getSeriesCount();
        add(name, atX, values);
        look.setSeriesPaint(number, Color.DARK_GRAY);
        look.setSeriesStroke(number, DASHES);
        look.setSeriesShapesVisible(number, false);
    }

    Picture picture(String id) {
        XYPlot plot = new XYPlot(points, x, y, look);
        plot.setBackgroundPaint(null);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        look.setDrawSeriesLineAsPath(true);
        JFreeChart chart = new JFreeChart(title, TITLE, plot, false);
        chart.setBackgroundPaint(null);
        LegendTitle legend = new LegendTitle(plot);
        legend.setPosition(RectangleEdge.RIGHT);
        legend.setItemFont(LEGEND);
        legend.setFrame(BlockBorder.NONE);
        chart.addLegend(legend);
        return new Picture(id, title, y.getLabel() + " against " + x.getLabel(), WIDTH, HEIGHT, canvas -> chart.draw(canvas, new Rectangle2D.Double(0, 0, WIDTH, HEIGHT)));
    }
}
