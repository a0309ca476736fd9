package org.unravel.bath.coupling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unravel.ModelText;
import org.unravel.bath.DetailedBalance;
import org.unravel.model.Bath;
import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.model.TimeBounds;
import org.unravel.model.TimeFunction;
import org.unravel.numeric.SparseMatrix;

/** Channels that follow the levels of H(t): against closed forms of a qubit, against the global equation, and refused where levels do not stay apart. */
class AdiabaticEquationTest {

    private static Model model(String space, String hamiltonian, String coupling, String rest, double end) {
        return ModelText.read("""
                unravel: 1
                name: slow
                space: {q: %s}
                hamiltonian: %s
                baths: {hot: {temperature: 0.5, coupling: "%s", spectrum: "ohmic(0.02, 10)", %s}}
                initial: ground
                time: {end: %s, points: 11}
                """.formatted(space, hamiltonian, coupling, rest, end));
    }

    private static Channel channel(Model model, String name) {
        return model.channels().stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
    }

    /** H = (vτ σ_z + Δσ_x)/2: ν² = v²τ² + Δ², |⟨−|σ_z|+⟩| = Δ/ν, and A_0 = (vτ/ν)(vτσ_z + Δσ_x)/ν. */
    @Test
    void aPassageThroughAnAvoidedCrossingIsThatOfItsClosedForm() {
        double v = 0.3;
        Model model = model("qubit", "0.3*(t - 20)/2*sz + 0.5*sx", "sz", "equation: adiabatic", 40);
        Channel emission = channel(model, "emission");
        Channel absorption = channel(model, "absorption");
        Channel dephasing = channel(model, "dephasing");
        for (double t = 0.013; t < 40; t += 0.731) {
            double z = v * (t - 20);
            double nu = Math.hypot(z, 1);
            double gamma = 0.02 * nu * Math.exp(-nu / 10) / -Math.expm1(-2 * nu);
            assertEquals(-nu, emission.heat().at(t).re(), 1e-12 * nu);
            assertEquals(-v * z / nu, emission.heat().at(t).rateRe(), 1e-10, "derivative of the quantum");
            assertEquals(gamma, emission.rate().at(t).re(), 1e-12);
            assertEquals(gamma * Math.exp(-2 * nu), absorption.rate().at(t).re(), 1e-12 * gamma);
            // A = ⟨−|σ_z|+⟩|−⟩⟨+| with |±⟩ real: entries of |−⟩⟨+| from (1 ± cos)/2 and sin
            double cos = z / nu;
            double sin = 1 / nu;
            SparseMatrix a = emission.operator().at(t);
            assertEquals(sin * sin / 2, a.re(0, 0), 1e-12);
            assertEquals(sin * (1 + cos) / 2, Math.abs(a.re(1, 0)), 1e-12);
            assertEquals(sin * (1 - cos) / 2, Math.abs(a.re(0, 1)), 1e-12);
            assertEquals(cos * cos, dephasing.operator().at(t).re(0, 0), 1e-12);
            assertEquals(cos * sin, dephasing.operator().at(t).re(0, 1), 1e-12);
        }
        assertEquals(0.01, dephasing.rate().at(1).re(), 1e-16, "eta T");
        assertEquals(v / 2, model.baths().get(0).origin().orElseThrow().slowness().orElseThrow(), 0.01 * v, "v Delta/2 over Delta^3, close to t = 20");
        assertEquals(List.of(), DetailedBalance.of(model, model.baths().get(0)).unpaired());
        assertEquals(List.of(), model.caveats());
    }

    /** Proofs rest on bounds: over any span they hold all values and slopes inside. */
    @ParameterizedTest
    @CsvSource({"0, 0.3", "9.9, 10.2", "19.6, 19.9", "30, 33"})
    void boundsHoldWhatTheyBound(double from, double to) {
        TimeFunction nu = channel(model("qubit", "0.3*(t - 20)/2*sz + 0.5*sx", "sz", "equation: adiabatic", 40), "absorption").heat();
        double[] breaks = nu.breakpoints(from, to);
        double last = breaks.length == 0 ? to : Math.min(to, breaks[0]);
        double middle = (from + last) / 2;
        TimeBounds bounds = nu.bounds(from, last, middle, 2);
        for (int k = 0; k <= 20; k++) {
            TimeFunction.Value at = nu.at(from + k / 20.0 * (last - from), middle);
            assertTrue(bounds.re().lo(0) <= at.re() && at.re() <= bounds.re().hi(0));
            assertTrue(bounds.re().lo(1) <= at.rateRe() && at.rateRe() <= bounds.re().hi(1));
        }
    }

    @Test
    void aHamiltonianThatRestsGivesTheGlobalEquation() {
        String h = "proj(q, 1) + 2.5*proj(q, 2) + 0.3*(op(q, 0, 2) + op(q, 2, 0))";
        String s = "op(q, 0, 1) + op(q, 1, 0) + op(q, 1, 2) + op(q, 2, 1)";
        Bath global = model("levels(3)", h, s, "equation: global, lamb-shift: dynamics", 4).baths().get(0);
        Bath adiabatic = model("levels(3)", h, s, "equation: adiabatic, lamb-shift: dynamics", 4).baths().get(0);
        assertEquals(global.channels().size(), adiabatic.channels().size());
        for (int k = 0; k < global.channels().size(); k++) {
            Channel a = global.channels().get(k);
            Channel b = adiabatic.channels().get(k);
            assertTrue(b.operator().isConstant() && b.rate().isConstant());
            assertEquals(a.heat().at(0).re(), b.heat().at(0).re(), 1e-12);
            assertEquals(a.rate().at(0).re(), b.rate().at(0).re(), 1e-13);
            assertTrue(a.operator().at(0).minus(b.operator().at(0)).maxModulus() < 1e-12);
        }
        SparseMatrix shift = global.origin().orElseThrow().lambShift().orElseThrow().at(0);
        assertTrue(shift.minus(adiabatic.origin().orElseThrow().lambShift().orElseThrow().at(1)).maxModulus() < 1e-12);
    }

