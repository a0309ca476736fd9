package org.unravel.model;

/**
 * A Hermitian operator whose mean is recorded.
 *
 * @param name its column in the curves
 * @param operator the operator
 */
public record Observable(String name, TimeDependentOperator operator) {
}
