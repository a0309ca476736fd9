package org.unravel.exact;

/** ρ̇ = −iH_effρ + iρH_eff†: the state weighted with the probability that nothing has jumped (physics.md, "The trajectories"). Not safe for threads. */
final class NoJumpSystem implements PiecewiseIntegration.PieceSystem {

    private final TiltedFlow flow;
    private double pieceStart;
    private double branch;

    NoJumpSystem(TiltedFlow flow) {
        this.flow = flow;
    }

    @Override
    public int getDimension() {
        return flow.size();
    }

    @Override
    public boolean isLinear() {
        return true;
    }

    @Override
    public boolean isLinearAndConstant() {
        return flow.isConstant();
    }

    @Override
    public void enter(double start, double inside) {
        this.pieceStart = start;
        this.branch = inside;
    }

    @Override
    public double[] computeDerivatives(double sinceStart, double[] y) {
        double[] rate = new double[y.length];
        flow.moveTo(Instant.of(pieceStart, sinceStart, branch));
        flow.begin(y, 0);
        flow.end(rate, 0);
        return rate;
    }
}
