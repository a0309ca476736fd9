package org.unravel.print;

import java.awt.Color;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/** What is filled between the two ends of neighbouring points: one piece for each stretch of points that are there and look alike; pieces meet. */
final class Bands {

    private final Points points;
    private final IntPredicate isThere;
    private final IntFunction<Color> fill;

    private Bands(Points points, IntPredicate isThere, IntFunction<Color> fill) {
        this.points = points;
        this.isThere = isThere;
        this.fill = fill;
    }

    /**
     * All pieces of a series.
     *
     * @param isThere whether a point belongs to any piece
     * @param fill colour of what lies between the point before and this one
     */
    static Layer of(Layer.Depth depth, Points points, IntPredicate isThere, IntFunction<Color> fill) {
        return new Bands(points, isThere, fill).layer(depth);
    }

    private Layer layer(Layer.Depth depth) {
        YIntervalSeriesCollection pieces = new YIntervalSeriesCollection();
        DeviationRenderer renderer = new DeviationRenderer(false, false);
        renderer.setAlpha(1);
        int first = 0;
        while (first < points.getItemCount(0)) {
            int last = first;
            while (continues(first, last)) {
                last++;
            }
            if (last > first) {
                renderer.setSeriesFillPaint(pieces.getSeriesCount(), fill.apply(last));
                pieces.addSeries(piece(first, last, pieces.getSeriesCount()));
            }
            first = last == first ? first + 1 : last;
        }
        return new Layer(depth, pieces, renderer);
    }

    private boolean continues(int first, int last) {
        return last + 1 < points.getItemCount(0) && isThere.test(last) && isThere.test(last + 1) && (last == first || fill.apply(last + 1).equals(fill.apply(last)));
    }

    private YIntervalSeries piece(int first, int last, int key) {
        YIntervalSeries piece = new YIntervalSeries(key, false, true);
        for (int i = first; i <= last; i++) {
            piece.add(points.getXValue(0, i), points.getYValue(0, i), points.getStartYValue(0, i), points.getEndYValue(0, i));
        }
        return piece;
    }
}
