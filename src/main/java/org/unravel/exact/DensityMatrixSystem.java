package org.unravel.exact;

import java.util.List;

import org.unravel.exact.PreciseExponential.Conserved;
import org.unravel.model.Model;

/** ρ̇ = ℒρ for the packed density matrix, with nothing beside it. Not safe for threads. */
final class DensityMatrixSystem extends MovingSystem {

    /** Of three levels: the spans between the nodes of a quadrature differ, and each needs an exponential of its own. */
    private static final int FEW = 9;

    private final Liouvillian liouvillian;
    private final DenseMatrix rho;
    private final DenseMatrix half;
    private final double[] jumpRates;
    private final boolean constant;

    DensityMatrixSystem(Model model) {
        this.liouvillian = new Liouvillian(model);
        this.rho = new DenseMatrix(model.dimension());
        this.half = new DenseMatrix(model.dimension());
        this.jumpRates = new double[liouvillian.channelCount()];
        this.constant = DenseSuperoperators.applyTo(model);
    }

    @Override
    public int getDimension() {
        return rho.dimension() * rho.dimension();
    }

    @Override
    public boolean isLinear() {
        return true;
    }

    @Override
    public boolean isLinearAndConstant() {
        return constant;
    }

    @Override
    public int fewNumbers() {
        return FEW;
    }

    @Override
    public List<Conserved> conserved() {
        return List.of(Conserved.trace(rho.dimension(), getDimension()));
    }

    @Override
    public double[] computeDerivatives(double sinceStart, double[] y) {
        double[] rate = new double[y.length];
        liouvillian.moveTo(at(sinceStart));
        rho.unpack(y);
        half.clear();
        liouvillian.addDissipator(rho, half, jumpRates, 0);
        liouvillian.addCommutator(rho, half);
        half.packWithAdjoint(rate);
        return rate;
    }
}
