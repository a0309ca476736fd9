package org.unravel.model;

/**
 * Two channels whose jumps are looked at together.
 *
 * @param first {@code bath.channel} of the earlier jump
 * @param second {@code bath.channel} of the later one
 */
public record JumpPair(String first, String second) {
}
