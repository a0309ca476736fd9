package org.unravel.engine.renewal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.unravel.engine.ContractModels;
import org.unravel.engine.jump.SurvivalRoot;
import org.unravel.model.Model;

/** Waiting times beside closed forms of the survival probability. */
class WaitingTimeTableTest {

    private static final double RABI = 1.3;
    private static final double DECAY = 0.4;
    private static final double END = 30;
    private static final int POINTS = 41;
    /** What the engine promises: |S(τ(u)) − u|. */
    private static final double SURVIVAL_TOLERANCE = 1e-10;
    private static final int THRESHOLDS = 20_000;

    /** A qubit under a resonant laser that has just emitted. */
    private static Model fluorescence() {
        return ContractModels.read("""
                unravel: 1
                name: resonance-fluorescence
                space: {q: qubit}
                hamiltonian: %s/2*sx
                baths:
                  vacuum:
                    channels: {emission: {operator: sm, rate: %s, heat: 0}}
                initial: {q: g}
                time: {end: %s, points: %s}
                """.formatted(RABI, DECAY, END, POINTS));
    }

    /**
     * S(τ) = e^{−γτ/2}[(cos λτ + γ/4λ sin λτ)² + (Ω/2λ)² sin² λτ], λ² = Ω²/4 − γ²/16: the two amplitudes of ċ_e = −γ/2 c_e − iΩ/2 c_g,
     * ċ_g = −iΩ/2 c_e from c_g = 1.
     */
    private static double survival(double age) {
        double lambda = Math.sqrt(RABI * RABI / 4 - DECAY * DECAY / 16);
        double s = Math.sin(lambda * age);
        double ground = Math.cos(lambda * age) + DECAY / (4 * lambda) * s;
        double excited = RABI / (2 * lambda) * s;
        return Math.exp(-DECAY * age / 2) * (ground * ground + excited * excited);
    }

    private static WaitingTimeTable table(Model model) {
        return RenewalTables.of(model, PostJumpStates.of(model)).states()[0].waiting();
    }

    @Test
    void agesAreWhereTheSurvivalHasFallenToTheThreshold() {
        WaitingTimeTable table = table(fluorescence());
        assertTrue(table.nearlyDarkCount() > 0, "the state after an emission cannot emit");
        SurvivalRoot root = new SurvivalRoot();
        double last = 0;
        for (int i = THRESHOLDS; i > THRESHOLDS * survival(END); i--) {
            double u = (double) i / THRESHOLDS;
            int cell = table.cell(u);
            double age = table.age(cell, table.place(cell, u, root));
            assertEquals(u, survival(age), SURVIVAL_TOLERANCE);
            assertTrue(age >= last - WaitingTimeTable.PLACE_TOLERANCE * END, "ages do not rise at u = " + u);
            last = age;
        }
    }

    @Test
    void thresholdsBelowTheSurvivalAtTheEndNeverJump() {
        WaitingTimeTable table = table(fluorescence());
        // The table goes on for some steps beyond the end; further on no lane comes.
        double beyond = END + 3 * END / (POINTS - 1);
        assertEquals(WaitingTimeTable.NEVER, table.cell(survival(beyond)));
        assertTrue(table.cell(survival(END)) != WaitingTimeTable.NEVER);
    }

    @Test
    void decayHasItsClosedForm() {
        WaitingTimeTable table = WaitingTimeTable.exponential(0.7);
        assertTrue(table.isExponential());
        int cell = table.cell(0.3);
        double age = table.age(cell, table.place(cell, 0.3, new SurvivalRoot()));
        double roundingOfLogarithm = 4 * Math.ulp(2.0);
        assertEquals(-Math.log(0.3) / 0.7, age, roundingOfLogarithm);
        assertEquals(WaitingTimeTable.NEVER, WaitingTimeTable.exponential(0).cell(0x1p-53));
    }
}
