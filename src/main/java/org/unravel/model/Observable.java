package org.unravel.model;

/**
 * A Hermitian operator whose mean is recorded; of one that is not Hermitian, its real or its imaginary part.
 *
 * @param name its column in the curves
 * @param operator the operator
 */
public record Observable(String name, TimeDependentOperator operator) {
}
