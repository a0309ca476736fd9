package org.unravel.model;

/**
 * The times at which curves are recorded: {@code pointCount} equidistant ones, both ends included.
 *
 * @param start first time
 * @param end last time; start &lt; end
 * @param pointCount ≥ 2
 */
public record TimeGrid(double start, double end, int pointCount) {

    /** The time of grid point {@code index}, from 0 (inclusive) to {@code pointCount} (exclusive). */
    public double time(int index) {
        return index == pointCount - 1 ? end : start + index * step();
    }

    /** The distance of neighbouring grid points. */
    public double step() {
        return (end - start) / (pointCount - 1);
    }
}
