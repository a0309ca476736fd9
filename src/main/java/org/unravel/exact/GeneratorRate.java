package org.unravel.exact;

import java.util.List;

import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.model.TimeFunction;

/**
 * ℒ'ρ: the derivative in time of the generator of the master equation, on a state that does not move; ρ̈ = ℒℒρ + ℒ'ρ. Exact, as every function of time knows its derivative. A state is packed
 * as in {@link StateEvolution}. Not safe for threads.
 */
public final class GeneratorRate {

    private final CompiledOperator hamiltonian;
    private final CompiledOperator jumpRates;
    private final CompiledOperator[] jumps;
    private final CompiledOperator[] jumpChanges;
    private final TimeFunction[] rates;
    private final boolean constant;
    private final DenseMatrix rho;
    private final DenseMatrix half;
    private final double[] rowRe;
    private final double[] rowIm;

    /** Of a model. */
    public GeneratorRate(Model model) {
        Coefficients coefficients = new Coefficients();
        List<Channel> channels = model.channels();
        this.hamiltonian = CompiledOperator.rateOf(model.drivingHamiltonian(), coefficients);
        this.jumpRates = CompiledOperator.rateOf(model.jumpRateOperator(), coefficients);
        this.jumps = channels.stream().map(c -> CompiledOperator.of(c.operator(), coefficients)).toArray(CompiledOperator[]::new);
        this.jumpChanges = channels.stream().map(c -> CompiledOperator.rateOf(c.operator(), coefficients)).toArray(CompiledOperator[]::new);
        this.rates = channels.stream().map(Channel::rate).toArray(TimeFunction[]::new);
        this.constant = model.hamiltonian().isConstant() && channels.stream().allMatch(c -> c.operator().isConstant() && c.rate().isConstant());
        this.rho = new DenseMatrix(model.dimension());
        this.half = new DenseMatrix(model.dimension());
        this.rowRe = new double[model.dimension()];
        this.rowIm = new double[model.dimension()];
    }

    /** ℒ' of a packed state, packed, shape [D²]; on the smooth piece that holds at {@code branch}, see {@link TimeFunction}. */
    public double[] rate(double time, double branch, double[] state) {
        double[] out = new double[state.length];
        if (constant) {
            return out;
        }
        Instant now = Instant.at(time, branch);
        hamiltonian.moveTo(now);
        jumpRates.moveTo(now);
        rho.unpack(state);
        half.clear();
        hamiltonian.addProduct(0, -1, rho, half);
        jumpRates.addProduct(-0.5, 0, rho, half);
        for (int k = 0; k < rates.length; k++) {
            addJump(k, now);
        }
        half.packWithAdjoint(out);
        return out;
    }

    /** The half of γ'AρA† + γ(A'ρA† + AρA'†). */
    private void addJump(int k, Instant now) {
        jumps[k].moveTo(now);
        TimeFunction.Value rate = now.value(rates[k]);
        jumps[k].addHalfSandwich(rate.rateRe(), rho, half, rowRe, rowIm);
        if (!jumpChanges[k].isConstant()) {
            jumpChanges[k].moveTo(now);
            DenseMatrix left = new DenseMatrix(rho.dimension());
            jumpChanges[k].addProduct(rate.re(), 0, rho, left);
            DenseMatrix right = new DenseMatrix(rho.dimension());
            jumps[k].addProduct(1, 0, left.adjoint(), right);
            half.add(right.adjoint());
        }
    }
}
