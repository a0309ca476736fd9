package org.unravel.print;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Paint;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.unravel.figure.Series;
import org.unravel.figure.Series.Form;
import org.unravel.figure.StackedShare;

/**
 * The look of each form of series.
 *
 * @param horizontal what the axis below shows
 * @param vertical what the axis on the left shows
 * @param telling whether lines need more than their colours
 * @param exact how exact single values are drawn
 * @param stack where shares are drawn
 */
record Layers(AxisRange horizontal, AxisRange vertical, Telling telling, Exact exact, List<StackedShare> stack) {

    /** What tells sampled curves apart. */
    enum Telling { COLOUR, COLOUR_AND_MARKS }

    /** Bars of several series would hide each other. */
    enum Exact { BARS, DASHES }

    static final double BAND = 0.3;
    static final double PALE_BAND = 0.12;
    static final double CURVE_MARK = 0.85;
    static final double JUMP_MARK = 1.1;
    static final Shape DASH = new Rectangle2D.Double(-3.5, -0.4, 7, 0.8);

    private static final BasicStroke ERROR = Look.line(0.7f);
    private static final double CAP = 2;

    /** More dots than this would touch each other. */
    private static final int MANY = 40;
    private static final double SMALL_MARK = 0.5;

    /** Marks on a curve, about, and how far those of one colour are from those of the next. */
    private static final int MARKS = 7;
    private static final double SHIFT = 0.37;

    /** The look that fits all series of a figure. */
    static Layers of(AxisRange horizontal, AxisRange vertical, List<Series> series) {
        long curves = series.stream().filter(s -> s.form() == Form.SAMPLED_CURVE).mapToInt(Series::colour).distinct().count();
        long exact = series.stream().filter(s -> s.form() == Form.EXACT_POINTS).count();
        return new Layers(horizontal, vertical, curves > 1 ? Telling.COLOUR_AND_MARKS : Telling.COLOUR, exact > 1 ? Exact.DASHES : Exact.BARS, StackedShare.of(series));
    }

    List<Layer> of(Series series) {
        int colour = series.colour();
        Points points = Points.of(series, horizontal, vertical);
        return switch (series.form()) {
            case SAMPLED_CURVE -> sampledCurve(points, colour);
            case SHARE -> share(series);
            case EXACT_CURVE -> List.of(new Layer(Layer.Depth.EXACT_LINES, points, line(points, Look.INK, Look.EXACT)));
            case SAMPLED_POINTS -> List.of(new Layer(Layer.Depth.POINTS, points, dots(points, colour)));
            case EXACT_POINTS -> List.of(exact == Exact.BARS ? new Layer(Layer.Depth.BARS, Points.bars(series, horizontal, vertical), bars(colour))
                    : new Layer(Layer.Depth.BARS, points, shapes(DASH, Look.INK)));
            case STAIRCASE -> staircase(series);
            case RIVAL_CURVE -> List.of(new Layer(Layer.Depth.LINES, points, line(points, Look.colour(colour), Look.stairs(colour))));
            case RIVAL_POINTS -> List.of(new Layer(Layer.Depth.POINTS, points, dots(points, colour)));
            case EXPECTED -> List.of(new Layer(Layer.Depth.LINES, points, line(points, Look.INK, Look.EXPECTED)));
            case MARKS -> List.of(new Layer(Layer.Depth.MARKS, points, marks(Look.mark(colour, JUMP_MARK), Look.colour(colour))));
        };
    }

    /** One area above zero and one below, where there is anything of them. */
    private List<Layer> share(Series series) {
        StackedShare share = stack.stream().filter(s -> s.share() == series).findFirst().orElseThrow();
        return Stream.of(Points.between(series, share.above(), share.top(), horizontal, vertical), Points.between(series, share.below(), share.bottom(), horizontal, vertical))
                .filter(Points::isSpread).map(p -> Bands.of(Layer.Depth.AREAS, p, p::isKnown, i -> Look.share(series.colour()))).toList();
    }

    private List<Layer> staircase(Series series) {
        Points corners = Points.corners(series, horizontal, vertical);
        List<Layer> layers = new ArrayList<>(List.of(new Layer(Layer.Depth.LINES, corners, line(corners, Look.colour(series.colour()), Look.stairs(series.colour())))));
        if (series.error().length > 0) {
            layers.add(new Layer(Layer.Depth.POINTS, Points.middles(series, horizontal, vertical), errorBars(series.colour())));
        }
        return layers;
    }

