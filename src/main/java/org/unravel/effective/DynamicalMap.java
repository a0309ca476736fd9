package org.unravel.effective;

/**
 * The map Φ_t of a part from the start to a time, and its first two derivatives there.
 *
 * @param map Φ
 * @param first Φ'
 * @param second Φ''
 */
record DynamicalMap(Superoperator map, Superoperator first, Superoperator second) {
}
