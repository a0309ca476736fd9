package org.unravel.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A weighted sum over the jumps of a trajectory: each jump of a channel adds the channel's weight.
 *
 * @param name as in the model file
 * @param weights finite numbers by {@code bath.channel}, in the order of the file; channels without one do not count
 */
public record JumpCount(String name, Map<String, Double> weights) {

    /** Copies the map and keeps its order. */
    public JumpCount {
        weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
    }

    /** What a jump of a channel adds, by the channel's label; 0 of one that does not count. */
    public double weight(String channel) {
        return weights.getOrDefault(channel, 0.0);
    }
}
