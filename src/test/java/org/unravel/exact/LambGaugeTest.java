package org.unravel.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unravel.ModelText;
import org.unravel.ReferenceTable;
import org.unravel.bath.coupling.GaugeConditions;
import org.unravel.model.Model;
import org.unravel.modelfile.ModelReader;

/** Heat and work with and without a Lamb shift in the energy: both gauges of the tables, and where the two conditions hold. */
class LambGaugeTest {

    /** Tables have twelve digits, the master equation eleven. */
    private static final double TABLE = 1e-10;

    /** The same problem whose energy is the whole Hamiltonian. */
    private static Model dressed(Model bare) {
        return new Model(bare.name(), bare.title(), bare.parameters(), bare.space(), bare.hamiltonian(), Optional.empty(), bare.baths(), bare.initial(), bare.time(), bare.observables(),
                bare.unraveling(), bare.sampling());
    }

    private static double[] curve(ExactCurves curves, String name) {
        return curves.curve(name).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"constant", "timedep", "noncommuting"})
    void bothGaugesAreThoseOfTheTable(String kind) {
        Model model = ModelReader.readShipped("lamb-shift-" + kind, Map.of());
        ReferenceTable table = ReferenceTable.read("first_law_lamb_" + kind);
        ExactCurves bare = MasterEquation.solve(model);
        ExactCurves whole = MasterEquation.solve(dressed(model));
        for (int i = 0; i < model.time().pointCount(); i++) {
            assertEquals(table.column("W")[i], curve(bare, "work")[i], TABLE);
            assertEquals(table.column("U_d")[i], curve(whole, "energy")[i], TABLE);
            assertEquals(table.column("Q_d")[i], curve(whole, "heat")[i], TABLE);
            assertEquals(table.column("W_d")[i], curve(whole, "work")[i], TABLE);
            assertEquals(table.column("dQ")[i], curve(whole, "heat")[i] - curve(bare, "heat")[i], 2 * TABLE);
            assertEquals(table.column("dW")[i], curve(whole, "work")[i] - curve(bare, "work")[i], 2 * TABLE);
        }
    }

    @Test
    void theConditionsAreThoseOfTheTables() {
        GaugeConditions constant = GaugeConditions.of(ModelReader.readShipped("lamb-shift-constant", Map.of())).orElseThrow();
        assertTrue(constant.commutes());
        assertFalse(constant.conserved());
        // D*(δ/2 σ_z) = −Γ(δ/2)(σ_z − z_eq), whose largest entry is Γ(δ/2)(1 + |z_eq|) = δγ(n + 1)
        assertEquals(0.2 * 0.08 / -Math.expm1(-1 / 0.7), constant.dissipated(), 1e-15);
        GaugeConditions other = GaugeConditions.of(ModelReader.readShipped("lamb-shift-noncommuting", Map.of())).orElseThrow();
        assertFalse(other.commutes());
        assertEquals(0.15 / 2, other.commutator(), 1e-16, "[σ_z/2, ε/2 σ_x] = iε/2 σ_y");
        assertFalse(other.conserved());
    }

    private static Model dephasing(String shift, String energy) {
        return ModelText.read("""
                unravel: 1
                name: dephasing
                space: {q: qubit}
                hamiltonian: sz/2 + %s
                %s
                baths: {noise: {channels: {z: {operator: sz, rate: 0.1, heat: 0}}}}
                initial: {q: (e + 2*g)/sqrt(5)}
                time: {end: 8, points: 9}
                """.formatted(shift, energy));
    }

    /** σ_z under pure dephasing: both conditions hold, and neither heat nor work knows of the shift. With δ(t) only the work does. */
    @Test
    void whereBothConditionsHoldHeatIsTheSame() {
        GaugeConditions held = GaugeConditions.of(dephasing("0.1*sz", "energy: sz/2")).orElseThrow();
        assertTrue(held.commutes() && held.conserved());
        ExactCurves bare = MasterEquation.solve(dephasing("0.1*(1 - exp(-t))*sz", "energy: sz/2"));
        ExactCurves whole = MasterEquation.solve(dephasing("0.1*(1 - exp(-t))*sz", ""));
        for (int i = 0; i < 9; i++) {
            assertEquals(0, curve(whole, "heat")[i], 1e-12);
            assertEquals(0, curve(bare, "heat")[i], 1e-12);
            assertEquals(-0.06 * (1 - Math.exp(-i)), curve(whole, "work")[i], 1e-11, "0.1(1 − e^{−t})⟨σ_z⟩ with ⟨σ_z⟩ = −3/5 at all times");
        }
    }

    /** From the spectrum: H_LS = S(1)σ_+σ_- + S(−1)σ_-σ_+ with the numbers of an independent implementation; in the energy or not. */
    @Test
    void theShiftOfASpectrumActsAndCountsAsItIsAsked() {
        Model model = ModelReader.readShipped("lamb-shift", Map.of());
        assertEquals(0.5 - 0.0343902922, model.hamiltonian().at(0).re(0, 0), 1e-9);
        assertEquals(-0.5 - 0.0275328830, model.hamiltonian().at(0).re(1, 1), 1e-9);
        assertEquals(0.5, model.energy().at(0).re(0, 0));
        ExactCurves curves = MasterEquation.solve(model);
        double[] unitary = curve(curves, "heat.unitary");
        double[] sx = curve(curves, "sx");
        double gap = 1 - 0.00685740918;
        double gamma = 0.02 * Math.exp(-0.1) / Math.tanh(1) / 2;
        for (int i = 0; i < unitary.length; i++) {
            double t = model.time().time(i);
            assertEquals(0, unitary[i]);
            assertEquals(Math.exp(-gamma * t) * Math.cos(gap * t), sx[i], 1e-8);
        }
        GaugeConditions gauge = GaugeConditions.of(model).orElseThrow();
        assertTrue(gauge.commutes());
        assertFalse(gauge.conserved());
    }
}
