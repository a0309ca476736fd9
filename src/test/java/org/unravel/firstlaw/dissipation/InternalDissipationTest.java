package org.unravel.firstlaw.dissipation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.unravel.ModelText;
import org.unravel.exact.ExactCurves;
import org.unravel.exact.MasterEquation;
import org.unravel.model.Model;
import org.unravel.model.Observable;
import org.unravel.modelfile.ModelReader;
import org.unravel.numeric.SparseMatrix;

/** Operators of dissipation against heat of the master equation, closed forms and each other. */
class InternalDissipationTest {

    /** Products of a few matrices of numbers of order 1. */
    private static final double ROUNDING = 1e-14;

    @Test
    void adjointDissipatorsOfAQubitAreTheirClosedForms() {
        DampedQubit.identities().forEach(i -> assertEquals(0, i.residual(), ROUNDING, i.toString()));
    }

    /** A wrong sign or factor of any identity is seen. */
    @Test
    void aWrongSideIsSeen() {
        DampedQubit.identities().stream().filter(i -> i.scale() > 0)
                .forEach(i -> assertFalse(new Identity(i.name(), i.left(), i.right().scaled(1 + 1e-9, 0), Identity.Claim.EQUAL, i.tolerance()).isConfirmed(), i.name()));
    }

    @Test
    void bothSidesAreShown() {
        assertEquals("1 + 1 = 2: 2 = 2, residual 0.0e+00", Identity.ofNumbers("1 + 1 = 2", 2, 2, Identity.Claim.EQUAL).toString());
        assertTrue(DampedQubit.identities().get(0).toString().startsWith("D†[σ_-](σ_z) = -2 σ_+σ_-: [-2 0; 0 0] = [-2 0; 0 0]"), DampedQubit.identities().get(0).toString());
    }

    /** The mean of R, summed over the channels, is minus the rate of heat: by a difference of the fourth order on a grid of step 0.01, which errs by (0.01·2)⁴/30 · 2 = 1e-8. */
    @Test
    void itsMeanIsMinusTheRateOfHeat() {
        Model model = ModelReader.readShipped("lab-frame-qubit", Map.of("n", "0.3", "omega_d", "1.1"));
        Model fine = model.withTime(new org.unravel.model.TimeGrid(0, 4, 401)).withObservables(java.util.List.of(new Observable("R", InternalDissipation.power(model)),
                new Observable("R_0", InternalDissipation.countedPower(model)), new Observable("one", InternalDissipation.power(model, model.channels().get(0))),
                new Observable("two", InternalDissipation.power(model, model.channels().get(1)))));
        ExactCurves exact = MasterEquation.solve(fine);
        double[] heat = exact.curve("heat").orElseThrow();
        double[] counted = exact.curve("heat.counted").orElseThrow();
        for (int i = 2; i < 399; i++) {
            double rate = (8 * (heat[i + 1] - heat[i - 1]) - (heat[i + 2] - heat[i - 2])) / 0.12;
            double quanta = (8 * (counted[i + 1] - counted[i - 1]) - (counted[i + 2] - counted[i - 2])) / 0.12;
            assertEquals(-rate, exact.curve("R").orElseThrow()[i], 1e-8);
            assertEquals(-quanta, exact.curve("R_0").orElseThrow()[i], 1e-8);
            assertEquals(exact.curve("R").orElseThrow()[i], exact.curve("one").orElseThrow()[i] + exact.curve("two").orElseThrow()[i], 1e-12);
        }
    }

    /** Also of an operator that is no energy: d⟨σ_x⟩/dt under precession and decay, in closed form −ω⟨σ_y⟩ − Γ⟨σ_x⟩/2. */
    @Test
    void theHeisenbergPictureMovesAnyOperator() {
        Model model = ModelReader.readShipped("thermal-qubit", Map.of("n", "0", "beta", "1"));
        SparseMatrix rate = InternalDissipation.rate(model, ModelReader.readShipped("lab-frame-qubit", Map.of()).observables().get(1).operator()).at(0);
        assertEquals(-0.05 / 2, rate.re(0, 1), ROUNDING);
        assertEquals(1, rate.im(0, 1), ROUNDING, "-ω σ_y has the element i");
    }

    @Test
    void oneCollectiveJumpOperatorIsNoSumOverTransitions() {
        Model collective = ModelText.read("""
                unravel: 1
                name: collective
                space: {atom: levels(3)}
                hamiltonian: proj(atom, 1) + 1.3*proj(atom, 2)
                baths: {vacuum: {channels: {c: {operator: "op(atom, 0, 1) + op(atom, 0, 2)", rate: 0.05, heat: -1.15}}}}
                initial: (level(1) + level(2))/sqrt(2)
                time: {end: 1, points: 2}
                """);
        Identity counterexample = Transitions.identities(collective, Identity.Claim.UNEQUAL).get(0);
        assertTrue(counterexample.isConfirmed());
        // ⟨R⟩ of the start is 0.115, the formula by populations says 0.0575
        double[] ket = {0, Math.sqrt(0.5), Math.sqrt(0.5)};
        assertEquals(0.115, counterexample.left().expectation(ket, new double[3]), ROUNDING);
        assertEquals(0.0575, counterexample.right().expectation(ket, new double[3]), ROUNDING);
        assertFalse(Transitions.identities(collective, Identity.Claim.EQUAL).get(0).isConfirmed());
    }

    @Test
    void separateTransitionsAreThatSum() {
        assertTrue(Transitions.identities(ModelReader.readShipped("multi-level-cascade", Map.of()), Identity.Claim.EQUAL).get(0).isConfirmed());
        assertThrows(IllegalArgumentException.class, () -> Transitions.power(ModelReader.readShipped("lab-frame-qubit", Map.of())));
    }

    /** Two baths on one qubit at T = 0 take its energy as their rates say. */
    @Test
    void partitionFactorIsTheShareOfTheRates() {
        Model model = ModelText.read("""
                unravel: 1
                name: two-ways
                space: {q: qubit}
                hamiltonian: sz(q)/2
                baths:
                  inside: {channels: {c: {operator: sm(q), rate: 0.03, heat: -1}}}
                  outside: {channels: {c: {operator: sm(q), rate: 0.01, heat: -1}}}
                initial: {q: e}
                time: {end: 1, points: 2}
                """);
        double[] excited = {1, 0};
        double inside = InternalDissipation.power(model, model.baths().get(0)).at(0).expectation(excited, new double[2]);
        double all = InternalDissipation.power(model).at(0).expectation(excited, new double[2]);
        assertEquals(0.75, InternalDissipation.partitionFactor(inside, all), ROUNDING);
        assertTrue(Double.isNaN(InternalDissipation.partitionFactor(0, 0)));
    }
}
