package org.unravel.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.unravel.model.Model;
import org.unravel.model.TimeGrid;

/**
 * The steps from start to end: grid intervals cut at breakpoints, each piece cut into a number of equal steps that is given per interval.
 *
 * @param steps in the order of time
 */
record StepSchedule(List<Step> steps) {

    /** A breakpoint closer than this to a grid time, in units of the grid step, is that grid time. */
    private static final double COINCIDENCE = 1e-9;

    /**
     * The schedule.
     *
     * @param divisions steps per smooth piece, shape [grid intervals]
     */
    static StepSchedule of(Model model, int[] divisions) {
        TimeGrid grid = model.time();
        double[] breakpoints = model.breakpoints();
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i + 1 < grid.pointCount(); i++) {
            double[] edges = edges(grid, i, breakpoints);
            for (int e = 0; e + 1 < edges.length; e++) {
                boolean last = e + 2 == edges.length;
                // Plain grid intervals all get the very same length, so that constant models share one table.
                double length = (edges.length == 2 ? grid.step() : edges[e + 1] - edges[e]) / divisions[i];
                double branch = 0.5 * (edges[e] + edges[e + 1]);
                for (int s = 0; s < divisions[i]; s++) {
                    steps.add(new Step(edges[e] + s * length, length, branch, i, last && s == divisions[i] - 1 ? i + 1 : -1));
                }
            }
        }
        return new StepSchedule(List.copyOf(steps));
    }

    private static double[] edges(TimeGrid grid, int interval, double[] breakpoints) {
        double from = grid.time(interval);
        double to = grid.time(interval + 1);
        double margin = COINCIDENCE * grid.step();
        double[] inside = Arrays.stream(breakpoints).filter(b -> b > from + margin && b < to - margin).toArray();
        List<Double> edges = new ArrayList<>(List.of(from));
        for (double b : inside) {
            if (b > edges.get(edges.size() - 1)) {
                edges.add(b);
            }
        }
        edges.add(to);
        return edges.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** A time just after the end of step {@code index}, on the smooth piece that follows it. */
    double branchAfter(int index, TimeGrid grid) {
        return index + 1 < steps.size() ? steps.get(index + 1).branch() : grid.end() + COINCIDENCE * grid.step();
    }
}
