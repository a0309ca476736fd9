package org.unravel.exact;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.unravel.model.Model;
import org.unravel.model.TimeGrid;

/**
 * Where the integration stops: at every grid time and at every breakpoint between them.
 *
 * <p>A breakpoint is the same stop as a grid time only if the rounding of the two times cannot tell them apart ({@link TimeGrid#rounding}): a pulse that is a
 * part of 1e-12 of the run may do all there is to be done.
 */
final class StopTimes {

    /** Marks a stop that is no grid time. */
    static final int NO_GRID_INDEX = -1;

    private final Model model;
    private final double[] times;
    private final double[] elapsed;
    private final int[] gridIndices;
    private ResolvedSteps steps;

    private StopTimes(Model model, double[] times, double[] elapsed, int[] gridIndices) {
        this.model = model;
        this.times = times;
        this.elapsed = elapsed;
        this.gridIndices = gridIndices;
    }

    /** The stops of a model, ascending; the first is the start and the last the end of its grid. */
    static StopTimes of(Model model) {
        return of(model, model.time());
    }

    /** The stops of a model on another grid with the same ends. */
    static StopTimes of(Model model, TimeGrid grid) {
        // steps of the grid count from its start: late times are rounded, their distances are not
        double[] elapsed = IntStream.range(0, grid.pointCount()).mapToDouble(i -> i * (grid.end() - grid.start()) / (grid.pointCount() - 1)).toArray();
        return at(model, model.breakpoints(), IntStream.range(0, grid.pointCount()).mapToDouble(grid::time).toArray(), elapsed);
    }

    /** The stops of a model at ascending times within its grid, two at least, in place of its grid times. */
    static StopTimes at(Model model, double[] asked) {
        return at(model, model.breakpoints(), asked);
    }

    /** The same where the breakpoints of the model are known: they take a search. */
    static StopTimes at(Model model, double[] breakpoints, double[] asked) {
        return at(model, breakpoints, asked, Arrays.stream(asked).map(t -> t - asked[0]).toArray());
    }

    private static StopTimes at(Model model, double[] breakpoints, double[] asked, double[] elapsedAsked) {
        double[] times = new double[asked.length + breakpoints.length];
        double[] elapsed = new double[times.length];
        int[] gridIndices = new int[times.length];
        int n = 0;
        int b = 0;
        for (int g = 0; g < asked.length; g++) {
            double next = asked[g];
            double tolerance = TimeGrid.rounding(asked[0], next);
            for (; b < breakpoints.length && breakpoints[b] <= next + tolerance; b++) {
                if (n > 0 && breakpoints[b] > times[n - 1] + TimeGrid.rounding(asked[0], breakpoints[b]) && breakpoints[b] < next - tolerance) {
                    gridIndices[n] = NO_GRID_INDEX;
                    elapsed[n] = breakpoints[b] - asked[0];
                    times[n++] = breakpoints[b];
                }
            }
            gridIndices[n] = g;
            elapsed[n] = elapsedAsked[g];
            times[n++] = next;
        }
        return new StopTimes(model, Arrays.copyOf(times, n), Arrays.copyOf(elapsed, n), Arrays.copyOf(gridIndices, n));
    }

    /** The same without some of the times that were asked for: those with the given indices, ascending, are left and count anew. */
    StopTimes restricted(int[] asked) {
        int[] stops = IntStream.range(0, count()).filter(s -> gridIndices[s] == NO_GRID_INDEX || isBreakpoint(s) || Arrays.binarySearch(asked, gridIndices[s]) >= 0).toArray();
        int[] indices = Arrays.stream(stops).map(s -> gridIndices[s] == NO_GRID_INDEX ? NO_GRID_INDEX : Math.max(NO_GRID_INDEX, Arrays.binarySearch(asked, gridIndices[s])))
                .toArray();
        return new StopTimes(model, Arrays.stream(stops).mapToDouble(s -> times[s]).toArray(), Arrays.stream(stops).mapToDouble(s -> elapsed[s]).toArray(), indices)
                .with(steps());
    }

    /** True if a breakpoint is the same time as a stop. */
    private boolean isBreakpoint(int stop) {
        return steps().isBreakpoint(times[stop], TimeGrid.rounding(times[0], times[stop]));
    }

    /** The same stops with a search for steps that was made for the same model. */
    StopTimes with(ResolvedSteps known) {
        this.steps = known;
        return this;
    }

    Model model() {
        return model;
    }

    int count() {
        return times.length;
    }

    double time(int stop) {
        return times[stop];
    }

    /** Time from the stop before to a stop, free of the rounding of late times where both are on the grid. */
    double span(int stop) {
        return elapsed[stop] - elapsed[stop - 1];
    }

    /** How long steps may be; searched when it is first asked for. */
    ResolvedSteps steps() {
        if (steps == null) {
            steps = searched(model);
        }
        return steps;
    }

    /** How long steps may be at every time of a run. */
    static ResolvedSteps searched(Model model) {
        return ResolvedSteps.of(model, model.time().edges(model.breakpoints()));
    }

    /** The index of a stop among the times that were asked for, or {@link #NO_GRID_INDEX}. */
    int gridIndex(int stop) {
        return gridIndices[stop];
    }

    /** A time inside the smooth piece that follows a stop; after the last stop, a time beyond every breakpoint that coincides with it. */
    double branchAfter(int stop) {
        return stop == times.length - 1 ? times[stop] + 2 * TimeGrid.rounding(times[0], times[stop]) : 0.5 * (times[stop] + times[stop + 1]);
    }
}