    /** The Lamb shift follows the levels: at each time it is that of the global equation with H frozen. */
    @ParameterizedTest
    @ValueSource(doubles = {0.37, 5.05, 9.4})
    void theLambShiftIsThatOfTheFrozenHamiltonian(double t) {
        Model moving = model("qubit", "(1 + 0.1*t)/2*sz + 0.2*sx", "sx + 0.5*sz", "equation: adiabatic, lamb-shift: energy", 10);
        Model frozen = model("qubit", "(1 + 0.1*" + t + ")/2*sz + 0.2*sx", "sx + 0.5*sz", "equation: global, lamb-shift: energy", 10);
        assertTrue(moving.hamiltonian().at(t).minus(frozen.hamiltonian().at(t)).maxModulus() < 1e-11);
        assertTrue(moving.ownEnergy().isEmpty(), "the shift is part of the energy");
    }

    @Test
    void jumpsOfTheHamiltonianAreEdges() {
        Model model = model("qubit", "(1 + step(t - 3))/2*sz", "sx", "equation: adiabatic", 8);
        TimeFunction nu = channel(model, "absorption").heat();
        assertEquals(1, nu.at(3, 2.9).re(), 1e-12);
        assertEquals(2, nu.at(3, 3.1).re(), 1e-12);
    }

    /** A sudden change takes levels past each other without a time at which they meet: the equation holds on both sides, with the lower level the lower one. */
    @Test
    void aQuenchPastACrossingIsNoCrossing() {
        Model model = model("qubit", "sz/2*(1 - 2*step(t - 6))", "sx", "equation: adiabatic", 8);
        assertEquals(1, Math.abs(channel(model, "emission").operator().at(5).re(1, 0)), 1e-12);
        assertEquals(1, Math.abs(channel(model, "emission").operator().at(7).re(0, 1)), 1e-12);
    }

    /** A gap of 1e-3 that is open for a moment only is followed. */
    @Test
    void aNarrowGapIsFollowed() {
        Model model = model("qubit", "(t - 5.0123)/2*sz + 0.0005*sx", "sz", "equation: adiabatic", 10);
        assertEquals(1e-3, channel(model, "absorption").heat().at(5.0123).re(), 1e-10);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "qubit | (t - 3)/2*sz | sx | levels of the hamiltonian that do not cross, meet or part for equation: adiabatic, found that they do near t = 3",
        "qubit | (t - 4)/2*sz | sz | found that they do near t = 4",
        "levels(3) | proj(q, 1) + (3 - 0.25*t)*proj(q, 2) | op(q, 0, 1) + op(q, 1, 0) + op(q, 1, 2) + op(q, 2, 1) | two of them meet near t = 4",
        "levels(3) | proj(q, 1) + (3 - 0.2*t)*proj(q, 2) | op(q, 0, 1) + op(q, 1, 0) + op(q, 1, 2) + op(q, 2, 1) | two of them meet near t = 5",
        "levels(3) | proj(q, 1) + (1 + ramp(t, 4, 9))*proj(q, 2) | op(q, 0, 1) + op(q, 1, 0) + op(q, 0, 2) + op(q, 2, 0) | found that they do near t = 4"})
    void whatDoesNotStayApartIsRefusedWithItsTime(String space, String hamiltonian, String coupling, String expected) {
        String message = assertThrows(ModelException.class, () -> model(space, hamiltonian, coupling, "equation: adiabatic", 8)).getMessage();
        assertTrue(message.contains(expected), message);
    }

    /** Levels, operators and quanta of a slow drive repeat with it: a run of a part of the period says nothing against that, and steady needs a whole one. */
    @ParameterizedTest
    @ValueSource(doubles = {10, 63, 130, 400})
    void aSlowDriveRepeatsHoweverShortTheRun(double end) {
        Model model = ModelText.read("""
                unravel: 1
                name: slow
                space: {q: qubit}
                hamiltonian: sz/2 + 0.1*cos(0.1*t)*sx
                period: 20*pi
                baths: {hot: {temperature: 0.5, coupling: sx + 0.3*sz, spectrum: "ohmic(0.02, 10)", equation: adiabatic, lamb-shift: energy}}
                initial: {q: e}
                time: {end: %s, points: 3}
                """.formatted(end));
        assertEquals(List.of(), model.caveats());
        TimeFunction nu = channel(model, "absorption").heat();
        for (double t : new double[] {0.4, 31, 62.5}) {
            assertEquals(Math.hypot(1, 0.2 * Math.cos(0.1 * t)), nu.at(t).re(), 1e-12);
            assertEquals(nu.at(t).re(), nu.at(t + 20 * Math.PI).re(), 1e-12);
        }
    }

    /** The energy that a jump brings is what is counted, at every time: quantum heat vanishes in the mean. */
    @Test
    void theShippedPassageCountsWhatJumpsBring() {
        Model model = org.unravel.modelfile.ModelReader.readShipped("adiabatic-landau-zener", Map.of());
        for (Channel c : model.channels()) {
            assertTrue(EigenOperatorResidual.of(model.baths().get(0).origin().orElseThrow(), c, model.time()) < 1e-12);
        }
    }
}
