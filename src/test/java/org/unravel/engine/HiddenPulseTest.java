package org.unravel.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unravel.exact.MasterEquation;
import org.unravel.model.Model;

/** A pulse far shorter than a grid step, at no place where a step is looked at, turns a qubit by its area: P_e = sin²(A√π W) (Rabi). */
class HiddenPulseTest {

    private static final double WIDTH = 1e-3;
    private static final double HEIGHT = 200;
    private static final double TURNED = Math.pow(Math.sin(HEIGHT * Math.sqrt(Math.PI) * WIDTH), 2);
    /** H = σ_z/2 goes on in the meantime: by time-dependent perturbation it changes the turned state by (ωW)² at most, over some widths. */
    private static final double TOLERANCE = Math.pow(4 * WIDTH, 2);

    /** At a rate of 1e-12 nothing jumps. */
    private static Model model() {
        return ContractModels.read("""
                unravel: 1
                name: hidden-pulse
                space: {q: qubit}
                hamiltonian: sz/2 + HEIGHT*exp(-((t - 50.2)/WIDTH)^2)*sx
                baths:
                  b:
                    channels:
                      down: {operator: sm, rate: 1e-12, heat: -1}
                initial: {q: g}
                time: {end: 100, points: 201}
                observables: {excited: "proj(q, e)"}
                """.replace("WIDTH", Double.toString(WIDTH)).replace("HEIGHT", Double.toString(HEIGHT)));
    }

    @Test
    void masterEquationSeesIt() {
        Model model = model();
        double[] excited = MasterEquation.solve(model).curve("excited").orElseThrow();
        assertEquals(0, excited[100], TOLERANCE);
        assertEquals(TURNED, excited[101], TOLERANCE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"grid", "sparse"})
    void everyEngineSeesIt(EngineChoice choice) {
        Model model = model();
        RecordedTrajectories shown = RecordedTrajectories.of(model, Engines.create(model, choice), 1, 1);
        assertEquals(0, shown.jumpCount());
        assertEquals(TURNED, shown.state(0, 101)[4], TOLERANCE);
        assertEquals(TURNED, shown.state(0, 101)[1], TOLERANCE, "work");
    }
}