    /** Drawn as one path: dashes would begin anew at each point. */
    private static XYLineAndShapeRenderer line(Points points, Color colour, BasicStroke stroke) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, true) {
            @Override
            public boolean getItemShapeVisible(int row, int item) {
                return points.isAlone(item);
            }
        };
        renderer.setDrawSeriesLineAsPath(true);
        renderer.setSeriesShape(0, Look.mark(0, CURVE_MARK / 2));
        return painted(renderer, colour, stroke);
    }

    private static <R extends AbstractXYItemRenderer> R painted(R renderer, Paint paint, BasicStroke stroke) {
        renderer.setSeriesPaint(0, paint);
        renderer.setSeriesStroke(0, stroke);
        return renderer;
    }

    private List<Layer> sampledCurve(Points points, int colour) {
        List<Layer> layers = new ArrayList<>(List.of(band(points, colour), new Layer(Layer.Depth.LINES, points, line(points, Look.colour(colour), Look.SAMPLED))));
        if (telling == Telling.COLOUR_AND_MARKS) {
            layers.add(new Layer(Layer.Depth.POINTS, points, sparse(points, colour)));
        }
        return layers;
    }

    /** Above all lines, so that of curves that agree each is seen. */
    private static XYLineAndShapeRenderer sparse(Points points, int colour) {
        int every = Math.max(1, points.getItemCount(0) / MARKS);
        int first = (int) Math.floorMod(Math.round((0.5 + SHIFT * colour) * every), every);
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true) {
            @Override
            public boolean getItemShapeVisible(int row, int item) {
                return points.isKnown(item) && item % every == first;
            }
        };
        renderer.setSeriesShape(0, Look.mark(colour, CURVE_MARK));
        return painted(renderer, Look.colour(colour), Look.HAIR);
    }

    /** Paler where errors rest on few events. */
    private static Layer band(Points points, int colour) {
        return Bands.of(Layer.Depth.BANDS, points, points::hasBand, i -> Look.veil(colour, points.isMarked(i) ? PALE_BAND : BAND));
    }

    /** Open where the error rests on few events. */
    private static XYErrorRenderer dots(Points points, int colour) {
        XYErrorRenderer renderer = new XYErrorRenderer() {
            @Override
            public Paint getItemFillPaint(int row, int item) {
                return points.isMarked(item) ? Color.WHITE : Look.colour(colour);
            }
        };
        renderer.setUseFillPaint(true);
        renderer.setUseOutlinePaint(true);
        renderer.setDrawOutlines(true);
        renderer.setSeriesOutlinePaint(0, Look.colour(colour));
        renderer.setSeriesOutlineStroke(0, ERROR);
        renderer.setSeriesShape(0, Look.mark(colour, points.getItemCount(0) > MANY ? SMALL_MARK : CURVE_MARK));
        return upright(renderer, colour);
    }

    private static XYErrorRenderer errorBars(int colour) {
        XYErrorRenderer renderer = new XYErrorRenderer();
        renderer.setDefaultShapesVisible(false);
        return upright(renderer, colour);
    }

    private static XYErrorRenderer upright(XYErrorRenderer renderer, int colour) {
        renderer.setDrawXError(false);
        renderer.setErrorPaint(Look.colour(colour));
        renderer.setErrorStroke(ERROR);
        renderer.setCapLength(CAP);
        return painted(renderer, Look.colour(colour), ERROR);
    }

    private static XYBarRenderer bars(int colour) {
        XYBarRenderer renderer = new XYBarRenderer();
        renderer.setShadowVisible(false);
        renderer.setBarPainter(new StandardXYBarPainter());
        renderer.setUseYInterval(true);
        renderer.setDrawBarOutline(true);
        renderer.setSeriesOutlinePaint(0, Look.PALE_INK);
        renderer.setSeriesOutlineStroke(0, Look.HAIR);
        return painted(renderer, Look.pale(colour), Look.HAIR);
    }

    /** A white rim keeps them apart from lines below and from each other. */
    private static XYLineAndShapeRenderer marks(Shape shape, Color colour) {
        XYLineAndShapeRenderer renderer = shapes(shape, colour);
        renderer.setUseOutlinePaint(true);
        renderer.setDrawOutlines(true);
        renderer.setSeriesOutlinePaint(0, Color.WHITE);
        renderer.setSeriesOutlineStroke(0, Look.HAIR);
        return renderer;
    }

    private static XYLineAndShapeRenderer shapes(Shape shape, Color colour) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        renderer.setSeriesShape(0, shape);
        return painted(renderer, colour, Look.HAIR);
    }
}
