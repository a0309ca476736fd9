package org.unravel.exact;

import java.util.List;

import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.unravel.model.Channel;
import org.unravel.model.Model;

/**
 * The tilted equation of one real counting field in the moving frame of the energy, ρ̂ = V†ρV: dρ̂/dt = Ĝρ̂ + ρ̂Ĝ† + Σ_k e^{c_k q_k} L̂_kρ̂L̂_k†,
 * Ĝ = V†(−iH − K/2)V − V†V̇ (physics.md, "What is counted, exactly"). Products alone make it, so that each element errs in units of what flows into it. Holds ρ̂ packed.
 * Not safe for threads.
 */
final class FramedTiltSystem implements OrdinaryDifferentialEquation {

    /** Of an element of an operator in units of the largest sum of a row: some roundings of a double. */
    private static final double ROUNDING = 8 * Math.ulp(1.0);

    private final int dimension;
    private final CompiledOperator hamiltonian;
    private final CompiledOperator jumpRateOperator;
    private final List<Channel> channels;
    private final CompiledOperator[] jumpOperators;
    private final double[] field;
    private EnergyFrame frame;
    private double start;
    private double branch;

    /** Field c_k of each channel, which acts on its quantum. */
    FramedTiltSystem(Model model, double[] field) {
        this.dimension = model.dimension();
        Coefficients coefficients = new Coefficients();
        this.hamiltonian = CompiledOperator.of(model.hamiltonian(), coefficients);
        this.jumpRateOperator = CompiledOperator.of(model.jumpRateOperator(), coefficients);
        this.channels = model.channels();
        this.jumpOperators = channels.stream().map(c -> CompiledOperator.of(c.operator(), coefficients)).toArray(CompiledOperator[]::new);
        this.field = field;
    }

    /** Goes to a path of the frame that begins at a time of a smooth piece. */
    void enter(EnergyFrame path, double from, double inside) {
        this.frame = path;
        this.start = from;
        this.branch = inside;
    }

    @Override
    public int getDimension() {
        return dimension * dimension;
    }

    @Override
    public double[] computeDerivatives(double sinceStart, double[] y) {
        Instant now = Instant.of(start, sinceStart, branch);
        DenseMatrix v = frame.vectors(sinceStart);
        DenseMatrix adjoint = v.adjoint();
        hamiltonian.moveTo(now);
        jumpRateOperator.moveTo(now);
        DenseMatrix half = new DenseMatrix(dimension);
        hamiltonian.addProduct(0, -1, v, half);
        jumpRateOperator.addProduct(-0.5, 0, v, half);
        DenseMatrix rho = new DenseMatrix(dimension);
        rho.unpack(y);
        double[] rate = new double[y.length];
        known(adjoint.times(half)).plus(-1, frame.connection()).times(rho).packWithAdjoint(rate);
        for (int k = 0; k < jumpOperators.length; k++) {
            jumpOperators[k].moveTo(now);
            DenseMatrix jump = new DenseMatrix(dimension);
            double q = now.real(channels.get(k).heat());
            jumpOperators[k].addProduct(Math.exp(field[k] * q / 2) * Math.sqrt(now.real(channels.get(k).rate())), 0, v, jump);
            double[] image = known(adjoint.times(jump)).transform(y);
            for (int i = 0; i < rate.length; i++) {
                rate[i] += image[i];
            }
        }
        return rate;
    }

    /** An operator without what its elements and the vectors of the frame are rounded by: weights of e^{80} would make a jump of it. */
    private static DenseMatrix known(DenseMatrix operator) {
        double least = ROUNDING * operator.rowSumNorm();
        for (int i = 0; i < operator.dimension(); i++) {
            for (int j = 0; j < operator.dimension(); j++) {
                if (Math.hypot(operator.re()[i][j], operator.im()[i][j]) <= least) {
                    operator.re()[i][j] = 0;
                    operator.im()[i][j] = 0;
                }
            }
        }
        return operator;
    }

    /** ‖K‖ at a time, by a bound. */
    double decay(double t, double inside) {
        jumpRateOperator.moveTo(t, inside);
        DenseMatrix k = new DenseMatrix(dimension);
        jumpRateOperator.addTo(1, k);
        return k.rowSumNorm();
    }
}
