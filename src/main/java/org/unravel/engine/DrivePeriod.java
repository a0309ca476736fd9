package org.unravel.engine;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.model.TimeDependentOperator;
import org.unravel.model.TimeFunction;
import org.unravel.model.TimeGrid;

/**
 * After how many intervals of the time grid all that drives a model repeats, to rounding: tables of the first of them then serve the others.
 *
 * <p>That is seen at places inside every interval of the run, not inferred from frequencies; a period that is not a whole number of intervals is not found.
 *
 * @param intervals ≥ 1; {@link #NEVER} where nothing repeats within the run
 */
record DrivePeriod(int intervals) {

    /** More than any grid has. */
    static final int NEVER = Integer.MAX_VALUE;
    static final DrivePeriod NONE = new DrivePeriod(NEVER);

    /** Places in an interval, as parts of it: irregular, so that no harmonic is hidden. */
    private static final double[] PLACES = {0.061, 0.283, 0.507, 0.718, 0.943};
    /** Of a function's largest value: as good as a step table, whose nodes give it to 1e-11. */
    private static final double TOLERANCE = 1e-12;
    /** A time is known to some roundings of itself, and a function of it no better than by its slope times that. */
    private static final double TIME_ROUNDING = 8 * 0x1p-52;

    /** The period of a model; one interval if nothing depends on time. */
    static DrivePeriod of(Model model) {
        List<TimeFunction> functions = functions(model);
        int count = model.time().pointCount() - 1;
        if (functions.isEmpty()) {
            return new DrivePeriod(1);
        }
        if (model.breakpoints().length > 0) {
            return NONE;
        }
        double[][] values = new double[count][];
        double[][] tolerances = new double[count][];
        sample(model.time(), functions, values, tolerances);
        for (int period = 1; period < count; period++) {
            if (repeats(values, tolerances, period)) {
                return new DrivePeriod(period);
            }
        }
        return NONE;
    }

    private static List<TimeFunction> functions(Model model) {
        Set<TimeFunction> all = new LinkedHashSet<>();
        Stream.concat(Stream.of(model.hamiltonian(), model.energy()), model.channels().stream().map(Channel::operator))
                .flatMap(o -> o.terms().stream()).map(TimeDependentOperator.Term::coefficient).forEach(all::add);
        model.channels().forEach(c -> all.add(c.rate()));
        return all.stream().filter(f -> !f.isConstant()).toList();
    }

    private static void sample(TimeGrid grid, List<TimeFunction> functions, double[][] values, double[][] tolerances) {
        double[] scale = new double[functions.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = new double[2 * PLACES.length * functions.size()];
            tolerances[i] = new double[values[i].length];
            for (int j = 0; j < values[i].length / 2; j++) {
                double t = grid.time(i) + PLACES[j % PLACES.length] * grid.step();
                TimeFunction.Value v = functions.get(j / PLACES.length).at(t);
                values[i][2 * j] = v.re();
                values[i][2 * j + 1] = v.im();
                double slope = Math.hypot(v.rateRe(), v.rateIm());
                tolerances[i][2 * j] = TIME_ROUNDING * Math.max(Math.abs(t), grid.end() - grid.start()) * slope;
                scale[j / PLACES.length] = Math.max(scale[j / PLACES.length], Math.hypot(v.re(), v.im()));
            }
        }
        for (double[] tolerance : tolerances) {
            for (int j = 0; j < tolerance.length / 2; j++) {
                tolerance[2 * j] += TOLERANCE * scale[j / PLACES.length];
                tolerance[2 * j + 1] = tolerance[2 * j];
            }
        }
    }

    private static boolean repeats(double[][] values, double[][] tolerances, int period) {
        for (int i = period; i < values.length; i++) {
            double[] first = values[i % period];
            for (int j = 0; j < first.length; j++) {
                if (!(Math.abs(values[i][j] - first[j]) <= tolerances[i][j])) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether anything repeats. */
    boolean repeats() {
        return intervals < NEVER;
    }

    /** The interval of the first period that is like an interval. */
    int first(int interval) {
        return interval % intervals;
    }

    /** Marks every interval that is like one that is marked. */
    void spread(boolean[] marked) {
        for (int i = intervals; i < marked.length; i++) {
            marked[first(i)] |= marked[i];
        }
        for (int i = intervals; i < marked.length; i++) {
            marked[i] = marked[first(i)];
        }
    }
}
