package org.unravel.model;

import java.util.stream.DoubleStream;

/**
 * The times at which curves are recorded: {@code pointCount} equidistant ones, both ends included.
 *
 * @param start first time
 * @param end last time; start &lt; end
 * @param pointCount ≥ 2
 */
public record TimeGrid(double start, double end, int pointCount) {

    /** Roundings of a time by which it may be off: a grid time has two, a breakpoint two. */
    private static final double SAME_ULPS = 4;
    /** In grid steps: far above the rounding of a time. */
    private static final double MOMENT = 1e-9;

    /** The time of grid point {@code index}, from 0 (inclusive) to {@code pointCount} (exclusive). */
    public double time(int index) {
        return index == pointCount - 1 ? end : start + index * step();
    }

    /** The distance of neighbouring grid points. */
    public double step() {
        return (end - start) / (pointCount - 1);
    }

    /** Both ends and the breakpoints between them, ascending, each once: the edges of the smooth pieces of the run. */
    public double[] edges(double[] breakpoints) {
        return DoubleStream.concat(DoubleStream.of(start, end), DoubleStream.of(breakpoints).filter(b -> b > start && b < end)).sorted().distinct().toArray();
    }

    /** A moment after the start, on the smooth piece that follows: where functions are looked at that may jump at the start itself. */
    public double justAfterStart() {
        return start + MOMENT * step();
    }

    /** Some roundings after the end, on the smooth piece that follows: what jumps at the end has jumped when the end is shown. */
    public double afterEnd() {
        return end + 2 * rounding(end);
    }

    /** Times that are no farther apart than this are one time, as those of a grid point and of a breakpoint that is meant to be there. */
    public double rounding(double t) {
        return rounding(start, t);
    }

    /** The same of times that count from another start. */
    public static double rounding(double start, double t) {
        return SAME_ULPS * Math.ulp(Math.max(Math.abs(start), Math.abs(t)));
    }
}
