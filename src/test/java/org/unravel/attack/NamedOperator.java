package org.unravel.attack;

/**
 * An operator as the model file writes it, and its matrix.
 *
 * @param text expression, a single factor
 * @param matrix the same
 */
record NamedOperator(String text, SmallMatrix matrix) {
}
