package org.unravel.print;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.TickType;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.unravel.figure.Axis;

/** Axes of a chart, with ends and numbers of ours. */
final class PrintedAxis {

    private PrintedAxis() {
    }

    static ValueAxis of(AxisRange range, double labelWidth) {
        List<Ticks.Tick> ticks = Ticks.of(range);
        ValueAxis axis = range.axis().scale() == Axis.Scale.LINEAR ? new Linear(ticks) : new Logarithmic(ticks);
        axis.setRange(range.low(), range.high());
        axis.setLabel(PlainText.fit(range.axis().label(), Look.LABEL, labelWidth));
        axis.setLabelFont(Look.LABEL);
        axis.setLabelPaint(Look.INK);
        axis.setLabelInsets(new RectangleInsets(1, 1, 1, 3));
        axis.setTickLabelFont(Look.SMALL);
        axis.setTickLabelPaint(Look.INK);
        axis.setTickLabelInsets(new RectangleInsets(1, 2, 1, 2));
        axis.setTickMarkPaint(Look.INK);
        axis.setTickMarkStroke(Look.HAIR);
        axis.setTickMarkInsideLength(3);
        axis.setTickMarkOutsideLength(0);
        axis.setMinorTickMarkInsideLength(1.5f);
        axis.setMinorTickMarkOutsideLength(0);
        axis.setAxisLineVisible(false);
        return axis;
    }

    /** How far the last number of a horizontal axis of some length reaches beyond its end, in points; 0 if it does not. */
    static double overhang(AxisRange range, double length) {
        double whole = range.position(range.high());
        return Ticks.of(range).stream().mapToDouble(t -> PlainText.width(t.text(), Look.SMALL) / 2 - (whole - range.position(t.value())) * length).max().orElse(0);
    }

    private static List<NumberTick> placed(List<Ticks.Tick> ticks, RectangleEdge edge) {
        TextAnchor anchor = RectangleEdge.isLeftOrRight(edge) ? TextAnchor.CENTER_RIGHT : TextAnchor.TOP_CENTER;
        return ticks.stream().map(t -> new NumberTick(t.text().isEmpty() ? TickType.MINOR : TickType.MAJOR, t.value(), t.text(), anchor, TextAnchor.CENTER, 0)).toList();
    }

    private static final class Linear extends NumberAxis {

        private final transient List<Ticks.Tick> ticks;

        Linear(List<Ticks.Tick> ticks) {
            this.ticks = ticks;
        }

        @Override
        public List<NumberTick> refreshTicks(Graphics2D canvas, AxisState state, Rectangle2D area, RectangleEdge edge) {
            return placed(ticks, edge);
        }
    }

    private static final class Logarithmic extends LogAxis {

        private final transient List<Ticks.Tick> ticks;

        Logarithmic(List<Ticks.Tick> ticks) {
            this.ticks = ticks;
        }

        @Override
        public List<NumberTick> refreshTicks(Graphics2D canvas, AxisState state, Rectangle2D area, RectangleEdge edge) {
            return placed(ticks, edge);
        }
    }
}
