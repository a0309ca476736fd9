package org.unravel.engine.drive;

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
 * After how many intervals of the time grid all that drives a model repeats: tables of the first of them then serve the others.
 *
 * <p>That follows from the form of the functions ({@link TimeFunction#repeats}), not from samples, between which a pulse may hide. A period that is not a
 * whole number of intervals is not found, nor one of which the run holds less than two.
 *
 * @param intervals ≥ 1; {@link #NEVER} where nothing repeats within the run
 */
public record DrivePeriod(int intervals) {

    /** More than any grid has. */
    public static final int NEVER = Integer.MAX_VALUE;
    public static final DrivePeriod NONE = new DrivePeriod(NEVER);
    /** Periods in a run, so that it repeats at all. */
    private static final int LEAST_PERIODS = 2;

    /** The period of a model; one interval if nothing depends on time. */
    public static DrivePeriod of(Model model) {
        List<TimeFunction> functions = functions(model);
        int count = model.time().pointCount() - 1;
        if (functions.isEmpty()) {
            return new DrivePeriod(1);
        }
        if (model.breakpoints().length > 0) {
            return NONE;
        }
        TimeGrid grid = model.time();
        for (int intervals = 1; intervals <= count / LEAST_PERIODS; intervals++) {
            double period = intervals * grid.step();
            if (functions.stream().allMatch(f -> f.repeats(period, grid.start(), grid.end()))) {
                return new DrivePeriod(intervals);
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

    /** Whether anything repeats. */
    public boolean repeats() {
        return intervals < NEVER;
    }

    /** The interval of the first period that is like an interval. */
    public int first(int interval) {
        return interval % intervals;
    }

    /** Marks every interval that is like one that is marked. */
    public void spread(boolean[] marked) {
        for (int i = intervals; i < marked.length; i++) {
            marked[first(i)] |= marked[i];
        }
        for (int i = intervals; i < marked.length; i++) {
            marked[i] = marked[first(i)];
        }
    }
}
