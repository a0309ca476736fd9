package org.unravel.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;

import org.junit.jupiter.api.Test;
import org.unravel.model.Model;
import org.unravel.model.ModelException;

/** Closed forms of the time of the first jump. */
class FirstJumpDistributionTest {

    /** What the integration promises; errors of 1e-12 a step add up. */
    private static final double INTEGRATED = 1e-11;
    private static final int CELLS = 300;

    private static double distance(Model model, DoubleUnaryOperator survival) {
        double[] found = FirstJumpDistribution.solve(model, CELLS, WorkBudget.of(Effort.MODERATE)).distributionFunction();
        double largest = 0;
        for (int c = 0; c < CELLS; c++) {
            double t = (c + 1) * (model.time().end() - model.time().start()) / CELLS;
            largest = Math.max(largest, Math.abs(1 - survival.applyAsDouble(t) - found[c]));
        }
        return largest;
    }

    @Test
    void twoExcitedAtomsDecay() {
        double rate = 0.3;
        Model model = CountingModels.twoAtoms(rate).build();
        assertTrue(distance(model, t -> Math.exp(-2 * rate * t)) <= INTEGRATED);
        assertTrue(distance(model, t -> Math.exp(-2 * rate * 1.05 * t)) > INTEGRATED, "a rate 5 % off must be seen");
    }

    /**
     * Resonance fluorescence from the ground state, Ω > γ/2: with κ = √(Ω² − γ²/4) the amplitudes under H_eff = (Ω/2)σ_x − (iγ/2)|e⟩⟨e| are
     * c_e = −i(Ω/κ) e^{−γt/4} sin(κt/2) and c_g = e^{−γt/4}(cos(κt/2) + (γ/2κ) sin(κt/2)).
     *
     * @see <a href="https://doi.org/10.1103/PhysRevA.39.1200">Carmichael, Singh, Vyas and Rice (1989), PRA 39, 1200, §III</a>
     */
    @Test
    void drivenAtomFromTheGroundState() {
        double rabi = 1.3;
        double rate = 0.7;
        double k = Math.sqrt(rabi * rabi - rate * rate / 4);
        Model model = CountingModels.fluorescence(rabi, rate).level(1).build();
        assertTrue(distance(model, t -> {
            double s = Math.sin(k * t / 2);
            double g = Math.cos(k * t / 2) + rate / (2 * k) * s;
            return Math.exp(-rate * t / 2) * (rabi * rabi / (k * k) * s * s + g * g);
        }) <= INTEGRATED);
    }

    @Test
    void workBeyondTheEffortIsRefused() {
        Model model = CountingModels.twoAtoms(0.3).build();
        assertThrows(ModelException.class, () -> FirstJumpDistribution.solve(model, 100_000_000, WorkBudget.of(Effort.MODERATE)));
        assertEquals(CELLS, FirstJumpDistribution.solve(model, CELLS, WorkBudget.of(Effort.MODERATE)).distributionFunction().length);
    }
}
