package org.unravel.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.model.Reason;
import org.unravel.model.TimeFunction;
import org.unravel.model.TimeGrid;

/**
 * The part of a counting lattice that holds all but a negligible probability at the end of the run.
 *
 * <p>From Chernoff's bound P(n ≥ b) ≤ e^{−sb} E[e^{sn}], s &gt; 0, and its mirror image, with the exact generating function at a few real fields
 * on the scale of the width. A lattice of jumps in one direction only has a hard edge at 0.
 *
 * @param lowest first n in each direction, shape [directions]
 * @param size number of n in each direction, each ≥ 1
 * @param outside bound of the probability outside
 * @param evaluationCount evaluations of the tilted generator on the way through the run, for a forecast of work
 */
record CountingWindow(int[] lowest, int[] size, double outside, long evaluationCount) {

    /** ln of the probability that may be left out on each side: 1e-13, the rounding of the sum of a thousand probabilities. */
    private static final double LOG_TAIL = -30;

    /** A Gaussian has its tail of e^{−30} at 7.7 widths, where the best field is 7.7 / width. */
    private static final double GAUSSIAN_FIELD = 7.7;

    /** Longest field times step: e^3 times as many jumps; the tails of Poisson numbers, heavier than Gaussian, need shorter fields. */
    private static final double LONGEST_FIELD = 3;

    /** Parts of the longest field that are tried; between two of them the bound is wider by a tenth at most. */
    private static final double[] PARTS = {1, 0.5, 0.25};

    /** Largest |ln G| between two divisions by G: propagators are kept less one, with 31 digits, of which e^−30 takes 13. */
    private static final double LARGEST_GROWTH = 30;

    /** Parts from which on a single exponential takes less. */
    private static final double MANY_PARTS = 5000;

    /** Largest number of lattice points: more would fill the memory, and no figure. */
    private static final int MAX_POINTS = 10_000_000;

    /**
     * The window of a lattice.
     *
     * @param variance of the quantity at the end of the run, in its own unit, if it is known already and the lattice has one direction
     */
    static CountingWindow of(Model model, TiltedFlow flow, CountingLattice lattice, OptionalDouble variance, WorkBudget budget) {
        TimeGrid ends = new TimeGrid(model.time().start(), model.time().end(), 2);
        int directions = lattice.directionCount();
        double[][] fields = new double[directions][];
        List<double[]> factors = new ArrayList<>();
        for (int f = 0; f < directions; f++) {
            fields[f] = fields(lattice, f, width(model, flow, lattice, f, variance, budget));
            for (double s : fields[f]) {
                factors.add(factors(lattice, f, s));
            }
        }
        double[][] all = factors.toArray(double[][]::new);
        if (flow.isConstant()) {
            return bySeries(model, flow, lattice, fields, all, budget);
        }
        GeneratingFunctionSystem system = new GeneratingFunctionSystem(flow, all);
        PiecewiseIntegration integration = new PiecewiseIntegration(StopTimes.of(model, ends), system, budget, factors.size() * flow.work());
        double[] y = integration.advanceToEnd(system.start(model));
        return gather(lattice, fields, Arrays.copyOfRange(y, system.logIndex(0), y.length), integration.evaluationCount());
    }

    /** Each field on its own, as their functions differ by many orders of magnitude; so often made 1 again that none overflows. */
    private static CountingWindow bySeries(Model model, TiltedFlow flow, CountingLattice lattice, double[][] fields, double[][] factors,
            WorkBudget budget) {
        double[] logs = new double[factors.length];
        long most = 0;
        for (int f = 0; f < factors.length; f++) {
            ConstantTiltSystem system = new ConstantTiltSystem(flow, factors[f]);
            double growth = growth(model, factors[f]);
            if (growth > MANY_PARTS * LARGEST_GROWTH) {
                logs[f] = stiffLog(model, flow, system, budget);
                continue;
            }
            StopTimes stops = StopTimes.at(model, times(model, parts(growth)));
            PiecewiseIntegration integration = new PiecewiseIntegration(stops, system, new double[flow.size()], budget, flow.work());
            double[] y = flow.restrict(DenseMatrix.packed(model.initial()));
            for (int s = 1; s < stops.count(); s++) {
                y = integration.advance(s, y);
                double trace = flow.trace(y, 0);
                logs[f] += Math.log(trace);
                y = Arrays.stream(y).map(x -> x / trace).toArray();
            }
            most = Math.max(most, integration.evaluationCount());
        }
        return gather(lattice, fields, logs, most);
    }

    private static int parts(double growth) {
        double parts = 1 + Math.ceil(growth / LARGEST_GROWTH);
        if (!(parts <= MAX_POINTS)) {
            throw new ModelException(Reason.NOT_APPLICABLE, String.format(Locale.ROOT,
                    "expected rates times steps of quanta that add up to less than %.0e over the run, found %.0e", LARGEST_GROWTH * MAX_POINTS, growth));
        }
        return (int) parts;
    }

    /** ln G by one exponential over the whole run. */
    private static double stiffLog(Model model, TiltedFlow flow, ConstantTiltSystem system, WorkBudget budget) {
        system.enter(model.time().start(), model.time().start());
        double[] y = flow.restrict(DenseMatrix.packed(model.initial()));
        PreciseExponential exponential = PreciseExponential.of(system, y, PiecewiseIntegration.MOST_NUMBERS, PreciseExponential.Rounding.AS_IT_IS);
        if (exponential == null) {
            throw WorkBudget.exceeded("a distribution of so many jumps, or of so stiff a model, needs a density matrix of at most "
                    + PiecewiseIntegration.MOST_NUMBERS + " numbers that can be reached");
        }
        double log = exponential.advanceScaled(model.time().end() - model.time().start(), y);
        double work = exponential.takeProductCount();
        budget.require(work);
        budget.spend(work);
        return log + Math.log(flow.trace(y, 0));
    }

