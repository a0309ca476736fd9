package org.unravel.exact;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.unravel.model.Model;
import org.unravel.model.TimeGrid;

/**
 * Where the integration stops: at every grid time and at every breakpoint between them.
 *
 * <p>A breakpoint closer to a grid time, or to an earlier breakpoint, than rounding can tell ({@link #COINCIDENCE}) is the same stop.
 */
final class StopTimes {

    /** Marks a stop that is no grid time. */
    static final int NO_GRID_INDEX = -1;

    /** Part of the span of time below which times coincide: some thousand roundings of a grid time, far below any physical scale. */
    private static final double COINCIDENCE = 1e-12;

    private final double[] times;
    private final int[] gridIndices;
    private final double tolerance;
    private final double longestStep;

    private StopTimes(double[] times, int[] gridIndices, double tolerance, double longestStep) {
        this.times = times;
        this.gridIndices = gridIndices;
        this.tolerance = tolerance;
        this.longestStep = longestStep;
    }

    /** The stops of a model, ascending; the first is the start and the last the end of its grid. */
    static StopTimes of(Model model) {
        return of(model, model.time());
    }

    /** The stops of a model on another grid with the same ends. */
    static StopTimes of(Model model, TimeGrid grid) {
        return at(model, IntStream.range(0, grid.pointCount()).mapToDouble(grid::time).toArray());
    }

    /** The stops of a model at ascending times within its grid, two at least, in place of its grid times. */
    static StopTimes at(Model model, double[] asked) {
        TimeGrid grid = model.time();
        double tolerance = Math.max(COINCIDENCE * (grid.end() - grid.start()),
                4 * Math.ulp(Math.max(Math.abs(grid.start()), Math.abs(grid.end()))));
        double[] breakpoints = model.breakpoints();
        double[] times = new double[asked.length + breakpoints.length];
        int[] gridIndices = new int[times.length];
        int n = 0;
        int b = 0;
        for (int g = 0; g < asked.length; g++) {
            double next = asked[g];
            for (; b < breakpoints.length && breakpoints[b] <= next + tolerance; b++) {
                if (n > 0 && breakpoints[b] > times[n - 1] + tolerance && breakpoints[b] < next - tolerance) {
                    gridIndices[n] = NO_GRID_INDEX;
                    times[n++] = breakpoints[b];
                }
            }
            gridIndices[n] = g;
            times[n++] = next;
        }
        return new StopTimes(Arrays.copyOf(times, n), Arrays.copyOf(gridIndices, n), tolerance, isDriven(model) ? grid.step() : Double.POSITIVE_INFINITY);
    }

    private static boolean isDriven(Model model) {
        return !model.hamiltonian().isConstant() || !model.energy().isConstant()
                || model.channels().stream().anyMatch(c -> !c.operator().isConstant() || !c.rate().isConstant() || !c.heat().isConstant());
    }

    int count() {
        return times.length;
    }

    double time(int stop) {
        return times[stop];
    }

    /**
     * Longest step between two looks at the model: a step of its own grid where anything depends on time, as a step that has grown in a quiet stretch
     * would go past a pulse unseen; else infinite.
     */
    double longestStep() {
        return longestStep;
    }

    /** The index of a stop among the times that were asked for, or {@link #NO_GRID_INDEX}. */
    int gridIndex(int stop) {
        return gridIndices[stop];
    }

    /** A time inside the smooth piece that follows a stop; after the last stop, a time beyond every breakpoint that coincides with it. */
    double branchAfter(int stop) {
        return stop == times.length - 1 ? times[stop] + 2 * tolerance : 0.5 * (times[stop] + times[stop + 1]);
    }
}
