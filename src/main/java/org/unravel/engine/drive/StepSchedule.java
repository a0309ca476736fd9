package org.unravel.engine.drive;

import java.util.ArrayList;
import java.util.List;

import org.unravel.engine.sector.EnergyScale;
import org.unravel.engine.sector.ExactTime;
import org.unravel.model.Model;
import org.unravel.model.TimeGrid;

/**
 * The steps from start to end: grid intervals cut at breakpoints, each piece cut into dyadic parts, smaller ones where they must be.
 *
 * @param steps in the order of time
 */
public record StepSchedule(List<Step> steps) {

    /** Grid times whose rounding is more than this part of a grid step are not taken for the times meant. */
    private static final double ROUNDED = 1e-12;

    /** Up to this a change of the energy is no matter, in units of the energy scale. */
    private static final double ROUNDING = 1e-12;

    /** The schedule whose steps are the smooth pieces. */
    public static StepSchedule of(Model model) {
        return new StepSchedule(pieces(model).stream().map(Step::whole).toList());
    }

    /** The smooth pieces of the run. */
    public static List<SmoothPiece> pieces(Model model) {
        TimeGrid grid = model.time();
        double[] breakpoints = model.breakpoints();
        List<SmoothPiece> pieces = new ArrayList<>();
        // Periods share tables, so that their intervals must have one length.
        boolean one = model.energy().isConstant() || DrivePeriod.of(model).repeats();
        double rounding = one ? Double.POSITIVE_INFINITY : ROUNDING * EnergyScale.of(model);
        int b = 0;
        for (int i = 0; i + 1 < grid.pointCount(); i++) {
            double to = grid.time(i + 1);
            List<Double> edges = new ArrayList<>(List.of(grid.time(i)));
            for (; b < breakpoints.length && breakpoints[b] < to; b++) {
                if (breakpoints[b] - edges.get(edges.size() - 1) > grid.rounding(breakpoints[b]) && to - breakpoints[b] > grid.rounding(to)) {
                    edges.add(breakpoints[b]);
                }
            }
            edges.add(to);
            addPieces(model, rounding, i, edges, pieces);
        }
        return pieces;
    }

    private static void addPieces(Model model, double rounding, int interval, List<Double> edges, List<SmoothPiece> pieces) {
        TimeGrid grid = model.time();
        int count = edges.size() - 1;
        for (int e = 0; e < count; e++) {
            double from = edges.get(e);
            double to = edges.get(e + 1);
            double before = e == 0 ? rest(grid, interval) : 0;
            double after = e == count - 1 ? rest(grid, interval + 1) : 0;
            // Plain grid intervals all get the very same length, so that constant models share one table.
            boolean plain = count == 1 && !isSteep(model, rounding, from, to);
            double length = plain ? grid.step() : to - from + (after - before);
            pieces.add(new SmoothPiece(from, before, length, 0.5 * (from + to), interval, e == count - 1 ? interval + 1 : -1));
        }
    }

    /** True if the energy changes by more than rounding between a grid time and the next double, so that the length of an interval counts to the last place. */
    private static boolean isSteep(Model model, double rounding, double from, double to) {
        if (rounding == Double.POSITIVE_INFINITY) {
            return false;
        }
        double branch = 0.5 * (from + to);
        double slope = Math.max(model.energy().rateAt(from, branch).rowSumNorm(), model.energy().rateAt(to, branch).rowSumNorm());
        return slope * Math.ulp(Math.max(Math.abs(from), Math.abs(to))) > rounding;
    }

    /** What rounding takes from a grid time: exact sum of the start and the time since (Dekker 1971; Knuth, The Art of Computer Programming 2, 4.2.2). */
    static double rest(TimeGrid grid, int index) {
        if (index == grid.pointCount() - 1 || Math.ulp(Math.max(Math.abs(grid.start()), Math.abs(grid.end()))) <= ROUNDED * grid.step()) {
            return 0;
        }
        double since = index * grid.step();
        double sum = grid.start() + since;
        double part = sum - grid.start();
        return (grid.start() - (sum - part)) + (since - part);
    }

    /** A grid time as it is meant, on the smooth piece that holds at {@code branch}. */
    public static ExactTime gridTime(TimeGrid grid, int index, double branch) {
        return new ExactTime(grid.time(index), rest(grid, index), branch);
    }

    /** The same with every step of marked grid intervals halved. */
    public StepSchedule halved(boolean[] intervals) {
        List<Step> halved = new ArrayList<>();
        for (Step step : steps) {
            halved.addAll(intervals[step.interval()] ? List.of(step.half(0), step.half(1)) : List.of(step));
        }
        return new StepSchedule(halved);
    }

    /** Grid intervals of which some piece is cut. */
    public int cutIntervals() {
        return (int) steps.stream().filter(s -> s.depth() > 0).mapToInt(Step::interval).distinct().count();
    }

    /** A time just after the end of step {@code index}, on the smooth piece that follows it. */
    public double branchAfter(int index, TimeGrid grid) {
        return index + 1 < steps.size() ? steps.get(index + 1).branch() : grid.afterEnd();
    }
}
