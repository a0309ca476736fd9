package org.unravel.exact;

import java.util.List;

import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.model.TimeFunction;

/**
 * The generator of the master equation of physics.md, "The trajectories" in halves: ρ̇ = X + X† with
 * X = −iHρ − ½Kρ + ½ Σ_k L_kρL_k†, of which the last sum may be kept as a triangle.
 *
 * <p>Not safe for threads.
 */
final class Liouvillian {

    private final CompiledOperator hamiltonian;
    private final CompiledOperator jumpRateOperator;
    private final CompiledOperator[] jumpOperators;
    private final TimeFunction[] rates;
    private final double[] rateValues;
    private final double[] rowRe;
    private final double[] rowIm;

    Liouvillian(Model model) {
        this(model, new Coefficients());
    }

    /** With functions that other operators share. */
    Liouvillian(Model model, Coefficients coefficients) {
        List<Channel> channels = model.channels();
        this.hamiltonian = CompiledOperator.of(model.drivingHamiltonian(), coefficients);
        this.jumpRateOperator = CompiledOperator.of(model.jumpRateOperator(), coefficients);
        this.jumpOperators = channels.stream().map(c -> CompiledOperator.of(c.operator(), coefficients)).toArray(CompiledOperator[]::new);
        this.rates = channels.stream().map(Channel::rate).toArray(TimeFunction[]::new);
        this.rateValues = new double[rates.length];
        this.rowRe = new double[model.dimension()];
        this.rowIm = new double[model.dimension()];
    }

    /** Takes all operators and rates at time t, on the smooth piece that holds at {@code branch}. */
    void moveTo(double t, double branch) {
        moveTo(Instant.at(t, branch));
    }

    /** The same at a time that is known better than to its rounding. */
    void moveTo(Instant instant) {
        hamiltonian.moveTo(instant);
        jumpRateOperator.moveTo(instant);
        for (int k = 0; k < rates.length; k++) {
            jumpOperators[k].moveTo(instant);
            rateValues[k] = instant.real(rates[k]);
        }
    }

    /**
     * Adds the dissipative half of the generator, so that 𝒟(ρ) = half + half†.
     *
     * @param rho the state
     * @param half in and out
     * @param jumpRates out; Tr[L_k†L_kρ] of each channel, beginning at {@code offset}
     * @param offset place of the first channel
     */
    void addDissipator(DenseMatrix rho, DenseMatrix half, double[] jumpRates, int offset) {
        jumpRateOperator.addProduct(-0.5, 0, rho, half);
        for (int k = 0; k < jumpOperators.length; k++) {
            jumpRates[offset + k] = jumpOperators[k].addHalfSandwich(rateValues[k], rho, half, rowRe, rowIm);
        }
    }

    /** Adds the unitary half of the generator, so that −i[H, ρ] = half + half†. */
    void addCommutator(DenseMatrix rho, DenseMatrix half) {
        hamiltonian.addProduct(0, -1, rho, half);
    }

    /** Adds the half of the generator that lets no jump happen, so that −iH_eff ρ + iρ H_eff† = half + half†. */
    void addNoJump(DenseMatrix rho, DenseMatrix half) {
        hamiltonian.addProduct(0, -1, rho, half);
        jumpRateOperator.addProduct(-0.5, 0, rho, half);
    }

    /** Adds the half of its adjoint, so that iH_eff†E − iE H_eff = half + half†: how an effect evolves back in time. */
    void addNoJumpAdjoint(DenseMatrix effect, DenseMatrix half) {
        hamiltonian.addProduct(0, 1, effect, half);
        jumpRateOperator.addProduct(-0.5, 0, effect, half);
    }

    /** Sets {@code out} to L_kM of any matrix M. */
    void jumpOf(int channel, DenseMatrix m, DenseMatrix out) {
        out.clear();
        jumpOperators[channel].addProduct(Math.sqrt(rateValues[channel]), 0, m, out);
    }

    /** Tr[L_kρL_k†]. */
    double jumpRate(int channel, DenseMatrix rho) {
        return rateValues[channel] * jumpOperators[channel].sandwichTrace(rho, rowRe, rowIm);
    }

    /** Adds half of the jump term of one channel, so that L_kρL_k† = half + half†; returns its trace. */
    double addJump(int channel, DenseMatrix rho, DenseMatrix half) {
        return jumpOperators[channel].addHalfSandwich(rateValues[channel], rho, half, rowRe, rowIm);
    }

    int channelCount() {
        return rates.length;
    }
}
