package org.unravel.model;

import java.util.Optional;

/**
 * Quantum jumps at random times with a deterministic evolution between them (physics.md, "The trajectories"): what a perfect detector of every channel sees.
 *
 * @param measurement what is measured at the ends
 * @param bias the law from which jump records are drawn, where it is not the model's own
 */
public record QuantumJumps(Measurement measurement, Optional<JumpBias> bias) implements Unraveling {

    /** Jumps of the model's own law, nothing measured at the ends. */
    public static final QuantumJumps PLAIN = new QuantumJumps(Measurement.NONE, Optional.empty());

    @Override
    public String word() {
        return "jumps";
    }

    @Override
    public WeightSign weights() {
        return bias.isPresent() ? WeightSign.POSITIVE : WeightSign.NONE;
    }

    /** 1/α of a bias with plain share α. */
    @Override
    public double largestWeight() {
        return bias.map(b -> 1 / b.plainShare()).orElse(1.0);
    }

    @Override
    public QuantumJumps measured() {
        return new QuantumJumps(Measurement.TWO_POINT, bias);
    }
}
