package org.unravel.bath;

import org.unravel.model.TimeBounds;
import org.unravel.model.TimeFunction;
import org.unravel.numeric.IntervalSeries;

/**
 * e^{−βq(t)} of a real function of time.
 *
 * @param beta β
 * @param energy q
 */
public record BoltzmannFactor(double beta, TimeFunction energy) implements TimeFunction {

    @Override
    public Value at(double t, double branch) {
        Value q = energy.at(t, branch);
        double factor = Math.exp(-beta * q.re());
        return new Value(factor, 0, -beta * q.rateRe() * factor, 0);
    }

    @Override
    public boolean isConstant() {
        return energy.isConstant();
    }

    @Override
    public double[] breakpoints(double from, double to) {
        return energy.breakpoints(from, to);
    }

    @Override
    public TimeBounds bounds(double from, double to, double branch, int order) {
        IntervalSeries q = energy.bounds(from, to, branch, order).re();
        return new TimeBounds(IntervalSeries.constant(order, -beta).times(q).exp(), IntervalSeries.constant(order, 0));
    }
}
