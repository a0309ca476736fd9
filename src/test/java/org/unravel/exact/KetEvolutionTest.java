package org.unravel.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unravel.ModelText;
import org.unravel.model.InitialState.Component;
import org.unravel.model.Model;

/** Kets by their levels and step by step, against density matrices of the master equation and against each other. */
class KetEvolutionTest {

    /** Both integrate with 1e-12 a step. */
    private static final double TOLERANCE = 1e-10;

    private static final String TEXT = """
            unravel: 1
            name: closed
            space: {q: qubit, c: boson(4)}
            hamiltonian: HAMILTONIAN
            initial: {q: (e + i*g)/sqrt(2), c: coherent(0.5)}
            time: {end: 9, points: 4}
            """;

    @ParameterizedTest
    @CsvSource({"sz(q) + 1.1*num(c) + 0.3*(sp(q)*a(c) + sm(q)*adag(c))", "sz(q) + 1.1*num(c) + 0.3*sx(q)*(a(c) + adag(c)) + 0.2*sx(q)",
            "sz(q) + 1.1*num(c) + 0.3*cos(2*t)*sx(q)*(a(c) + adag(c))", "sz(q) + (1 + step(t - 4))*num(c) + 0.3*sx(q)*(a(c) + adag(c))"})
    void ketsAreThoseOfTheDensityMatrix(String hamiltonian) {
        Model model = ModelText.read(TEXT.replace("HAMILTONIAN", hamiltonian), Map.of());
        Component start = model.initial().components().get(0);
        double[] times = {0, 3, 6.5, 9};
        double[][][] kets = new KetEvolution(model, 1e12).kets(start.re(), start.im(), times);
        StateEvolution density = new StateEvolution(model, 1e12);
        double[][] states = density.states(density.initial(), times);
        int d = model.dimension();
        for (int n = 0; n < times.length; n++) {
            for (int i = 0; i < d; i++) {
                for (int j = 0; j <= i; j++) {
                    double x = kets[n][0][i] * kets[n][0][j] + kets[n][1][i] * kets[n][1][j];
                    assertEquals(states[n][i * d + j], x, TOLERANCE);
                    double y = kets[n][1][j] * kets[n][0][i] - kets[n][0][j] * kets[n][1][i];
                    assertEquals(j == i ? 0 : states[n][j * d + i], y, TOLERANCE);
                }
            }
        }
    }
}