    private static double[] times(Model model, int parts) {
        TimeGrid grid = new TimeGrid(model.time().start(), model.time().end(), parts + 1);
        return IntStream.rangeClosed(0, parts).mapToDouble(grid::time).toArray();
    }

    /** Bound of |ln G|: |e^{sν} − 1| times the largest rate of each channel, over the run. */
    private static double growth(Model model, double[] factors) {
        double sum = 0;
        for (int k = 0; k < factors.length; k++) {
            sum += Math.abs(factors[k] - 1) * model.channels().get(k).jumpRateOperator().at(model.time().start()).rowSumNorm();
        }
        return sum * (model.time().end() - model.time().start());
    }

    private static CountingWindow gather(CountingLattice lattice, double[][] fields, double[] logs, long evaluationCount) {
        int[] lowest = new int[fields.length];
        int[] size = new int[fields.length];
        double outside = 0;
        double points = 1;
        int index = 0;
        for (int f = 0; f < fields.length; f++) {
            Edges edges = edges(lattice, f, fields[f], Arrays.copyOfRange(logs, index, index + fields[f].length));
            index += fields[f].length;
            points *= edges.high - edges.low + 1;
            if (!(points <= MAX_POINTS)) {
                throw new ModelException(Reason.NOT_APPLICABLE, String.format(Locale.ROOT, "expected a distribution of at most %d values, found %.0e", MAX_POINTS, points));
            }
            if (!(Math.max(Math.abs(edges.low), Math.abs(edges.high)) < Integer.MAX_VALUE)) {
                throw new ModelException(Reason.NOT_APPLICABLE, String.format(Locale.ROOT, "expected at most %d quanta of one kind in a run, found up to %.0e", Integer.MAX_VALUE - 1,
                        Math.max(Math.abs(edges.low), Math.abs(edges.high))));
            }
            lowest[f] = (int) edges.low;
            size[f] = (int) (edges.high - edges.low + 1);
            outside += edges.outside;
        }
        return new CountingWindow(lowest, size, outside, evaluationCount);
    }

    /** Standard deviation of n in one direction. */
    private static double width(Model model, TiltedFlow flow, CountingLattice lattice, int direction, OptionalDouble variance, WorkBudget budget) {
        if (variance.isPresent() && lattice.directionCount() == 1) {
            return Math.sqrt(Math.max(0, variance.getAsDouble())) / lattice.units()[0];
        }
        TimeGrid ends = new TimeGrid(model.time().start(), model.time().end(), 2);
        List<TimeFunction> steps = Arrays.stream(lattice.steps()).map(s -> TimeFunction.constant(s[direction])).toList();
        return Math.sqrt(Math.max(0, CountingMoments.solve(model, flow, new CountedQuantity("", steps), ends, budget).variance()[1]));
    }

    /** Positive and negative fields of one direction. */
    private static double[] fields(CountingLattice lattice, int direction, double width) {
        double longest = Math.min(LONGEST_FIELD / lattice.largestStep(direction), GAUSSIAN_FIELD / width);
        double[] fields = new double[2 * PARTS.length];
        for (int i = 0; i < PARTS.length; i++) {
            fields[2 * i] = longest * PARTS[i];
            fields[2 * i + 1] = -longest * PARTS[i];
        }
        return fields;
    }

    private static double[] factors(CountingLattice lattice, int direction, double s) {
        return Arrays.stream(lattice.steps()).mapToDouble(n -> Math.exp(s * n[direction])).toArray();
    }

    private record Edges(double low, double high, double outside) {
    }

    private static Edges edges(CountingLattice lattice, int direction, double[] fields, double[] logs) {
        double high = Double.POSITIVE_INFINITY;
        double low = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < fields.length; i++) {
            double edge = (logs[i] - LOG_TAIL) / fields[i];
            if (fields[i] > 0) {
                high = Math.min(high, Math.ceil(edge));
            } else {
                low = Math.max(low, Math.floor(edge));
            }
        }
        boolean neverFalls = Arrays.stream(lattice.steps()).allMatch(n -> n[direction] >= 0);
        boolean neverRises = Arrays.stream(lattice.steps()).allMatch(n -> n[direction] <= 0);
        low = neverFalls ? Math.max(low, 0) : low;
        high = neverRises ? Math.min(high, 0) : high;
        double below = neverFalls && low == 0 ? 0 : tail(fields, logs, low - 1, -1);
        double above = neverRises && high == 0 ? 0 : tail(fields, logs, high + 1, 1);
        return new Edges(low, high, below + above);
    }

    /** The best bound of the probability at or beyond an edge, above it (side 1) or below (−1). */
    private static double tail(double[] fields, double[] logs, double edge, int side) {
        double least = 1;
        for (int i = 0; i < fields.length; i++) {
            if (fields[i] * side > 0) {
                least = Math.min(least, Math.exp(logs[i] - fields[i] * edge));
            }
        }
        return least;
    }

    /** Number of lattice points. */
    int pointCount() {
        return Arrays.stream(size).reduce(1, (a, b) -> a * b);
    }
}
