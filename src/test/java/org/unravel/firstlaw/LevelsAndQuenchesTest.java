package org.unravel.firstlaw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unravel.ModelText;
import org.unravel.model.Model;
import org.unravel.numeric.HermitianEigen;
import org.unravel.numeric.SparseMatrix;
import org.unravel.numeric.SparseMatrixBuilder;

/** The inverse temperature of states of many levels by what it means, and path integrals over a sudden change of the energy beside integrals along its straight way. */
class LevelsAndQuenchesTest {

    private static FirstLawCurves exact(String text) {
        return Comparison.of(ModelText.read(text)).exact();
    }

    private static double[] state(FirstLawCurves curves, String quantity) {
        return curves.state(quantity).estimate().orElseThrow().value();
    }

    private static double share(FirstLawCurves curves, String definition, Share share) {
        double[] values = curves.split(definition, Definition.SYSTEM).share(share).orElseThrow().value();
        return values[values.length - 1];
    }

    private static String levels(String initial) {
        return """
                unravel: 1
                name: levels
                space: {s: levels(4)}
                hamiltonian: 0.4*proj(s, 1) + 1.1*proj(s, 2) + 2.3*proj(s, 3)
                initial: %s
                time: {end: 3, points: 4}
                """.formatted(initial);
    }

    /** dS/dU along ρ + ε(H − tr H/d), all other components of the state kept, by central differences of fourth order of the entropy of eigenvalues; they leave 1e-9. */
    @Test
    void theInverseTemperatureOfManyLevelsIsTheChangeOfEntropyWithEnergy() {
        FirstLawCurves curves = exact(levels("{s: \"density(0.4*proj(s, 0) + 0.1*proj(s, 1) + 0.3*proj(s, 2) + 0.2*proj(s, 3) + 0.09*(op(s, 1, 3) + op(s, 3, 1))"
                + " + 0.05*i*(op(s, 0, 2) - op(s, 2, 0)))\"}"));
        double[] energies = {0, 0.4, 1.1, 2.3};
        double mean = Arrays.stream(energies).sum() / 4;
        double step = 1e-3;
        double change = (8 * (moved(energies, mean, step) - moved(energies, mean, -step)) - moved(energies, mean, 2 * step) + moved(energies, mean, -2 * step)) / (12 * step);
        double square = Arrays.stream(energies).map(e -> e * (e - mean)).sum();
        double[] beta = state(curves, "beta");
        assertEquals(change / square, beta[0], 1e-9);
        // nothing but phases change in time
        Arrays.stream(beta).forEach(b -> assertEquals(beta[0], b, 1e-9));
    }

    private static double moved(double[] energies, double mean, double epsilon) {
        double[] populations = {0.4, 0.1, 0.3, 0.2};
        SparseMatrixBuilder matrix = new SparseMatrixBuilder(4);
        for (int i = 0; i < 4; i++) {
            matrix.add(i, i, populations[i] + epsilon * (energies[i] - mean), 0);
        }
        SparseMatrix state = matrix.add(1, 3, 0.09, 0).add(3, 1, 0.09, 0).add(0, 2, 0, 0.05).add(2, 0, 0, -0.05).build();
        return Arrays.stream(HermitianEigen.of(state).values()).map(p -> -p * Math.log(p)).sum();
    }

    @ParameterizedTest
    @CsvSource({"0.7", "-1.3", "0"})
    void aGibbsStateOfManyLevelsHasItsOwnInverseTemperature(double beta) {
        String state = "density(proj(s, 0) + exp(-(" + beta + ")*0.4)*proj(s, 1) + exp(-(" + beta + ")*1.1)*proj(s, 2) + exp(-(" + beta + ")*2.3)*proj(s, 3))";
        double sum = 1 + Math.exp(-beta * 0.4) + Math.exp(-beta * 1.1) + Math.exp(-beta * 2.3);
        double[] found = state(exact(levels("{s: \"" + state.replace("density(", "density((").replaceAll("\\)$", ")/" + sum + ")") + "\"}")), "beta");
        Arrays.stream(found).forEach(b -> assertEquals(beta, b, 1e-10));
    }

    /** By the sign of the covariance of H with the projector on what is empty: 0.4 and 1.1 lie below the mean energy and above what is empty on average, or not. */
    @ParameterizedTest
    @CsvSource({"0, Infinity", "3, -Infinity", "1, Infinity", "2, -Infinity"})
    void aPureStateOfManyLevelsHasAnInfiniteOne(int level, double expected) {
        assertEquals(expected, state(exact(levels("{s: \"" + level + "\"}")), "beta")[0]);
    }

