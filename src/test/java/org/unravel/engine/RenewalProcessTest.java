package org.unravel.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

import org.junit.jupiter.api.Test;
import org.unravel.engine.renewal.RenewalEngine;
import org.unravel.model.Model;
import org.unravel.statistics.PowerSums;
import org.unravel.statistics.StatisticalTests;

/** Statistics of jumps beside closed forms. */
class RenewalProcessTest {

    private static final long SEED = 99;
    /** Eight tests of this file, all together 1e-4 false alarms: |z| < 4.4. The seed is fixed. */
    private static final double BOUND = StatisticalTests.sidakThreshold(1e-4, 8);
    private static final double LEAST_P_VALUE = StatisticalTests.normalPValue(BOUND);

    private static Model fluorescence(double rabi, double decay, double end) {
        return ContractModels.read("""
                unravel: 1
                name: resonance-fluorescence
                space: {q: qubit}
                hamiltonian: %s/2*sx
                baths:
                  vacuum:
                    channels: {emission: {operator: sm, rate: %s, heat: 0}}
                initial: {q: g}
                time: {end: %s, points: 11}
                """.formatted(rabi, decay, end));
    }

    private static double[] intervals(RecordedTrajectories shown, int leastJumps) {
        double[] all = new double[shown.count() * leastJumps];
        int n = 0;
        for (int i = 0; i < shown.count(); i++) {
            double last = 0;
            List<RecordedTrajectories.Jump> jumps = shown.jumps(i);
            // Only the first ones, which every run has: later ones are the more likely to be seen the shorter they are.
            assertTrue(jumps.size() >= leastJumps, "jumps " + jumps.size());
            for (RecordedTrajectories.Jump jump : jumps.subList(0, leastJumps)) {
                all[n++] = jump.time() - last;
                last = jump.time();
            }
        }
        return all;
    }

    private static double z(double[] sample, double mean) {
        PowerSums sums = new PowerSums();
        Arrays.stream(sample).forEach(sums::add);
        return (sums.mean() - mean) / sums.standardError();
    }

    /**
     * From ground state to emission: the mean is the inverse of the photon rate, (γ² + 2Ω²)/(γΩ²). Carmichael, Singh, Vyas and Rice (1989),
     * PRA 39, 1200; Mollow (1969), PR 188, 1969 for the rate.
     */
    @Test
    void meanWaitingTimeOfResonanceFluorescence() {
        double rabi = 1.3;
        double decay = 0.8;
        double mean = (decay * decay + 2 * rabi * rabi) / (decay * rabi * rabi);
        Model model = fluorescence(rabi, decay, 200);
        double[] waits = intervals(RecordedTrajectories.of(model, RenewalEngine.of(model), SEED, 5000), 5);
        assertTrue(Math.abs(z(waits, mean)) < BOUND, "z = " + z(waits, mean));
        Model wrong = AlteredModel.rateTimes(model, "vacuum", "emission", 1.05);
        double[] others = intervals(RecordedTrajectories.of(wrong, RenewalEngine.of(wrong), SEED, 5000), 5);
        assertTrue(Math.abs(z(others, mean)) > BOUND, "a rate 5 % off passed: z = " + z(others, mean));
    }

    /** The whole distribution, with the survival of {@link org.unravel.engine.renewal.WaitingTimeTableTest}: at strong driving it falls in steps. */
    @Test
    void waitingTimesOfStrongDrivingAreDistributedAsTheSurvivalSays() {
        double rabi = 6;
        double decay = 0.8;
        Model model = fluorescence(rabi, decay, 150);
        double[] waits = intervals(RecordedTrajectories.of(model, RenewalEngine.of(model), SEED, 5000), 4);
        Arrays.sort(waits);
        double p = StatisticalTests.kolmogorovSmirnov(waits, t -> 1 - survival(rabi, decay, t)).pValue();
        assertTrue(p > LEAST_P_VALUE, "p = " + p);
        DoubleUnaryOperator slower = t -> 1 - survival(rabi, 0.95 * decay, t);
        assertTrue(StatisticalTests.kolmogorovSmirnov(waits, slower).pValue() < LEAST_P_VALUE, "a rate 5 % off passed");
    }

