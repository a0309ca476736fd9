package org.unravel.reproduction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Entries of autonomous systems that have no table, against closed forms and numbers of an independent calculation, to the digits that it gives. */
class AutonomousEntriesTest {

    private static EntryOutcome made(String name) {
        return Reproduction.of(Catalogue.named("autonomous-" + name).orElseThrow(), new Sample(200, 1));
    }

    private static double[] exact(EntryOutcome outcome, String column) {
        return outcome.curves().get(column).exact();
    }

    private static double least(double[] curve) {
        return Arrays.stream(curve).min().orElseThrow();
    }

    @Test
    void thermalQubitAndModeProduceEntropyOnBothSides() {
        EntryOutcome outcome = Reproduction.of(Catalogue.named("autonomous-jc5-thermal").orElseThrow().untabled(ClosedPairs.rows(101)), new Sample(200, 1));
        assertEquals(-0.1012, least(exact(outcome, "W_B")), 5e-5);
        for (String part : List.of("A", "B")) {
            double[] production = exact(outcome, "sigma_" + part);
            assertTrue(Arrays.stream(production).allMatch(s -> s > -1e-12), "never negative");
            assertEquals(part.equals("A") ? 0.28 : 0.35, Arrays.stream(production).max().orElseThrow(), 0.005);
        }
    }

    /** p_A and p_B of two qubits that swap: (1 − s²)p_A + s²p_B. A state without coherence and inversion provides heat alone. */
    @Test
    void thermalQubitsExchangeHeatAlone() {
        EntryOutcome outcome = made("qq3-thermal");
        double a = 1 / (1 + Math.exp(0.5));
        double b = 1 / (1 + Math.exp(2));
        for (int i = 0; i < outcome.x().length; i++) {
            double s = Math.pow(Math.sin(outcome.x()[i]), 2);
            assertEquals(s * (a - b), exact(outcome, "Q_A")[i], 1e-11);
            assertEquals(-s * (a - b), exact(outcome, "Q_B")[i], 1e-11);
            assertEquals(0, exact(outcome, "W_A")[i], 1e-11);
            assertEquals(0, exact(outcome, "W_B")[i], 1e-11);
        }
    }

    /** The amplitudes of the excited qubit and of the mode are known: c_e = e^(−κt/4)[cos st + κ/(4s) sin st], c_1 = (λ/s) e^(−κt/4) sin st, s² = λ² − κ²/16. */
    @Test
    void aSlowlyLosingModeSwapsManyTimes() {
        EntryOutcome outcome = made("rc-kappa0p01");
        double kappa = 0.01;
        double s = Math.sqrt(1 - kappa * kappa / 16);
        for (int i = 0; i < outcome.x().length; i++) {
            double t = outcome.x()[i];
            double excited = Math.exp(-kappa * t / 4) * (Math.cos(s * t) + kappa / (4 * s) * Math.sin(s * t));
            double mode = Math.exp(-kappa * t / 4) * Math.sin(s * t) / s;
            assertEquals(excited * excited, exact(outcome, "P_e")[i], 1e-10);
            assertEquals(mode * mode, exact(outcome, "P_1")[i], 1e-10);
        }
        assertEquals(-0.98438, least(exact(outcome, "W_B")), 2e-4, "between the rows of the grid it is a little less");
        double[] work = exact(outcome, "W_A");
        for (int n = 1; n <= 4; n++) {
            assertEquals(List.of(0.0312, 0.0619, 0.0921, 0.1218).get(n - 1), work[60 * n], 1e-4, "at λt = " + n + "π");
        }
    }

    @ParameterizedTest
    @CsvSource({"10, 0.061, 0.0005", "30, 0.0084, 0.00005"})
    void aFastLosingModeMakesTheQubitDecayByItself(int loss, double largest, double digits) {
        double[] difference = exact(made("rc-spontaneous-limit"), "difference" + loss);
        assertEquals(largest, Arrays.stream(difference).map(Math::abs).max().orElseThrow(), digits);
    }

    @ParameterizedTest
    @CsvSource({"1, -0.071286", "2, -0.135866", "40, -0.206185"})
    void theColderTheModeTheMoreWorkItGets(double beta, double expected) {
        assertEquals(expected, ThermalModeSweep.least(beta)[0], 1e-6);
    }

    /** A maximally mixed qubit stays passive: it provides heat and no work, by eq. (35): Q_A = (ω/2) sin² gt. */
    @Test
    void theSweepEndsAtTheEmptyMode() {
        double[] least = ThermalModeSweep.least(40);
        assertEquals(Math.PI / 2, least[1], 1e-12);
        assertEquals(0.5, least[2], 1e-9);
    }

    /** Exact curves that are mixtures of kets are those of the master equation. */
    @Test
    void mixedStartsAreEnumerated() {
        Map<String, Values> known = new PairSetting("pair", ModelSource.ofTexts("two-thermal-qubits"), "t").compute(Rows.even("t", 0, 100, 3), new Sample(100_000, 5)).curves();
        Values energy = known.get(AveragedStates.state("energy", "A"));
        double a = 1 / (1 + Math.exp(0.5));
        double b = 1 / (1 + Math.exp(2));
        double s = Math.pow(Math.sin(1), 2);
        assertEquals((1 - s) * a + s * b, energy.exact()[2], 1e-12);
        assertEquals(energy.exact()[2], energy.mean()[2], 5 * energy.standardError()[2], "drawn kets: false alarm 6e-7");
        assertTrue(energy.standardError()[2] > 1e-4, "a sample of 1e5 is not enumerated");
    }

    /** When nearly all trajectories have jumped none of a small sample may be left that still will: no spread is seen then, and nothing is judged by it. */
    @Test
    void fewTrajectoriesAreNotJudgedWhereNearlyAllHaveJumped() {
        EntryOutcome outcome = Reproduction.of(Catalogue.named("autonomous-rc-kappa0p8").orElseThrow(), new Sample(500, 1));
        assertEquals(CurveComparison.Verdict.PASSED, outcome.verdict(), () -> outcome.worstSampled().toString());
        CurveComparison lost = outcome.comparisons().stream().filter(c -> c.kind() == CurveComparison.Kind.SAMPLED && c.curve().equals("E_lost")).findFirst().orElseThrow();
        assertTrue(lost.compared() >= 40, () -> "a hundred jumps are a fifth of the sample: " + lost);
    }
}
