package org.unravel.model;

import java.util.List;

/**
 * A rate that changes its sign in the run: the times at which it does are breakpoints, as its modulus, at which trajectories of an {@link InfluenceMartingale} jump, has kinks there.
 *
 * @param rate the rate
 * @param signChanges where it changes its sign between its own breakpoints, ascending
 */
public record SignedRate(TimeFunction rate, List<Double> signChanges) implements TimeFunction {

    /** Copies the list. */
    public SignedRate {
        signChanges = List.copyOf(signChanges);
    }

    @Override
    public Value at(double t, double branch) {
        return rate.at(t, branch);
    }

    @Override
    public boolean isConstant() {
        return false;
    }

    @Override
    public double[] breakpoints(double from, double to) {
        double[] own = signChanges.stream().mapToDouble(t -> t).filter(t -> t >= from && t <= to).toArray();
        return TimeFunctions.union(rate.breakpoints(from, to), own);
    }

    @Override
    public TimeBounds bounds(double from, double to, double branch, int order) {
        return rate.bounds(from, to, branch, order);
    }

    @Override
    public boolean repeats(double period, double from, double to) {
        return rate.repeats(period, from, to);
    }
}
