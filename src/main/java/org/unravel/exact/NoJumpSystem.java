package org.unravel.exact;

/** ρ̇ = −iH_effρ + iρH_eff†: the state weighted with the probability that nothing has jumped (physics.md, "The trajectories"). Not safe for threads. */
final class NoJumpSystem extends FlowSystem {

    NoJumpSystem(TiltedFlow flow) {
        super(flow);
    }

    @Override
    public int getDimension() {
        return size;
    }

    @Override
    public double[] computeDerivatives(double sinceStart, double[] y) {
        double[] rate = new double[y.length];
        flow.moveTo(at(sinceStart));
        flow.begin(y, 0);
        flow.end(rate, 0);
        return rate;
    }
}