    private static double survival(double rabi, double decay, double age) {
        double lambda = Math.sqrt(rabi * rabi / 4 - decay * decay / 16);
        double s = Math.sin(lambda * age);
        double ground = Math.cos(lambda * age) + decay / (4 * lambda) * s;
        double excited = rabi / (2 * lambda) * s;
        return Math.exp(-decay * age / 2) * (ground * ground + excited * excited);
    }

    /** A trap holds 0.64 of the state for ever: that share of the runs, and what has not decayed yet, never jumps; nobody jumps twice. */
    @Test
    void darkStateKeepsItsShare() {
        Model model = ContractModels.read("""
                unravel: 1
                name: trap
                space: {m: levels(3)}
                hamiltonian: proj(m, 1) + 2*proj(m, 2)
                baths:
                  b:
                    channels: {down: {operator: "op(m, 0, 2)", rate: 0.5, heat: -2}}
                initial: {m: 0.8*level(1) + 0.6*level(2)}
                time: {end: 8, points: 9}
                """);
        int count = 40_000;
        RecordedTrajectories shown = RecordedTrajectories.of(model, RenewalEngine.of(model), SEED, count);
        int silent = 0;
        for (int i = 0; i < count; i++) {
            silent += shown.jumps(i).isEmpty() ? 1 : 0;
            assertTrue(shown.jumps(i).size() <= 1, "the ground state is dark");
        }
        double share = 0.64 + 0.36 * Math.exp(-0.5 * 8);
        double deviation = Math.sqrt(count * share * (1 - share));
        assertTrue(Math.abs(silent - count * share) < BOUND * deviation, "silent runs " + silent);
        // A table that let the trap decay, however slowly, by 5 % over the run would show.
        assertTrue(Math.abs(silent - count * 0.95 * share) > BOUND * deviation);
    }

    /** Levels of an oscillator are a classical jump process: from n it waits exponentially at κ((N + 1)n + N(n + 1)). */
    @Test
    void levelsOfAnOscillatorWaitExponentially() {
        Model model = ContractModels.read("""
                unravel: 1
                name: levels
                space: {c: boson(40)}
                hamiltonian: num(c)
                baths:
                  b:
                    channels:
                      down: {operator: a(c), rate: 0.2, heat: -1}
                      up: {operator: adag(c), rate: 0.1, heat: 1}
                initial: {c: 5}
                time: {end: 60, points: 31}
                """);
        RecordedTrajectories shown = RecordedTrajectories.of(model, RenewalEngine.of(model), SEED, 40_000);
        double[] scaled = new double[3 * shown.count()];
        int ups = 0;
        double expected = 0;
        double variance = 0;
        int n = 0;
        for (int i = 0; i < shown.count(); i++) {
            double last = 0;
            int level = 5;
            for (RecordedTrajectories.Jump jump : shown.jumps(i).subList(0, 3)) {
                double rate = 0.2 * level + 0.1 * (level + 1);
                double up = 0.1 * (level + 1) / rate;
                scaled[n++] = (jump.time() - last) * rate;
                last = jump.time();
                ups += jump.channel();
                expected += up;
                variance += up * (1 - up);
                level += jump.channel() == 1 ? 1 : -1;
            }
        }
        Arrays.sort(scaled);
        double p = StatisticalTests.kolmogorovSmirnov(scaled, x -> -Math.expm1(-x)).pValue();
        assertTrue(p > LEAST_P_VALUE, "p = " + p);
        assertTrue(Math.abs(ups - expected) < BOUND * Math.sqrt(variance), "upward jumps " + ups + ", expected " + expected);
        assertTrue(StatisticalTests.kolmogorovSmirnov(scaled, x -> -Math.expm1(-1.05 * x)).pValue() < LEAST_P_VALUE, "a rate 5 % off passed");
    }
}
