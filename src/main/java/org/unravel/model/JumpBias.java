package org.unravel.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Another law from which jump records are drawn, so that rare ones are drawn often. The states and their evolution are those of the model;
 * every trajectory carries the weight that makes weighted means those of the model's own law.
 *
 * @param jumpFactor b from {@link #LEAST_JUMP_FACTOR} on: all jumps together are b times as frequent
 * @param channelFactors c_k &gt; 0 of channels, by {@code bath.channel}: among the channels, k is drawn as if its rate were c_k times as large; 1 for
 *        those that are not there
 * @param firstJump whether a record must have a jump
 * @param plainShare α in (0, 1]: the probability that a trajectory is drawn from the model's own law; no weight exceeds 1/α
 */
public record JumpBias(double jumpFactor, Map<String, Double> channelFactors, FirstJump firstJump, double plainShare) {

    /** Below this the survival probabilities u = v^(1/b) ≥ 2^(−53/b) of drawn records would leave the range of a double. */
    public static final double LEAST_JUMP_FACTOR = 1.0 / 16;

    /** Whether a record must have a jump. */
    public enum FirstJump {
        /** It comes when it comes. */
        FREE,
        /** It comes before the end, in every trajectory that is not drawn from the model's own law. */
        CERTAIN
    }

    /** Copies the factors. */
    public JumpBias {
        channelFactors = Collections.unmodifiableMap(new LinkedHashMap<>(channelFactors));
        requirePositive("jump factor", jumpFactor);
        if (jumpFactor < LEAST_JUMP_FACTOR) {
            throw new IllegalArgumentException("expected jump factor >= " + LEAST_JUMP_FACTOR + ", found " + jumpFactor);
        }
        channelFactors.forEach((name, factor) -> requirePositive("factor of " + name, factor));
        if (!(plainShare > 0 && plainShare <= 1)) {
            throw new IllegalArgumentException("expected 0 < plain share <= 1, found " + plainShare);
        }
    }

    private static void requirePositive(String name, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("expected a finite " + name + " > 0, found " + value);
        }
    }

    /** c_k of all channels of some baths, in their order. */
    public double[] factors(List<Bath> baths) {
        return baths.stream().flatMap(b -> b.channels().stream().map(b::label))
                .mapToDouble(key -> channelFactors.getOrDefault(key, 1.0)).toArray();
    }
}
