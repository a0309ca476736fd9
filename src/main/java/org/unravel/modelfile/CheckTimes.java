package org.unravel.modelfile;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.unravel.model.TimeDependentOperator;
import org.unravel.model.TimeFunction;
import org.unravel.model.TimeGrid;

/**
 * The times at which a function of time is checked: both ends and the middle of every piece between neighbouring grid times and
 * breakpoints, each seen from inside the piece.
 */
final class CheckTimes {

    /**
     * One such time.
     *
     * @param t the time
     * @param branch a time inside the smooth piece, see {@link TimeFunction}
     */
    record Time(double t, double branch) {
    }

    private final TimeGrid grid;

    CheckTimes(TimeGrid grid) {
        this.grid = grid;
    }

    /** The times for an operator; one, if it is constant. */
    List<Time> of(Source source, TimeDependentOperator operator) {
        return of(source, operator.isConstant(), () -> operator.breakpoints(grid.start(), grid.end()));
    }

    /** The time just after the start: what "H at the start" means. */
    Time first(Source source, TimeDependentOperator operator) {
        return of(source, operator).get(0);
    }

    private List<Time> of(Source source, boolean constant, Supplier<double[]> breakpoints) {
        if (constant) {
            return List.of(new Time(grid.start(), grid.start()));
        }
        double[] found = PhysicsCheck.placed(source, breakpoints);
        double[] all = DoubleStream.concat(IntStream.range(0, grid.pointCount()).mapToDouble(grid::time), DoubleStream.of(found))
                .sorted().distinct().toArray();
        List<Time> times = new ArrayList<>(3 * all.length);
        for (int i = 0; i + 1 < all.length; i++) {
            double middle = 0.5 * (all[i] + all[i + 1]);
            times.add(new Time(all[i], middle));
            times.add(new Time(middle, middle));
            times.add(new Time(all[i + 1], middle));
        }
        return times;
    }
}
