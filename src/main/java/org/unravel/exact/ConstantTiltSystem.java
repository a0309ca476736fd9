package org.unravel.exact;

/**
 * The tilted equation for one real counting field where nothing depends on time: each L_kρL_k† multiplied by e^{s·ν_k} (physics.md, "What is counted, exactly"). The
 * variable holds the packed state. Not safe for threads.
 */
final class ConstantTiltSystem implements PiecewiseIntegration.PieceSystem {

    private final TiltedFlow flow;
    private final double[] factors;

    /** The field by its factors e^{s·ν_k}, shape [channels]. */
    ConstantTiltSystem(TiltedFlow flow, double[] factors) {
        this.flow = flow;
        this.factors = factors;
    }

    @Override
    public int getDimension() {
        return flow.size();
    }

    @Override
    public boolean isLinearAndConstant() {
        return true;
    }

    @Override
    public void enter(double start, double branch) {
        flow.moveTo(start, branch);
    }

    @Override
    public double[] computeDerivatives(double sinceStart, double[] y) {
        double[] rate = new double[y.length];
        flow.apply(factors, y, 0, rate, 0);
        return rate;
    }
}
