package org.unravel.engine.sector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.unravel.engine.ContractModels;
import org.unravel.engine.FinalSample;
import org.unravel.engine.grid.GridEngine;
import org.unravel.model.Model;

/** The energy that residuals are measured by is one that the model has, and not far below the rounding of a pulse between grid times. */
class EnergyScaleTest {

    private static Model model(String drive, String time) {
        return ContractModels.read("""
                unravel: 1
                name: scale
                space: {q: qubit}
                hamiltonian: "sz(q)/2 + (DRIVE)*sx(q)"
                initial: {q: g}
                time: TIME
                """.replace("DRIVE", drive).replace("TIME", time));
    }

    /** Bounds of this sech over the whole run are 5e21; it is 1. */
    @Test
    void aBoundIsNoEnergy() {
        double scale = EnergyScale.of(model("2/(exp(t - 50.5) + exp(50.5 - t))", "{end: 100, points: 11}"));
        assertEquals(1, scale, 0.5);
    }

    @Test
    void aHiddenPulseCountsAsFarAsItsRoundingGoes() {
        double scale = EnergyScale.of(model("1e15*exp(-((t - 0.37123)/1e-9)^2)", "{end: 1, points: 2}"));
        assertTrue(scale >= 0.5e5 && scale <= 1e5, () -> "scale " + scale);
        assertEquals(0.5, EnergyScale.of(model("1e6*exp(-((t - 0.37123)/1e-9)^2)", "{end: 1, points: 2}")), 1e-12);
    }

    /** Lengths of grid intervals of 0.1 differ in the last place; tables of one period serve all. */
    @Test
    void periodsOfGridTimesThatAreRoundedShareTables() {
        Model model = model("cos(2*pi*t)", "{end: 20, points: 201}");
        GridEngine engine = GridEngine.of(model);
        assertTrue(engine.description().get("drive").toString().startsWith("repeats every 10 intervals"), engine.description().toString());
        assertTrue(FinalSample.of(model, engine, 1, 2).worstClosure() < 1e-11);
    }
}
