package org.unravel.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unravel.ModelText;
import org.unravel.model.Bath;
import org.unravel.model.HeatBooks;
import org.unravel.model.Model;
import org.unravel.model.Quantity;
import org.unravel.modelfile.ModelReader;

/** The heat of each bath from the master equation: closed forms, and that all together are the heat. */
class HeatOfBathsTest {

    /** The exact side promises 1e-10 of the largest value. */
    private static final double TOLERANCE = 1e-10;
    private static final double GAMMA = 0.15;
    private static final double DECAY = 0.4;

    /**
     * H = sx/2 and s = ⟨sx⟩: dephasing sz of rate γ takes ds = −2γs dt, decay in the basis of sx of rate Γ takes −Γ(1 + s) dt, and H leaves s alone. With
     * κ = 2γ + Γ: s(t) = s∞ + (s(0) − s∞)e^{−κt}, s∞ = −Γ/κ. Neither operator is an eigenoperator of H for the first bath, whose quanta are zero.
     */
    private static final Model MODEL = ModelText.read("""
            unravel: 1
            name: two-ways
            parameters: {gamma: 0.15, decay: 0.4}
            space: {q: qubit}
            hamiltonian: sx/2
            baths:
              noise:
                channels:
                  z: {operator: sz, rate: gamma, heat: 0}
              cold:
                channels:
                  down: {operator: (sz + i*sy)/2, rate: decay, heat: -1}
            initial: {q: (e + g)/sqrt(2)}
            time: {end: 6, points: 13}
            """);

    private static double[] curve(ExactCurves curves, Bath bath) {
        return curves.curve(Quantity.heat(bath)).orElseThrow();
    }

    @Test
    void dephasingAndDecayTakeTheirPartOfTheEnergy() {
        ExactCurves curves = MasterEquation.solve(MODEL);
        double[] noise = curve(curves, MODEL.baths().get(0));
        double[] cold = curve(curves, MODEL.baths().get(1));
        double kappa = 2 * GAMMA + DECAY;
        double rest = -DECAY / kappa;
        for (int i = 0; i < noise.length; i++) {
            double t = MODEL.time().time(i);
            double integral = rest * t + (1 - rest) * (1 - Math.exp(-kappa * t)) / kappa;
            assertEquals(-GAMMA * integral, noise[i], TOLERANCE, "noise at t = " + t);
            assertEquals(-DECAY * (t + integral) / 2, cold[i], TOLERANCE, "cold at t = " + t);
        }
        // A planted error: the dephasing counts nothing, so what is counted is not the heat of a bath.
        assertTrue(Math.abs(curves.curve(Quantity.heatCounted(MODEL.baths().get(0))).orElseThrow()[12] - noise[12]) > 0.01);
    }

    @ParameterizedTest
    @ValueSource(strings = {"three-level-maser", "heat-exchange", "reaction-coordinate", "thermal-qubit", "ising-chain", "driven-three-level"})
    void heatsOfBathsAddUp(String name) {
        Model model = ModelReader.readShipped(name, Map.of());
        ExactCurves curves = MasterEquation.solve(model);
        double[] heat = curves.curve(Quantity.HEAT).orElseThrow();
        for (int i = 0; i < heat.length; i++) {
            double sum = model.hasOwnEnergy() ? curves.curve(Quantity.HEAT_UNITARY).orElseThrow()[i] : 0;
            double largest = Math.abs(heat[i]);
            for (Bath bath : model.baths()) {
                sum += curve(curves, bath)[i];
                largest = Math.max(largest, Math.abs(curve(curves, bath)[i]));
            }
            assertEquals(heat[i], sum, TOLERANCE * Math.max(1, largest), name);
        }
    }

    @Test
    void heatsThatAreBookedTogetherAreNotComputed() {
        ExactCurves curves = MasterEquation.solve(MODEL.withHeatBooks(HeatBooks.TOGETHER));
        MODEL.baths().forEach(b -> assertFalse(curves.curve(Quantity.heat(b)).isPresent()));
    }
}
