package org.unravel.model;

import java.util.Optional;

/**
 * Jumps drawn at the rates r = |γ| under a master equation whose own rates γ may be negative: a trajectory of weight μ has μ → μ γ/r = ±μ at a jump of a channel,
 * and dμ = −μ Σ(γ − r)‖Aψ‖² dt between jumps, A the channel's operator without its rate. Then E[μ|ψ⟩⟨ψ|] obeys the master equation, and E[μ] = 1. Where no rate is negative these are
 * {@link QuantumJumps} of weight 1.
 *
 * @see <a href="https://doi.org/10.1038/s41467-022-31533-8">Donvil and Muratore-Ginanneschi (2022), Nat. Commun. 13, 4140: the influence martingale</a>
 */
public record InfluenceMartingale() implements Unraveling {

    @Override
    public String word() {
        return "martingale";
    }

    @Override
    public WeightSign weights() {
        return WeightSign.SIGNED;
    }

    /** Infinite: weights grow where rates are negative, ln|μ| by 2∫max(0, −γ)‖Aψ‖²dt. */
    @Override
    public double largestWeight() {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public Measurement measurement() {
        return Measurement.NONE;
    }

    @Override
    public Optional<JumpBias> bias() {
        return Optional.empty();
    }

    /** @throws ModelException always: shares of outcomes would be sums of weights of both signs, and no probabilities */
    @Override
    public Unraveling measured() {
        throw new ModelException("trajectories with weights of both signs cannot be measured at the ends: shares of outcomes would be no probabilities", "ensemble.measure");
    }
}
