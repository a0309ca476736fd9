package org.unravel.benchmarks;

import java.awt.Font;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Locale;

import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;

/** Axes of the figures of results. */
final class ResultAxis {

    private static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 9);
    private static final Font TICK = new Font(Font.SANS_SERIF, Font.PLAIN, 8);

    private ResultAxis() {
    }

    private static <A extends ValueAxis> A shown(A axis) {
        axis.setLabelFont(LABEL);
        axis.setTickLabelFont(TICK);
        axis.setMinorTickMarksVisible(false);
        return axis;
    }

    private static LogAxis logarithmic(String label, int base) {
        LogAxis axis = shown(new LogAxis(label));
        axis.setBase(base);
        axis.setTickUnit(new NumberTickUnit(1));
        axis.setLowerMargin(0.03);
        axis.setUpperMargin(0.03);
        return axis;
    }

    private static NumberFormat integers() {
        return new DecimalFormat("0", DecimalFormatSymbols.getInstance(Locale.ROOT));
    }

    /** Logarithmic, with a number at every power of two. */
    static ValueAxis powersOfTwo(String label) {
        LogAxis axis = logarithmic(label, 2);
        axis.setNumberFormatOverride(integers());
        return axis;
    }

    /** Logarithmic, with a number at every power of ten. */
    static ValueAxis decades(String label) {
        LogAxis axis = logarithmic(label, 10);
        axis.setBaseSymbol("10");
        axis.setBaseFormatter(integers());
        axis.setMinorTickMarksVisible(true);
        axis.setMinorTickCount(10);
        return axis;
    }

    /** From zero to a largest value; NaN for that of the data. */
    static ValueAxis linear(String label, double largest) {
        NumberAxis axis = shown(new NumberAxis(label));
        axis.setAutoRangeIncludesZero(true);
        axis.setNumberFormatOverride(integers());
        if (!Double.isNaN(largest)) {
            axis.setRange(0, largest);
        }
        return axis;
    }
}
