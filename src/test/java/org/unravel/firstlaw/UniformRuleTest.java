package org.unravel.firstlaw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.unravel.ModelText;
import org.unravel.model.Model;

/** Integrals on a grid against primitives: exact for cubics, and for what begins as a logarithm; with the error that is said. */
class UniformRuleTest {

    private static Model model(String hamiltonian) {
        return ModelText.read("""
                unravel: 1
                name: rule
                space: {q: qubit}
                hamiltonian: %s
                initial: {q: g}
                time: {end: 4, points: 41}
                """.formatted(hamiltonian));
    }

    private interface Function {
        double at(double t);
    }

    private static double[] values(Function f) {
        double[] values = new double[41];
        for (int i = 0; i < values.length; i++) {
            values[i] = f.at(0.1 * i);
        }
        return values;
    }

    private static UniformRule rule(String hamiltonian) {
        return new UniformRule(new SmoothPieces(model(hamiltonian)), 41, 0.1);
    }

    @Test
    void cubicsAreExact() {
        double[] f = values(t -> 1 + t * t * t);
        double[] integral = rule("sz(q)").integrals(f, f, UniformRule.Start.REGULAR);
        for (int i = 0; i < f.length; i++) {
            double t = 0.1 * i;
            assertEquals(t + t * t * t * t / 4, integral[i], 1e-12);
        }
    }

    @Test
    void jumpsAreNotSmoothedOver() {
        UniformRule rule = rule("step(t-2)*sz(q)");
        double[] before = values(t -> t <= 2 + 1e-9 ? t : 7);
        double[] after = values(t -> t < 2 - 1e-9 ? t : 7);
        double[] integral = rule.integrals(before, after, UniformRule.Start.REGULAR);
        assertEquals(2 + 14, integral[40], 1e-12);
        double[] smooth = rule("sz(q)").integrals(after, after, UniformRule.Start.REGULAR);
        assertTrue(Math.abs(smooth[40] - 16) > 0.1);
    }

    @Test
    void logarithmsAtTheStart() {
        double[] f = values(t -> t == 0 ? Double.POSITIVE_INFINITY : 2 - Math.log(t) + t * Math.log(t));
        double[] integral = rule("sz(q)").integrals(f, f, UniformRule.Start.LOGARITHMIC);
        for (int i = 1; i < f.length; i++) {
            double t = 0.1 * i;
            double exact = 3 * t - t * Math.log(t) + t * t * (Math.log(t) / 2 - 0.25);
            // exact in the first three steps, of fourth order after them
            assertEquals(exact, integral[i], i <= 3 ? 1e-12 : 2e-4);
        }
    }

    @Test
    void errorsAreSaid() {
        double[] f = values(t -> Math.cos(6 * t));
        double[] integral = rule("sz(q)").integrals(f, f, UniformRule.Start.REGULAR);
        double[] errors = rule("sz(q)").errors(f, f, UniformRule.Start.REGULAR);
        double largest = 0;
        double said = 0;
        for (int i = 0; i < f.length; i += 2) {
            largest = Math.max(largest, Math.abs(integral[i] - Math.sin(0.6 * i) / 6));
            said = Math.max(said, Math.abs(errors[i]));
        }
        assertTrue(largest <= said && said < 20 * largest, largest + " and " + said);
    }
}
