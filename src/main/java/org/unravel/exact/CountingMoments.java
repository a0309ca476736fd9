package org.unravel.exact;

import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.model.TimeFunction;
import org.unravel.model.TimeGrid;

/**
 * Exact moments of a counted quantity on the time grid, for any H(t), rates and quanta (physics.md, "What is counted, exactly").
 *
 * @param name name of the quantity
 * @param mean E[Q(t)], shape [grid points], in the unit of the quanta
 * @param variance E[(Q − E[Q])²], shape and unit likewise
 * @param third third central moment
 * @param fourth fourth central moment
 */
public record CountingMoments(String name, double[] mean, double[] variance, double[] third, double[] fourth) {

    /** Largest dimension that {@link #solve} takes: as the master equation, whose work it does five times. */
    public static final int MAX_DIMENSION = 200;

    /** Bound of the generator times the run from which on steps would be many: a constant model is then solved by exponentials. */
    private static final double STIFF = 1e4;

    /**
     * Integrates the moment hierarchy.
     *
     * <p>Good to about 1e-11 of the largest value of each curve, or of the power of the largest quantum where that is larger. Takes some five
     * times the work of {@link MasterEquation#solve}.
     *
     * @param model the problem
     * @param counted what is counted, of the same model
     * @throws ModelException if the dimension exceeds {@link #MAX_DIMENSION}, or the equations cannot be integrated
     */
    public static CountingMoments solve(Model model, CountedQuantity counted) {
        return solve(model, TiltedFlow.of(model), counted, model.time(), WorkBudget.unlimited());
    }

    /** The same at the ends of the run alone, as far as a budget allows; refused beyond it. */
    public static CountingMoments solveEnds(Model model, CountedQuantity counted, WorkBudget budget) {
        return solve(model, TiltedFlow.of(model), counted, new TimeGrid(model.time().start(), model.time().end(), 2), budget);
    }

    static CountingMoments solve(Model model, TiltedFlow flow, CountedQuantity counted, TimeGrid grid, WorkBudget budget) {
        DimensionLimit.check("moments of counting", model.dimension(), MAX_DIMENSION);
        StopTimes stops = StopTimes.of(model, grid);
        if (flow.isConstant() && counted.quanta().stream().allMatch(TimeFunction::isConstant) && Influence.actionOfConstants(model) > STIFF) {
            return ofConstants(model, flow, counted, stops, budget);
        }
        MomentSystem system = new MomentSystem(flow, counted);
        double[] start = system.start(model.initial());
        double[][] moments = new double[MomentSystem.ORDER + 1][grid.pointCount()];
        new PiecewiseIntegration(stops, system, system.absoluteTolerances(stops, start), budget, (MomentSystem.ORDER + 1) * flow.work()).advanceToEnd(start, (y, g) -> {
            moments[1][g] = y[system.meanIndex()];
            for (int m = 2; m <= MomentSystem.ORDER; m++) {
                moments[m][g] = system.moment(y, m);
            }
        });
        return new CountingMoments(counted.name(), moments[1], moments[2], moments[3], moments[4]);
    }

    /** By exponentials: the mean first, so that what is centred by it loses no digits. */
    private static CountingMoments ofConstants(Model model, TiltedFlow flow, CountedQuantity counted, StopTimes stops, WorkBudget budget) {
        double[] quanta = counted.quanta().stream().mapToDouble(q -> q.at(stops.time(0)).re()).toArray();
        double span = stops.time(stops.count() - 1) - stops.time(0);
        double mean = integrated(model, new ConstantMomentSystem(flow, quanta, 0, 1), 1, stops, flow, budget)[1][stops.count() - 1];
        double[][] raw = integrated(model, new ConstantMomentSystem(flow, quanta, mean / span, MomentSystem.ORDER), MomentSystem.ORDER, stops, flow, budget);
        double[][] moments = new double[MomentSystem.ORDER + 1][stops.count()];
        double elapsed = 0;
        for (int s = 1; s < stops.count(); s++) {
            elapsed += stops.span(s);
            double a = raw[1][s];
            moments[1][s] = a + mean / span * elapsed;
            moments[2][s] = Math.max(0, raw[2][s] - a * a);
            moments[3][s] = raw[3][s] - 3 * a * raw[2][s] + 2 * a * a * a;
            moments[4][s] = raw[4][s] - 4 * a * raw[3][s] + 6 * a * a * raw[2][s] - 3 * a * a * a * a;
        }
        return new CountingMoments(counted.name(), moments[1], moments[2], moments[3], moments[4]);
    }

    private static double[][] integrated(Model model, ConstantMomentSystem system, int order, StopTimes stops, TiltedFlow flow, WorkBudget budget) {
        PiecewiseIntegration integration = new PiecewiseIntegration(stops, system, new double[system.getDimension()], budget,
                (order + 1) * flow.work());
        double[][] raw = new double[order + 1][stops.count()];
        double[] y = system.start(model.initial());
        for (int s = 1; s < stops.count(); s++) {
            y = integration.advance(s, y);
            for (int m = 0; m <= order; m++) {
                raw[m][s] = system.moment(y, m);
            }
        }
        return raw;
    }

    CountingMoments named(String other) {
        return new CountingMoments(other, mean, variance, third, fourth);
    }

    /** Third standardised moment at a grid point; NaN where the variance is not positive. */
    public double skewness(int gridIndex) {
        double v = variance[gridIndex];
        return v > 0 ? third[gridIndex] / (v * Math.sqrt(v)) : Double.NaN;
    }

    /** Excess kurtosis at a grid point; NaN where the variance is not positive. */
    public double kurtosis(int gridIndex) {
        double v = variance[gridIndex];
        return v > 0 ? fourth[gridIndex] / (v * v) - 3 : Double.NaN;
    }

    /** Variance over mean at a grid point, in the unit of the quanta; NaN where the mean is zero. */
    public double fanoFactor(int gridIndex) {
        return mean[gridIndex] == 0 ? Double.NaN : variance[gridIndex] / mean[gridIndex];
    }
}
