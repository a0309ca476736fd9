package org.unravel.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.unravel.ModelText;
import org.unravel.model.Model;
import org.unravel.model.Quantity;

/** How far each quantity can reach, of a qubit with energies ±1/2 that jumps at constant rates. */
class UntilBoundsTest {

    private static final long TRAJECTORIES = 1000;
    private static final double ROUNDING = 1e-12;

    private static final Model MODEL = ModelText.read("""
            unravel: 1
            name: bounds
            space: {q: qubit}
            hamiltonian: sz/2 + 0.1*sx
            energy: sz/2
            baths:
              hot:
                channels:
                  down: {operator: sm, rate: 0.2, heat: -3}
                  up: {operator: sp, rate: 0.1, heat: 2}
              cold:
                channels:
                  down: {operator: sm, rate: 0.1, heat: 0}
            initial: g
            time: {end: 2, points: 3}
            """);

    private static double width(String quantity) {
        return UntilBounds.of(MODEL, quantity, TRAJECTORIES, Optional.empty()).width();
    }

    /** n* = Λ + √(2Λℓ) + ℓ/3, as {@link CurveRanges} says. */
    private static double jumps(double mean) {
        double exponent = Math.log(TRAJECTORIES / 1e-9);
        return mean + Math.sqrt(2 * mean * exponent) + exponent / 3;
    }

    @Test
    void whatIsCounted() {
        assertEquals(jumps(0.4), width("jumps.hot.down"), ROUNDING);
        assertEquals(jumps(0.2), width("jumps.hot.up"), ROUNDING);
        assertEquals(jumps(0.2), width("jumps.cold.down"), ROUNDING, "jumps without a quantum count as well");
        assertEquals(5 * jumps(0.6), width(Quantity.HEAT_COUNTED), ROUNDING);
        assertEquals(5 * jumps(0.6), width("heat.counted.hot"), ROUNDING);
        assertEquals(0, width("heat.counted.cold"), ROUNDING);
    }

    @Test
    void whatJumpsDoToTheEnergy() {
        double unitary = width(Quantity.HEAT_UNITARY);
        assertEquals(jumps(0.8), width(Quantity.HEAT_JUMP), ROUNDING);
        assertEquals(jumps(0.8) + 1 + unitary, width(Quantity.HEAT_DRIFT), ROUNDING);
        assertEquals(1 + 5 * jumps(0.8), width(Quantity.HEAT_QUANTUM), ROUNDING);
        assertEquals(2 + 5 * jumps(0.8), width(Quantity.WORK_TPM), ROUNDING);
    }

    /** i[H, E] = −0.1 σ_y, or its negative, for a time of 2. */
    @Test
    void whatTheModelBounds() {
        assertEquals(0.4, width(Quantity.HEAT_UNITARY), ROUNDING);
        assertEquals(1, width(Quantity.ENERGY), ROUNDING);
        assertEquals(1, width(Quantity.ENERGY_CHANGE), ROUNDING);
        assertEquals(0, width(Quantity.WORK), ROUNDING);
        assertEquals(1, width(Quantity.HEAT), ROUNDING);
    }

    @Test
    void whatNothingBounds() {
        assertEquals(Double.POSITIVE_INFINITY, width(Quantity.ENTROPY_PRODUCTION));
        assertEquals(Double.POSITIVE_INFINITY, width(Quantity.WEIGHT));
        assertThrows(IllegalArgumentException.class, () -> width("heat.counted.warm"));
    }
}
