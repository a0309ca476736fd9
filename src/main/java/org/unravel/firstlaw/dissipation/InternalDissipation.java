package org.unravel.firstlaw.dissipation;

import java.util.List;

import org.unravel.model.Bath;
import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.model.TimeDependentOperator;
import org.unravel.model.TimeFunction;

/**
 * The operators of internal dissipation power: R(t) = −Σ_k 𝒟_k†(E(t)) with 𝒟_k†(A) = γ_k (L_k†AL_k − ½{L_k†L_k, A}), whose mean is the energy that <em>leaves</em> the system per time. The first
 * law then reads d⟨E⟩/dt = P − R with the power P = ⟨∂E/∂t⟩ of the drive, where the energy is the Hamiltonian.
 *
 * <p>All of them are Hermitian, in the model's unit of energy times its unit of rate, and linear in ρ: as observables of a run they have exact means and unbiased sampled ones.
 *
 * @see <a href="https://doi.org/10.1093/acprof:oso/9780199213900.001.0001">H.-P. Breuer and F. Petruccione, The Theory of Open Quantum Systems, §3.2</a>
 */
public final class InternalDissipation {

    private InternalDissipation() {
    }

    /** γ (L†AL − ½{L†L, A}): what one channel does to an operator in the Heisenberg picture. */
    public static TimeDependentOperator heisenberg(Channel channel, TimeDependentOperator a) {
        TimeDependentOperator l = channel.operator();
        TimeDependentOperator square = l.adjoint().times(l);
        TimeDependentOperator loss = square.times(a).plus(a.times(square)).scaled(TimeFunction.constant(-0.5));
        return l.adjoint().times(a).times(l).plus(loss).scaled(channel.rate());
    }

    /** The rate of the mean of an operator that does not depend on time itself: i[H, A] + Σ_k 𝒟_k†(A). */
    public static TimeDependentOperator rate(Model model, TimeDependentOperator a) {
        TimeDependentOperator sum = unitaryRate(model, a);
        for (Channel channel : model.channels()) {
            sum = sum.plus(heisenberg(channel, a));
        }
        return sum;
    }

    /** i[H, A]: the part of that rate that is no dissipation. */
    public static TimeDependentOperator unitaryRate(Model model, TimeDependentOperator a) {
        return model.hamiltonian().commutator(a).scaled(TimeFunction.constant(0, 1));
    }

    /** R of one channel. */
    public static TimeDependentOperator power(Model model, Channel channel) {
        return heisenberg(channel, model.energy()).scaled(TimeFunction.constant(-1));
    }

    /** R of the channels of one bath. */
    public static TimeDependentOperator power(Model model, Bath bath) {
        return power(model, bath.channels());
    }

    /** R of all channels. */
    public static TimeDependentOperator power(Model model) {
        return power(model, model.channels());
    }

    private static TimeDependentOperator power(Model model, List<Channel> channels) {
        TimeDependentOperator sum = TimeDependentOperator.zero(model.dimension());
        for (Channel channel : channels) {
            sum = sum.plus(power(model, channel));
        }
        return sum;
    }

    /** R_0 = −Σ_k q_k γ_k L_k†L_k: the part that quanta carry, such as the energy of the undriven system. */
    public static TimeDependentOperator countedPower(Model model) {
        TimeDependentOperator sum = TimeDependentOperator.zero(model.dimension());
        for (Channel channel : model.channels()) {
            sum = sum.minus(channel.jumpRateOperator().scaled(channel.heat()));
        }
        return sum;
    }

    /**
     * The partition factor f = R_internal/R_total of parallel ways out of a system: the share of the energy that leaves it which one bath takes.
     *
     * @param internal mean of the power into that bath
     * @param total mean of the power into all baths, in the same unit
     * @return NaN where nothing leaves
     */
    public static double partitionFactor(double internal, double total) {
        return total == 0 ? Double.NaN : internal / total;
    }
}
