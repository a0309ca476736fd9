package org.unravel.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.function.DoubleUnaryOperator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unravel.ModelText;
import org.unravel.model.Model;
import org.unravel.model.Quantity;

/** The error that a curve is said to have is one: closed forms lie within it, and it is small where it should be. */
class StatedErrorTest {

    /** Errors of a part of those that are stated would be caught: closed forms are as far away. */
    private static boolean isWithin(Model model, String name, DoubleUnaryOperator expected, double part) {
        ExactCurves curves = MasterEquation.solve(model);
        double[] curve = curves.curve(name).orElseThrow();
        boolean within = true;
        for (int i = 0; i < curve.length; i++) {
            double t = model.time().time(i);
            within &= Math.abs(curve[i] - expected.applyAsDouble(t)) <= part * curves.error(name, i) + 4 * Math.ulp(1.0);
        }
        return within;
    }

    private static Model phase(String gap, String end) {
        return ModelText.read("""
                unravel: 1
                name: phase
                parameters: {gap: 5000, end: 100}
                space: {q: qubit}
                hamiltonian: gap/2*sz(q)
                initial: {q: (e + g)/sqrt(2)}
                time: {end: end, points: 401}
                observables: {sx: sx(q)}
                """, Map.of("gap", gap, "end", end));
    }

    /** cos(gap·t), up to half a million radians: what is left is the rounding of the gap times the time. */
    @ParameterizedTest
    @CsvSource({"1, 100", "5000, 100", "4096, 128", "1e-3, 1e6"})
    void freePhaseCostsNoAccuracy(double gap, double end) {
        Model model = phase(Double.toString(gap), Double.toString(end));
        ExactCurves curves = MasterEquation.solve(model);
        double[] sx = curves.curve("sx").orElseThrow();
        for (int i = 0; i < sx.length; i++) {
            double angle = gap * model.time().time(i);
            assertEquals(Math.cos(angle), sx[i], 4e-16 * (1 + angle), "sx at " + model.time().time(i));
            // roundings of the value and of the gap; a check stops at every fourth time, so that the first points are given the error of a later one
            assertTrue(curves.error("sx", i) <= 2e-15 * (1 + angle), "stated: " + curves.error("sx", i));
        }
    }

    @Test
    void closedPhaseOfTheReport() {
        ExactCurves curves = MasterEquation.solve(phase("5000", "100"));
        assertEquals(-0.98406100612, curves.curve("sx").orElseThrow()[400], 1e-10);
    }

    /** A driven gap without loss of phase: cos of the integral of 3 + 2·cos(7t). A tenth of a millionth of the stated error would not do. */
    @Test
    void drivenPhaseLiesWithinTheStatedError() {
        Model model = ModelText.read("""
                unravel: 1
                name: driven
                space: {q: qubit}
                hamiltonian: (3 + 2*cos(7*t))/2*sz(q)
                initial: {q: (e + g)/sqrt(2)}
                time: {end: 200, points: 57}
                observables: {sx: sx(q)}
                """);
        DoubleUnaryOperator expected = t -> Math.cos(3 * t + 2 * Math.sin(7 * t) / 7);
        assertTrue(isWithin(model, "sx", expected, 1));
        assertFalse(isWithin(model, "sx", expected, 1e-7), "an error that is stated too small must be seen");
        ExactCurves curves = MasterEquation.solve(model);
        assertTrue(curves.error("sx", 56) < 1e-9, "stated: " + curves.error("sx", 56));
    }

    /** e^{−∫γ} with γ = 0.5/t from 1e-6 to 1: (t/1e-6)^{−1/2}. */
    @Test
    void rateThatIsSingularNearTheStart() {
        Model model = ModelText.read("""
                unravel: 1
                name: singular
                space: {q: qubit}
                hamiltonian: 0.5*sz(q)
                baths: {b: {channels: {emission: {operator: sm(q), rate: 0.5/t, heat: -1}}}}
                initial: {q: e}
                time: {start: 1e-6, end: 1, points: 5}
                observables: {e: "proj(q, e)"}
                """);
        assertTrue(isWithin(model, "e", t -> Math.pow(t / 1e-6, -0.5), 1));
        assertEquals(1e-3, MasterEquation.solve(model).curve("e").orElseThrow()[4], 1e-12);
        assertEquals(0.999, FirstJumpDistribution.solve(model, 64, WorkBudget.unlimited()).total(), 1e-11);
    }

    /** Rabi oscillations with decay, kicked off at t = 1e9: as from 0, as nothing depends on time but the drive, and that on t − 1e9 alone. */
    @ParameterizedTest
    @CsvSource({"0.3*sx(q)", "0.3*cos(3*(t - start))*sx(q)"})
    void lateStartLosesNothing(String drive) {
        String text = """
                unravel: 1
                name: late
                parameters: {start: 0}
                space: {q: qubit}
                hamiltonian: 0.5*sz(q) + %s
                baths: {b: {channels: {down: {operator: sm(q), rate: 0.2, heat: -1}}}}
                initial: {q: g}
                time: {start: start, end: start + 16, points: 33}
                observables: {e: "proj(q, e)"}
                """.formatted(drive);
        ExactCurves early = MasterEquation.solve(ModelText.read(text));
        ExactCurves late = MasterEquation.solve(ModelText.read(text, Map.of("start", "1e9")));
        for (String name : new String[] {"e", Quantity.WORK, Quantity.HEAT, Quantity.HEAT_COUNTED, Quantity.ENERGY_CHANGE}) {
            double difference = Math.abs(early.curve(name).orElseThrow()[32] - late.curve(name).orElseThrow()[32]);
            assertTrue(difference <= early.error(name, 32) + late.error(name, 32) + 1e-14, name + " differs by " + difference);
            assertTrue(late.error(name, 32) < 1e-10, name + " is good to " + late.error(name, 32));
        }
    }
}
