package org.unravel.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unravel.ModelText;
import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.modelfile.ModelFileException;

/** Channels between the levels of a slow H(t) that repeats, which are followed over one period: against their closed form, a run that knows of no period, and averages of it. */
class PeriodicAdiabaticTest {

    private static final double OMEGA = 0.5;
    private static final double PERIOD = 2 * Math.PI / OMEGA;
    /** Fits are good to some 1e-13, equations to 1e-12 per unit. */
    private static final double SAME = 1e-11;

    private static Model model(String period, String end) {
        return ModelText.read("""
                unravel: 1
                name: slow
                parameters: {omega: 0.5}
                space: {q: qubit}
                hamiltonian: (1 + 0.3*cos(omega*t))*sz/2 + 0.4*sin(omega*t)*sx
                baths: {hot: {beta: 1, coupling: sx, spectrum: "ohmic(0.02, 10)", equation: adiabatic}}
                initial: ground
                PERIOD
                time: {end: END, points: 2}
                """.replace("PERIOD", period).replace("END", end));
    }

    /** ν = √((1 + 0.3 cos ωt)² + (0.8 sin ωt)²), before and long after the run. */
    @ParameterizedTest
    @ValueSource(strings = {"1", "2*pi/omega", "40"})
    void quantaRatesAndOperatorsRepeat(String end) {
        Model model = model("period: 2*pi/omega", end);
        Channel emission = model.channels().stream().filter(c -> c.name().equals("emission")).findFirst().orElseThrow();
        for (double t = 0.013; t < 7 * PERIOD; t += 1.731) {
            double z = 1 + 0.3 * Math.cos(OMEGA * t);
            double x = 0.8 * Math.sin(OMEGA * t);
            double nu = Math.hypot(z, x);
            double slope = OMEGA * (-0.3 * Math.sin(OMEGA * t) * z + 0.8 * Math.cos(OMEGA * t) * x) / nu;
            assertEquals(-nu, emission.heat().at(t).re(), SAME, "t = " + t);
            assertEquals(-slope, emission.heat().at(t).rateRe(), 1e-9, "slope at t = " + t);
            assertEquals(0.02 * nu * Math.exp(-nu / 10) / -Math.expm1(-nu), emission.rate().at(t).re(), SAME);
            // A = ⟨-|σ_x|+⟩ |-⟩⟨+| with ⟨-|σ_x|+⟩ = z/ν up to a sign: its element between the excited levels is z/ν ⟨e|-⟩⟨+|e⟩
            assertEquals(z / nu * x / nu / 2, Math.abs(emission.operator().at(t).re(0, 0)) * Math.signum(x), SAME, "t = " + t);
        }
    }

    @Test
    void aRunOfManyPeriodsIsThatOfOneThatKnowsOfNone() {
        ExactCurves folded = MasterEquation.solve(model("period: 2*pi/omega", "40"));
        ExactCurves whole = MasterEquation.solve(model("", "40"));
        for (String name : new String[] {"energy", "work", "heat.hot", "heat.counted.hot"}) {
            assertEquals(whole.curve(name).orElseThrow()[1], folded.curve(name).orElseThrow()[1], SAME, name);
        }
    }

    /** A period leaves 74 % of the start, a hundred of them 1e-13: averages of the next one are those of the long run. */
    @Test
    void theLongRunIsTheLastPeriodOfALongOne() {
        Model model = model("period: 2*pi/omega", "2");
        LongTimeStatistics statistics = LongTimeStatistics.of(model);
        ExactCurves before = MasterEquation.solve(model("period: 2*pi/omega", "100*2*pi/omega"));
        ExactCurves after = MasterEquation.solve(model("period: 2*pi/omega", "101*2*pi/omega"));
        double counted = (last(after, "heat.counted") - last(before, "heat.counted")) / PERIOD;
        double work = (last(after, "work") - last(before, "work")) / PERIOD;
        // sums of 100 periods of 1e-1 each, good to 1e-12
        assertEquals(counted, statistics.current(CountedQuantity.heat(model)).mean(), SAME);
        assertEquals(work, statistics.powers().get("work"), SAME);
        assertTrue(work > 1e-4, "a drive that does no work tests nothing: " + work);
    }

    private static double last(ExactCurves curves, String name) {
        return curves.curve(name).orElseThrow()[1];
    }

    @Test
    void aPeriodAfterWhichTheHamiltonianDoesNotRepeatIsRefused() {
        ModelFileException e = assertThrows(ModelFileException.class, () -> model("period: 3", "40"));
        assertTrue(e.getMessage().startsWith("expected the hamiltonian to repeat after period = 3, found a difference of "), e.getMessage());
    }

    /** The levels of the period meet after the run: what follows the period must know of it. */
    @Test
    void levelsThatMeetInThePeriodAreRefusedWithTheTime() {
        ModelFileException e = assertThrows(ModelFileException.class, () -> ModelText.read("""
                unravel: 1
                name: slow
                space: {q: qubit}
                hamiltonian: cos(t)*sz
                baths: {hot: {beta: 1, coupling: sx, spectrum: "ohmic(0.02, 10)", equation: adiabatic}}
                initial: {q: g}
                period: 2*pi
                time: {end: 1, points: 2}
                """));
        assertTrue(e.getMessage().contains("t = 1.5708"), e.getMessage());
    }
}
