package org.unravel.print;

import java.util.stream.IntStream;

import org.jfree.data.xy.AbstractXYDataset;
import org.jfree.data.xy.IntervalXYDataset;
import org.unravel.figure.Series;
import org.unravel.figure.Series.Form;

/**
 * What of one series can be shown on two axes, in the form of the library's data: NaN where there is nothing. Where there is no error, its ends are the value.
 */
final class Points extends AbstractXYDataset implements IntervalXYDataset {

    private final transient Series series;
    private final double[] x;
    private final double[] y;
    private final double[] low;
    private final double[] high;
    private final double halfWidth;
    private final int hiddenCount;

    private Points(Series series, double[] x, double[] y, double[] low, double[] high, double halfWidth, int hiddenCount) {
        this.series = series;
        this.x = x;
        this.y = y;
        this.low = low;
        this.high = high;
        this.halfWidth = halfWidth;
        this.hiddenCount = hiddenCount;
    }

    /** The values with their errors; no error bar goes below the axis. */
    static Points of(Series series, AxisRange horizontal, AxisRange vertical) {
        double[] x = series.x().clone();
        double[] y = series.y().clone();
        double[] low = new double[x.length];
        double[] high = new double[x.length];
        int hidden = 0;
        for (int i = 0; i < x.length; i++) {
            boolean known = Double.isFinite(y[i]);
            boolean shown = AxisRange.isOn(horizontal.axis(), x[i]) && AxisRange.isOn(vertical.axis(), y[i]);
            hidden += known && !shown ? 1 : 0;
            y[i] = shown ? y[i] : Double.NaN;
            double error = hasError(series, i) ? series.error()[i] : 0;
            low[i] = Math.max(y[i] - error, vertical.low());
            high[i] = y[i] + error;
        }
        return new Points(series, x, y, low, high, 0, hidden);
    }

    /** Bars from zero, or from the end of an axis that has none. */
    static Points bars(Series series, AxisRange horizontal, AxisRange vertical) {
        Points points = of(series, horizontal, vertical);
        double ground = Math.max(0, vertical.low());
        for (int i = 0; i < points.x.length; i++) {
            points.low[i] = Math.min(ground, points.y[i]);
            points.high[i] = Math.max(ground, points.y[i]);
        }
        return new Points(series, points.x, points.y, points.low, points.high, horizontal.halfBar(points.x), points.hiddenCount);
    }

    /** What lies between two edges of a series, which are its ends; the value is the second edge. */
    static Points between(Series series, double[] from, double[] to, AxisRange horizontal, AxisRange vertical) {
        Points points = of(new Series(series.name(), series.form(), series.colour(), series.x(), to, new double[0], series.marked()), horizontal, vertical);
        for (int i = 0; i < to.length; i++) {
            points.low[i] = Math.max(Math.min(from[i], to[i]), vertical.low());
            points.high[i] = Math.max(from[i], to[i]);
        }
        return points;
    }

    /** The corners of a staircase. What is too small for a logarithmic axis goes to its end: a line to the ground says zero, a gap says nothing. */
    static Points corners(Series series, AxisRange horizontal, AxisRange vertical) {
        double[] x = series.x();
        double[] y = series.y();
        int count = Math.max(0, 2 * x.length - 1);
        double[] cornerX = new double[count];
        double[] cornerY = new double[count];
        for (int i = 0; i < count; i++) {
            cornerX[i] = Math.max(x[(i + 1) / 2], horizontal.low());
            cornerY[i] = Double.isFinite(y[i / 2]) ? Math.max(y[i / 2], vertical.low()) : Double.NaN;
        }
        return new Points(series, cornerX, cornerY, cornerY, cornerY, 0, 0);
    }

    /** Error bars of the bins of a histogram, in their middles. */
    static Points middles(Series series, AxisRange horizontal, AxisRange vertical) {
        double[] x = series.x().clone();
        for (int i = 0; i + 1 < x.length; i++) {
            x[i] = (Math.max(x[i], horizontal.low()) + x[i + 1]) / 2;
        }
        double[] error = series.error().clone();
        if (error.length > 0) {
            error[error.length - 1] = Double.NaN;
        }
        Points points = of(new Series(series.name(), Form.SAMPLED_POINTS, series.colour(), x, series.y(), error, series.marked()), horizontal, vertical);
        return new Points(series, points.x, points.y, points.low, points.high, 0, 0);
    }

    private static boolean hasError(Series series, int i) {
        return series.error().length > 0 && Double.isFinite(series.error()[i]);
    }

    /** Values that are known and that the axes cannot show. */
    int hiddenCount() {
        return hiddenCount;
    }

    boolean isKnown(int item) {
        return !Double.isNaN(y[item]);
    }

    /** True if nothing beside the point joins it to a line. */
    boolean isAlone(int item) {
        return isKnown(item) && (item == 0 || !isKnown(item - 1)) && (item == y.length - 1 || !isKnown(item + 1));
    }

    /** True if the ends of any point are apart. */
    boolean isSpread() {
        return IntStream.range(0, low.length).anyMatch(i -> low[i] < high[i]);
    }

    boolean isMarked(int item) {
        return series.marked().length > 0 && series.marked()[item];
    }

    boolean hasBand(int item) {
        return isKnown(item) && hasError(series, item);
    }

    @Override
    public int getSeriesCount() {
        return 1;
    }

    @Override
    public Comparable<?> getSeriesKey(int index) {
        return index;
    }

    @Override
    public int getItemCount(int index) {
        return x.length;
    }

    @Override
    public Number getX(int index, int item) {
        return x[item];
    }

    @Override
    public Number getY(int index, int item) {
        return y[item];
    }

    @Override
    public Number getStartX(int index, int item) {
        return getStartXValue(index, item);
    }

    @Override
    public double getStartXValue(int index, int item) {
        return x[item] - halfWidth;
    }

    @Override
    public Number getEndX(int index, int item) {
        return getEndXValue(index, item);
    }

    @Override
    public double getEndXValue(int index, int item) {
        return x[item] + halfWidth;
    }

    @Override
    public Number getStartY(int index, int item) {
        return low[item];
    }

    @Override
    public double getStartYValue(int index, int item) {
        return low[item];
    }

    @Override
    public Number getEndY(int index, int item) {
        return high[item];
    }

    @Override
    public double getEndYValue(int index, int item) {
        return high[item];
    }
}
