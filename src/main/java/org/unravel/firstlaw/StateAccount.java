package org.unravel.firstlaw;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * What is known of the averaged state of one part, or of the whole system.
 *
 * @param numbers of the state, shape [grid points] each
 * @param integrals along its path, shape [grid points] each, 0 at the start
 */
public record StateAccount(Map<StateNumber, double[]> numbers, Map<PathIntegral, double[]> integrals) {

    /** Copies the maps. */
    public StateAccount {
        numbers = numbers.isEmpty() ? Map.of() : new EnumMap<>(numbers);
        integrals = integrals.isEmpty() ? Map.of() : new EnumMap<>(integrals);
    }

    /** The same with other path integrals. */
    StateAccount withIntegrals(BiFunction<PathIntegral, double[], double[]> change) {
        Map<PathIntegral, double[]> changed = new EnumMap<>(PathIntegral.class);
        integrals.forEach((q, curve) -> changed.put(q, change.apply(q, curve)));
        return new StateAccount(numbers, changed);
    }
}
