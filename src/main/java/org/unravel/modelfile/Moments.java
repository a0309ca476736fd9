package org.unravel.modelfile;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.unravel.model.ModelException;
import org.unravel.model.TimeDependentOperator;
import org.unravel.model.TimeFunction;
import org.unravel.model.TimeGrid;

/**
 * The moments at which a function of time is checked: both ends and the middle of every piece between neighbouring grid times and
 * breakpoints, each seen from inside the piece.
 */
final class Moments {

    /**
     * One moment.
     *
     * @param t the time
     * @param branch a time inside the smooth piece, see {@link TimeFunction}
     */
    record Moment(double t, double branch) {
    }

    private final TimeGrid grid;

    Moments(TimeGrid grid) {
        this.grid = grid;
    }

    /** First grid time. */
    double start() {
        return grid.start();
    }

    /** The moments of a function; one, if it is constant. */
    List<Moment> of(Source source, TimeFunction function) {
        return of(source, function.isConstant(), () -> function.breakpoints(grid.start(), grid.end()));
    }

    /** The moments of an operator; one, if it is constant. */
    List<Moment> of(Source source, TimeDependentOperator operator) {
        return of(source, operator.isConstant(), () -> operator.breakpoints(grid.start(), grid.end()));
    }

    /** The moment just after the start: what "H at the start" means. */
    Moment first(Source source, TimeDependentOperator operator) {
        return of(source, operator).get(0);
    }

    private List<Moment> of(Source source, boolean constant, java.util.function.Supplier<double[]> breakpoints) {
        if (constant) {
            return List.of(new Moment(grid.start(), grid.start()));
        }
        double[] found;
        try {
            found = breakpoints.get();
        } catch (ModelFileException e) {
            throw e;
        } catch (ModelException e) {
            throw ModelFileException.at(source, e.getMessage());
        }
        double[] all = DoubleStream.concat(IntStream.range(0, grid.pointCount()).mapToDouble(grid::time), DoubleStream.of(found))
                .sorted().distinct().toArray();
        List<Moment> moments = new ArrayList<>(3 * all.length);
        for (int i = 0; i + 1 < all.length; i++) {
            double middle = 0.5 * (all[i] + all[i + 1]);
            moments.add(new Moment(all[i], middle));
            moments.add(new Moment(middle, middle));
            moments.add(new Moment(all[i + 1], middle));
        }
        return moments;
    }
}
