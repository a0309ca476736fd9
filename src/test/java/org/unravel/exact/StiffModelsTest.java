package org.unravel.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.unravel.ModelText;
import org.unravel.exact.CountingDistribution.Atom;
import org.unravel.model.Model;
import org.unravel.model.Quantity;
import org.unravel.model.Reason;

/** Rates that differ by up to eighteen decades, with times at which the slow ones matter: closed forms. */
class StiffModelsTest {

    /** Roundings of a double, of rates of order one after exponentials of 31 digits. */
    private static final double EXACT = 1e-13;

    private static double last(ExactCurves curves, String name) {
        double[] curve = curves.curve(name).orElseThrow();
        return curve[curve.length - 1];
    }

    private static final String DECAY = """
            unravel: 1
            name: decay
            space: {q: qubit}
            hamiltonian: 0.5*sz(q)
            baths: {b: {channels: {down: {operator: sm(q), rate: 1e9, heat: -1}}}}
            initial: {q: e}
            time: {end: 10, points: 3}
            observables: {e: "proj(q, e)"}
            """;

    @Test
    void decayAtOnce() {
        ExactCurves curves = MasterEquation.solve(ModelText.read(DECAY));
        assertEquals(0, last(curves, "e"), EXACT);
        assertEquals(1, last(curves, "jumps.b.down"), EXACT);
        assertEquals(-1, last(curves, Quantity.HEAT_COUNTED), EXACT);
        assertEquals(0, last(curves, Quantity.HEAT_QUANTUM), EXACT);
    }

    @Test
    void decayAtOnceHasMomentsAndADistribution() {
        Model model = ModelText.read(DECAY);
        CountingStatistics s = CountingStatistics.solve(model, 8, WorkBudget.of(Effort.MODERATE));
        assertEquals(-1, s.moments().get(Quantity.HEAT_COUNTED).mean()[1], EXACT);
        assertEquals(0, s.moments().get(Quantity.HEAT_COUNTED).variance()[1], EXACT);
        assertEquals(1, s.distribution(Quantity.HEAT_COUNTED).orElseThrow().probability(-1), 1e-10);
        assertTrue(s.absences().values().stream().noneMatch(why -> why.text().contains("smooth") || why.reason() == Reason.GAVE_UP), s.absences().toString());
        assertEquals(1, FirstJumpDistribution.solve(model, 16, WorkBudget.unlimited()).distributionFunction()[0], EXACT);
    }

    /** Two levels in balance at rates of 1e9, one of which leaks at 1e-9: 1 − e^{−x/2} at x = 1e-9 · 1e5, after 1e14 jumps. */
    @Test
    void slowLeakBesideFastJumps() {
        Model model = ModelText.read("""
                unravel: 1
                name: leak
                space: {q: levels(3)}
                hamiltonian: 0*proj(q, 0)
                energy: proj(q, 1) + 2*proj(q, 2)
                baths:
                  b:
                    channels:
                      down: {operator: "op(q, 0, 1)", rate: 1e9, heat: -1}
                      up: {operator: "op(q, 1, 0)", rate: 1e9, heat: 1}
                      slow: {operator: "op(q, 2, 0)", rate: 1e-9, heat: 2}
                initial: {q: 0}
                time: {end: 1e5, points: 11}
                observables: {leaked: "proj(q, 2)"}
                """);
        double leaked = -Math.expm1(-5e-5);
        ExactCurves curves = MasterEquation.solve(model);
        assertEquals(leaked, last(curves, "leaked"), EXACT * leaked);
        assertEquals(leaked, last(curves, "jumps.b.slow"), EXACT * leaked);
        // the first law: half the rest, and twice the leak
        double energy = 0.5 * (1 - leaked) + 2 * leaked;
        assertEquals(energy, last(curves, Quantity.ENERGY), EXACT);
        assertEquals(energy, last(curves, Quantity.HEAT), EXACT);
        CountedQuantity heat = CountedQuantity.allOf(model).get(0);
        CountingMoments moments = CountingMoments.solve(model, heat);
        assertEquals(energy, moments.mean()[10], EXACT);
        // of the energy itself: E[E²] − E[E]²
        assertEquals(0.5 * (1 - leaked) + 4 * leaked - energy * energy, moments.variance()[10], EXACT);
    }

    /** A level coupled by Ω = 1 to one that decays at Γ = 1e9: the rate Ω²/Γ is 1e-9 but for terms of 1e-18 of it; 1/e after 1e9. */
    @Test
    void zenoLimit() {
        Model model = ModelText.read("""
                unravel: 1
                name: zeno
                space: {q: levels(3)}
                hamiltonian: 0.5*(op(q, 0, 1) + op(q, 1, 0))
                energy: proj(q, 1) + 2*proj(q, 2)
                baths: {b: {channels: {down: {operator: "op(q, 2, 1)", rate: 1e9, heat: 1}}}}
                initial: {q: 0}
                time: {end: 1e9, points: 11}
                observables: {left: "proj(q, 0)"}
                """);
        assertEquals(Math.exp(-1), last(MasterEquation.solve(model), "left"), EXACT);
        CountedQuantity heat = CountedQuantity.allOf(model).get(0);
        CountingDistribution distribution = CountingDistribution.solve(model, heat, Effort.MODERATE);
        double total = distribution.atoms().stream().mapToDouble(Atom::probability).sum();
        assertEquals(1, total, 1e-10);
        assertEquals(-Math.expm1(-1), distribution.probability(1), 1e-10);
    }

    /** A drive that pumps a level which decays at 1e7: one jump of the start, and ∫(0.6 cos t)²/1e7 dt but for terms of 1e-14 of that. */
    @Test
    void stiffModelWithADrive() {
        Model model = ModelText.read("""
                unravel: 1
                name: pumped
                space: {q: qubit}
                hamiltonian: 0.5*sz(q) + 0.3*cos(t)*sx(q)
                baths: {b: {channels: {down: {operator: sm(q), rate: 1e7, heat: -1}}}}
                initial: {q: g}
                time: {end: 20, points: 11}
                """);
        double pumped = 0.36e-7 * (10 + Math.sin(40) / 4);
        // the coherence follows the drive 2e-7 late, and begins from zero
        assertEquals(pumped, last(MasterEquation.solve(model), "jumps.b.down"), 1e-6 * pumped);
    }
}
