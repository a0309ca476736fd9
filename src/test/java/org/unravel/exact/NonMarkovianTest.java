package org.unravel.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import org.hipparchus.complex.Complex;
import org.junit.jupiter.api.Test;
import org.unravel.ReferenceTable;
import org.unravel.model.Caveat;
import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.model.Quantity;
import org.unravel.modelfile.ModelReader;

/**
 * The master equation with rates of both signs against closed forms: a qubit in a Lorentzian bath, whose amplitude is G(t) = e^{−(λ − iΔ)t/2} [cosh(dt/2) + (λ − iΔ)/d sinh(dt/2)] with
 * d² = (λ − iΔ)² − 2γ₀λ (Breuer and Petruccione, The Theory of Open Quantum Systems, section 10.1.2), and the qubit with a rate that is negative at all times (Hall, Cresser, Li and
 * Andersson, Phys. Rev. A 89, 042120 (2014)).
 */
class NonMarkovianTest {

    /** What the exact side promises. */
    private static final double EXACT = 1e-8;
    private static final double START = 0.9;

    private static Model read(String name) {
        return ModelReader.readShipped(name, Map.of());
    }

    private static Complex amplitude(double gamma, double lambda, double detuning, double t) {
        Complex kappa = new Complex(lambda, -detuning);
        Complex d = kappa.multiply(kappa).subtract(2 * gamma * lambda).sqrt();
        Complex half = d.multiply(t / 2);
        return kappa.multiply(-t / 2).exp().multiply(half.cosh().add(kappa.divide(d).multiply(half.sinh())));
    }

    @Test
    void aDetunedBathGivesBackWhatItHasTaken() {
        Model model = read("nonmarkovian-detuned");
        ExactCurves exact = MasterEquation.solve(model);
        double backflow = 0;
        for (int i = 0; i < model.time().pointCount(); i++) {
            Complex g = amplitude(0.25, 0.05, 0.3, model.time().time(i));
            double excited = START * g.norm() * g.norm();
            assertEquals(excited, Curves.curve(exact, "excited")[i], EXACT);
            assertEquals(g.getReal(), Curves.curve(exact, "re_g")[i], EXACT);
            assertEquals(g.getImaginary(), Curves.curve(exact, "im_g")[i], EXACT);
            assertEquals(excited - START, Curves.curve(exact, Quantity.HEAT)[i], EXACT);
            assertEquals(excited - START, Curves.curve(exact, Quantity.HEAT_COUNTED)[i], EXACT);
            double[] heat = Curves.curve(exact, Quantity.HEAT);
            backflow += i == 0 ? 0 : Math.max(0, heat[i] - heat[i - 1]);
        }
        // the sum over grid times misses what turns between them, less than a percent
        assertEquals(0.0690, backflow, 7e-4);
    }

    /** The amplitude passes through zero, where the rate of the equation for the qubit alone has a pole; with its mode there is none. */
    @Test
    void aModeIsTheMemoryOfAStrongBath() {
        ExactCurves exact = MasterEquation.solve(read("nonmarkovian-pseudomode"));
        ReferenceTable table = ReferenceTable.read("first_law_nonmarkov_strong");
        int compared = 0;
        for (int i = 0; i < table.column("t").length; i++) {
            double g = amplitude(0.25, 0.05, 0, table.column("t")[i]).norm();
            if (g > 0.01) {
                assertEquals(table.column("p_e")[i], Curves.curve(exact, "excited")[i], EXACT);
                assertEquals(START * g * g, Curves.curve(exact, "excited")[i], EXACT);
                assertEquals(table.column("Q")[i], Curves.curve(exact, "excited")[i] - START, EXACT);
                compared++;
            }
        }
        assertTrue(compared > 100, "compared " + compared);
    }

    @Test
    void aRateThatIsAlwaysNegativeLeavesStatesPositive() {
        Model model = read("eternal-nonmarkovian");
        ExactCurves exact = MasterEquation.solve(model);
        for (int i = 0; i < model.time().pointCount(); i++) {
            double decay = Math.exp(-2 * model.time().time(i));
            assertEquals(0.28 * decay, Curves.curve(exact, "rz")[i], EXACT);
            assertEquals(0.96 * (1 + decay) / 2, Curves.curve(exact, "rx")[i], EXACT);
            assertEquals(0, Curves.curve(exact, "ry")[i], EXACT);
            assertEquals(0.14 * (decay - 1), Curves.curve(exact, Quantity.HEAT)[i], EXACT);
            assertEquals(0, Curves.curve(exact, Quantity.HEAT_COUNTED)[i], EXACT);
        }
    }

    @Test
    void numbersOfJumpsCountThemWithTheSignsOfTheirRates() {
        Model model = read("eternal-nonmarkovian");
        double[] jumps = Curves.curve(MasterEquation.solve(model), "jumps.noise.z");
        for (int i = 0; i < jumps.length; i++) {
            assertEquals(-Math.log(Math.cosh(model.time().time(i))) / 2, jumps[i], EXACT);
        }
    }

    /** A rate that begins below zero takes populations below zero: ρ_ee = e^{t/10} of a qubit that starts in its upper level leaves −0.105 for the lower one at t = 1. */
    @Test
    void statesThatAreNoneAreCounted() {
        Model model = ModelReader.readText("""
                unravel: 1
                name: unphysical
                space: {q: qubit}
                hamiltonian: proj(q, e)
                baths: {b: {channels: {down: {operator: sm(q), rate: -0.1, heat: -1}}}}
                initial: {q: e}
                time: {end: 1, points: 11}
                observables: {lower: "proj(q, g)"}
                unraveling: martingale
                """, Map.of());
        ExactCurves exact = MasterEquation.solve(model);
        assertEquals(1 - Math.exp(0.1), Curves.curve(exact, "lower")[10], EXACT);
        assertEquals(1, exact.caveats().size());
        assertEquals(Caveat.Kind.NOT_POSITIVE, exact.caveats().get(0).kind());
        assertEquals("expected states with populations >= 0, found -0.105 at t = 1, and some below 0 at 10 of 11 grid times: with these rates the equation is that of no system",
                exact.caveats().get(0).text());
        assertTrue(MasterEquation.solve(read("eternal-nonmarkovian")).caveats().isEmpty());
        assertTrue(MasterEquation.solve(read("nonmarkovian-oscillating")).caveats().isEmpty());
    }

    /** Noise and waiting times of weights of both signs are those of no probabilities. */
    @Test
    void thereIsNoLongTimeLimit() {
        ModelException e = assertThrows(ModelException.class, () -> LongTimeStatistics.of(read("nonmarkovian-oscillating")));
        assertTrue(e.getMessage().startsWith("expected unraveling: jumps for the long-time limit, found martingale"), e.getMessage());
        assertEquals("unraveling", e.key());
    }
}