    private static final double QUENCH = 2;

    private static final Model QUENCHED = ModelText.read("""
            unravel: 1
            name: quenched
            space: {q: qubit}
            hamiltonian: (1 - step(t - 2))*sz(q)/2 + step(t - 2)*0.4*sx(q)
            initial: {q: "density((id + 0.3*sx - 0.6*sz)/2)"}
            time: {end: 5, points: 11}
            """);

    /** The Bloch vector when the energy jumps from h = (0, 0, 0.5) to (0.4, 0, 0), and integrals along h between both. */
    private static double along(DoubleUnaryOperator rate) {
        // Simpson's rule of 2000 steps, which errs by 1e-13
        double sum = 0;
        int steps = 2000;
        for (int i = 0; i <= steps; i++) {
            sum += rate.applyAsDouble((double) i / steps) * (i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2);
        }
        return sum / (3 * steps);
    }

    private static double hr(double s) {
        return s * 0.4 * 0.3 * Math.cos(QUENCH) - (1 - s) * 0.5 * 0.6;
    }

    private static double hh(double s) {
        return s * s * 0.16 + (1 - s) * (1 - s) * 0.25;
    }

    /** h·dh/ds. */
    private static double change(double s) {
        return s * 0.16 - (1 - s) * 0.25;
    }

    private static double hamiltonianBasedWork() {
        return along(s -> hr(s) * change(s) / hh(s));
    }

    @Test
    void aQuenchIsWorkOfTheConventionalAndPartlyHeatOfTheHamiltonianBasedDefinition() {
        FirstLawCurves curves = Comparison.of(QUENCHED).exact();
        double work = hr(1) - hr(0);
        assertEquals(work, share(curves, "conventional", Share.WORK), 1e-11);
        assertEquals(0, share(curves, "conventional", Share.HEAT), 1e-11);
        assertEquals(hamiltonianBasedWork(), share(curves, "hamiltonian-based", Share.WORK), 1e-10);
        assertEquals(work - hamiltonianBasedWork(), share(curves, "hamiltonian-based", Share.HEAT), 1e-10);
        assertTrue(Math.abs(work - hamiltonianBasedWork()) > 0.05, "not the same by chance");
        assertEquals(0, share(curves, "entropy-based", Share.HEAT), 1e-11, "eigenvalues of the state stay");
        assertEquals(work, share(curves, "entropy-based", Share.WORK), 1e-11);
    }

    /** −∫ β dQ_HB with β = −artanh(r) h·r/(r h²) and dQ_HB = d(h·r) − dW_HB. */
    @Test
    void aQuenchProducesIrreversibleEntropyByHamiltonianBasedHeat() {
        double r = Math.hypot(0.3, 0.6);
        double slope = 0.4 * 0.3 * Math.cos(QUENCH) + 0.5 * 0.6;
        double produced = along(s -> 0.5 * Math.log((1 + r) / (1 - r)) / r * hr(s) / hh(s) * (slope - hr(s) * change(s) / hh(s)));
        double[] curve = state(Comparison.of(QUENCHED).exact(), "entropy.irreversible.hamiltonian-based");
        assertEquals(produced, curve[curve.length - 1], 1e-10);
        assertEquals(0, curve[0], 0);
    }

    /** A ramp of a hundredth is the quench but for terms of its length. */
    @Test
    void aShortRampTendsToTheQuench() {
        double[] distance = new double[2];
        double[] lengths = {0.02, 0.01};
        for (int i = 0; i < 2; i++) {
            Model ramp = ModelText.read("""
                    unravel: 1
                    name: ramp
                    parameters: {d: %s}
                    space: {q: qubit}
                    let: {s: "table(t, [0, 2, 2 + d, 10], [0, 0, 1, 1])"}
                    hamiltonian: (1 - s)*sz(q)/2 + s*0.4*sx(q)
                    initial: {q: "density((id + 0.3*sx - 0.6*sz)/2)"}
                    time: {end: 5, points: 11}
                    """.formatted(lengths[i]));
            distance[i] = Math.abs(share(Comparison.of(ramp).exact(), "hamiltonian-based", Share.WORK) - hamiltonianBasedWork());
        }
        assertTrue(distance[0] < 5e-3, "of order d: " + distance[0]);
        assertEquals(2, distance[0] / distance[1], 0.1, "first order in its length");
    }
}
