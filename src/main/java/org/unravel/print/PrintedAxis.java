package org.unravel.print;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.ArrayList;
import java.util.List;

import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.TickType;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.unravel.figure.Axis;

/** Axes of a chart: whose ends and numbers are fixed before, as the library takes its own from the language of the machine. */
final class PrintedAxis {

    /** Numbers of an axis, about. */
    private static final double NUMBERS = 5;

    private PrintedAxis() {
    }

    static ValueAxis of(AxisRange range, double labelWidth) {
        ValueAxis axis = range.axis().scale() == Axis.Scale.LINEAR ? linear(range) : new Decades();
        axis.setRange(range.low(), range.high());
        axis.setLabel(PlainText.fit(range.axis().label(), Look.LABEL, labelWidth));
        axis.setLabelFont(Look.LABEL);
        axis.setLabelPaint(Look.INK);
        axis.setLabelInsets(new RectangleInsets(1, 1, 1, 1));
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

    private static ValueAxis linear(AxisRange range) {
        NumberAxis axis = new NumberAxis();
        double step = step(range.high() - range.low());
        TickText text = new TickText(Math.max(Math.abs(range.low()), Math.abs(range.high())), step);
        axis.setAutoRangeIncludesZero(false);
        axis.setTickUnit(new NumberTickUnit(step, new Written(text)));
        return axis;
    }

    private static double step(double length) {
        double rough = length / NUMBERS;
        double below = LogTicks.below(rough);
        double above = LogTicks.above(rough);
        return rough / below < above / rough ? below : above;
    }

    /** The way the library asks for the text of a number. */
    private static final class Written extends NumberFormat {

        private final transient TickText text;

        Written(TickText text) {
            this.text = text;
        }

        @Override
        public StringBuffer format(double number, StringBuffer out, FieldPosition position) {
            return out.append(text.of(number));
        }

        @Override
        public StringBuffer format(long number, StringBuffer out, FieldPosition position) {
            return format((double) number, out, position);
        }

        @Override
        public Number parse(String source, ParsePosition position) {
            throw new UnsupportedOperationException("numbers of an axis are only written");
        }
    }

    /** The library numbers decades alone, and none where an axis is shorter. */
    private static final class Decades extends LogAxis {

        @Override
        public List<NumberTick> refreshTicks(Graphics2D canvas, AxisState state, Rectangle2D area, RectangleEdge edge) {
            TextAnchor anchor = RectangleEdge.isLeftOrRight(edge) ? TextAnchor.CENTER_RIGHT : TextAnchor.TOP_CENTER;
            List<NumberTick> ticks = new ArrayList<>();
            for (LogTicks.Tick tick : LogTicks.between(getLowerBound(), getUpperBound())) {
                ticks.add(new NumberTick(tick.text().isEmpty() ? TickType.MINOR : TickType.MAJOR, tick.value(), tick.text(), anchor, TextAnchor.CENTER, 0));
            }
            return ticks;
        }
    }
}
