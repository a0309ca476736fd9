package org.unravel.engine.renewal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unravel.engine.ContractModels;
import org.unravel.engine.EngineChoice;
import org.unravel.engine.Engines;
import org.unravel.engine.RecordedTrajectories;
import org.unravel.model.Model;
import org.unravel.trajectory.TrajectoryStream;

/**
 * Models with two scales, against closed forms: every jump is where the survival is the threshold, by the channel that the uniform number says.
 *
 * <p>A qubit with H = Ωσ_x/2 that is emptied from |e⟩ at a rate γ has, from |g⟩ on, c_g = (λ₊e^{λ₋τ} − λ₋e^{λ₊τ})/(λ₊ − λ₋) and
 * c_e = −i(Ω/2)(e^{λ₊τ} − e^{λ₋τ})/(λ₊ − λ₋) with λ₊ + λ₋ = −γ/2, λ₊λ₋ = Ω²/4 (physics.md, "The trajectories").
 */
class StiffModelsTest {

    private static final long SEED = 20260311;
    private static final int TRAJECTORIES = 300;
    /** Survivals are sums of a few squares after up to a hundred products, each with the rounding of some terms of order one. */
    private static final double SURVIVAL = 1e-13;
    private static final double EDGE = 1e-9;

    /** Amplitudes of a qubit that is emptied, over- or underdamped. */
    private record Emptied(double omega, double gamma) {

        double ground(double tau) {
            double half = gamma / 4;
            double square = half * half - omega * omega / 4;
            if (square < 0) {
                double mu = Math.sqrt(-square);
                return Math.exp(-half * tau) * (Math.cos(mu * tau) + half / mu * Math.sin(mu * tau));
            }
            double fast = -half - Math.sqrt(square);
            double slow = omega * omega / 4 / fast;
            return (slow * Math.exp(fast * tau) - fast * Math.exp(slow * tau)) / (slow - fast);
        }

        double excited(double tau) {
            double half = gamma / 4;
            double square = half * half - omega * omega / 4;
            if (square < 0) {
                double mu = Math.sqrt(-square);
                return omega / 2 / mu * Math.exp(-half * tau) * Math.sin(mu * tau);
            }
            double fast = -half - Math.sqrt(square);
            double slow = omega * omega / 4 / fast;
            return omega / 2 * (Math.exp(slow * tau) - Math.exp(fast * tau)) / (slow - fast);
        }

        double survival(double tau) {
            return ground(tau) * ground(tau) + excited(tau) * excited(tau);
        }
    }

    private static RecordedTrajectories sampled(Model model, EngineChoice engine) {
        return RecordedTrajectories.of(model, Engines.create(model, engine), SEED, TRAJECTORIES);
    }

    /** Compares the time of the first jump of every trajectory; returns how many jump. */
    private static int firstJumps(Model model, EngineChoice engine, DoubleUnaryOperator survival) {
        RecordedTrajectories shown = sampled(model, engine);
        double duration = model.time().end() - model.time().start();
        int count = 0;
        for (int i = 0; i < TRAJECTORIES; i++) {
            double u = new TrajectoryStream(SEED, i).nextJumpThreshold();
            List<RecordedTrajectories.Jump> jumps = shown.jumps(i);
            if (jumps.isEmpty()) {
                assertTrue(survival.applyAsDouble(duration) >= u - SURVIVAL, "trajectory " + i + " has no jump");
            } else {
                count++;
                assertEquals(u, survival.applyAsDouble(jumps.get(0).time() - model.time().start()), SURVIVAL + roundingOfTime(model, survival, jumps.get(0).time()));
            }
        }
        return count;
    }

    /** What an ulp of the time of the jump does to the survival. */
    private static double roundingOfTime(Model model, DoubleUnaryOperator survival, double time) {
        double ulp = 2 * Math.ulp(time);
        return Math.abs(survival.applyAsDouble(time + ulp) - survival.applyAsDouble(time - ulp));
    }

    /** An energy of 1e15 that nothing ever has does not matter. */
    @ParameterizedTest
    @ValueSource(strings = {"auto", "renewal", "grid", "ladder"})
    void energyOfALevelThatIsNeverPopulated(EngineChoice engine) {
        Model model = ContractModels.read("""
                unravel: 1
                name: two-scales-of-energy
                space: {s: levels(4)}
                hamiltonian: 1e15*proj(s,3) + 0.5*(op(s,0,1)+op(s,1,0))
                baths:
                  b:
                    channels:
                      down: {operator: "op(s,2,1)", rate: 0.1, heat: -1}
                initial: {s: 0}
                time: {end: 10, points: 101}
                observables: {p0: "proj(s,0)"}
                """);
        int jumps = firstJumps(model, engine, new Emptied(1, 0.1)::survival);
        // 1 − S(10) = 0.4069, six standard errors
        assertEquals(0.4069 * TRAJECTORIES, jumps, 6 * Math.sqrt(0.4069 * 0.5931 * TRAJECTORIES));
    }

    /** A coupling of 1e-6 between two levels at an energy of 1e6 is resonant, and acts for 1e7. */
    @ParameterizedTest
    @ValueSource(strings = {"auto", "renewal", "ladder"})
    void weakResonanceFarUp(EngineChoice engine) {
        Model model = ContractModels.read("""
                unravel: 1
                name: weak-resonance
                space: {s: levels(4)}
                hamiltonian: 1e6*proj(s,1) + 1e6*proj(s,2) + 5e-7*(op(s,1,2)+op(s,2,1))
                baths:
                  b:
                    channels:
                      down: {operator: "op(s,3,2)", rate: 1e-7, heat: -1e6}
                initial: {s: 1}
                time: {end: 1e7, points: 101}
                """);
        assertTrue(firstJumps(model, engine, new Emptied(1e-6, 1e-7)::survival) > TRAJECTORIES / 10);
    }

    /** An entry of 1e-8 beside one, at a rate of 1e16: an effective rate of one. */
    @ParameterizedTest
    @ValueSource(strings = {"auto", "renewal", "ladder"})
    void smallEntryOfAJumpOperator(EngineChoice engine) {
        Model model = ContractModels.read("""
                unravel: 1
                name: small-entry
                space: {s: levels(4)}
                hamiltonian: 0*proj(s,1)
                baths:
                  b:
                    channels:
                      down: {operator: "op(s,3,1) + 1e-8*op(s,2,0)", rate: 1e16, heat: -1}
                initial: {s: 0}
                time: {end: 3, points: 31}
                observables: {p2: "proj(s,2)"}
                """);
        assertTrue(firstJumps(model, engine, tau -> Math.exp(-tau * 1e16 * 1e-8 * 1e-8)) > TRAJECTORIES / 2);
    }

    /** It decays at once, and its time is good to its last digits. */
    @ParameterizedTest
    @CsvSource({"auto, 1e9", "renewal, 1e9", "ladder, 1e7", "ladder, 1e13"})
    void fastDecay(EngineChoice engine, double rate) {
        Model model = ContractModels.read("""
                unravel: 1
                name: stiff-decay
                space: {q: qubit}
                hamiltonian: 0.5*sz(q)
                baths:
                  b:
                    channels:
                      down: {operator: sm(q), rate: RATE, heat: -1}
                initial: {q: e}
                time: {end: 10, points: 3}
                observables: {e: "proj(q, e)"}
                """.replace("RATE", Double.toString(rate)));
        assertEquals(TRAJECTORIES, firstJumps(model, engine, tau -> Math.exp(-rate * tau)));
    }

    private static final double SIDE = 1e-9;
    /** Emptied a billion times faster than it turns: the excitation leaves at Ω²/γ = 1e-9, beside another way out of the same rate. */
    private static final Model ZENO = ContractModels.read("""
            unravel: 1
            name: zeno
            space: {s: levels(3)}
            hamiltonian: 0.5*(op(s,0,1) + op(s,1,0))
            baths:
              b:
                channels:
                  fast: {operator: "op(s,0,1)", rate: 1e9, heat: -1}
                  side: {operator: "op(s,2,0)", rate: 1e-9, heat: 1}
                  back: {operator: "op(s,0,2)", rate: 1e-9, heat: -1}
            initial: {s: 0}
            time: {end: 1e10, points: 101}
            observables: {p1: "proj(s,1)"}
            """);

    /** The survival with the other way out, to first order in 1e-18: its loss from the ground state alone. */
    private static double zenoSurvival(double tau) {
        return new Emptied(1, 1e9 - SIDE).survival(tau) * Math.exp(-SIDE * tau);
    }

    /**
     * With H_eff less iSIDE/2 on both levels the two-level form holds exactly for a loss of γ − SIDE from |e⟩: c → c e^{−SIDE τ/2}.
     */
    @Test
    void zenoLimitHasTheRightTimesAndShares() {
        RecordedTrajectories shown = sampled(ZENO, EngineChoice.AUTO);
        Emptied emptied = new Emptied(1, 1e9 - SIDE);
        int[] channels = new int[3];
        for (int i = 0; i < TRAJECTORIES; i++) {
            TrajectoryStream stream = new TrajectoryStream(SEED, i);
            double last = 0;
            boolean aside = false;
            for (RecordedTrajectories.Jump jump : shown.jumps(i)) {
                double tau = jump.time() - last;
                double u = stream.nextJumpThreshold();
                double uniform = stream.nextUniform();
                assertEquals(u, aside ? Math.exp(-SIDE * tau) : zenoSurvival(tau), SURVIVAL + 4 * Math.ulp(jump.time()) * SIDE);
                if (!aside) {
                    double fast = 1e9 * Math.pow(emptied.excited(tau), 2);
                    double side = SIDE * Math.pow(emptied.ground(tau), 2);
                    if (Math.abs(uniform - fast / (fast + side)) > EDGE) {
                        assertEquals(uniform < fast / (fast + side) ? 0 : 1, jump.channel());
                    }
                }
                channels[jump.channel()]++;
                aside = jump.channel() == 1;
                last = jump.time();
            }
        }
        assertTrue(channels[0] > TRAJECTORIES && channels[1] > TRAJECTORIES && channels[2] > TRAJECTORIES, "all channels fire");
    }

    /** A tenth of a billionth more would show. */
    @Test
    void aSlightlyWrongRateIsFound() {
        double tau = 5e8;
        assertTrue(Math.abs(zenoSurvival(tau) - new Emptied(1, 1e9 * (1 + 1e-10) - SIDE).survival(tau) * Math.exp(-SIDE * tau)) > 10 * SURVIVAL);
    }

    /** A qubit that decays at 1e10 beside one that turns and is damped at one: both keep their own times. */
    @Test
    void twoPartsOfDifferentScales() {
        Model model = ContractModels.read("""
                unravel: 1
                name: two-parts
                space: {a: qubit, b: qubit}
                hamiltonian: 0.5e10*sz(a) + 0.4*sx(b)
                baths:
                  fast:
                    channels:
                      down: {operator: sm(a), rate: 1e10, heat: -1e10}
                  slow:
                    channels:
                      z: {operator: sz(b), rate: 0.2, heat: 0}
                      down: {operator: sm(b), rate: 1, heat: -1}
                initial: {a: e, b: g}
                time: {end: 10, points: 101}
                observables: {sx: sx(b)}
                """);
        RecordedTrajectories shown = sampled(model, EngineChoice.AUTO);
        Emptied emptied = new Emptied(0.8, 1);
        int slow = 0;
        for (int i = 0; i < TRAJECTORIES; i++) {
            TrajectoryStream stream = new TrajectoryStream(SEED, i);
            List<RecordedTrajectories.Jump> jumps = shown.jumps(i);
            double first = jumps.get(0).time();
            assertEquals(0, jumps.get(0).channel());
            assertEquals(stream.nextJumpThreshold(), Math.exp(-1e10 * first) * emptied.survival(first) * Math.exp(-0.2 * first), SURVIVAL);
            stream.nextUniform();
            double u = stream.nextJumpThreshold();
            if (jumps.size() > 1) {
                // The slow part has gone on from the start.
                double tau = jumps.get(1).time();
                double survival = emptied.survival(tau) * Math.exp(-0.2 * (tau - first)) / emptied.survival(first);
                assertEquals(u, survival, SURVIVAL);
                slow++;
            }
        }
        assertTrue(slow > TRAJECTORIES / 2, "slow jumps " + slow);
    }

    /** A superposition that the fast channel does not see leaves by the slow one alone. */
    @ParameterizedTest
    @ValueSource(strings = {"auto", "renewal", "ladder"})
    void darkStateOfAFastChannel(EngineChoice engine) {
        Model model = ContractModels.read("""
                unravel: 1
                name: dark
                space: {s: levels(4)}
                hamiltonian: 0*proj(s,1)
                baths:
                  b:
                    channels:
                      fast: {operator: "0.6*op(s,0,1) + 0.8*op(s,0,2)", rate: 1e9, heat: -1}
                      slow1: {operator: "op(s,3,1)", rate: 1e-9, heat: 1}
                      slow2: {operator: "op(s,3,2)", rate: 1e-9, heat: 1}
                initial: {s: 0.8*level(1) - 0.6*level(2)}
                time: {end: 1e9, points: 101}
                """);
        RecordedTrajectories shown = sampled(model, engine);
        for (int i = 0; i < TRAJECTORIES; i++) {
            assertTrue(shown.jumps(i).stream().noneMatch(j -> j.channel() == 0), "a dark state has no fast jump");
        }
        int jumps = firstJumps(model, engine, tau -> Math.exp(-1e-9 * tau));
        assertEquals((1 - Math.exp(-1)) * TRAJECTORIES, jumps, 6 * Math.sqrt(0.25 * TRAJECTORIES));
    }

    /** In a table the rates of a state that has fallen to 1e-6 of the largest still have the right shares. */
    @Test
    void sharesOfSlowRatesInTables() {
        double gamma = 1e3;
        Model model = ContractModels.read("""
                unravel: 1
                name: slow-shares
                space: {s: levels(3)}
                hamiltonian: 0.5*(op(s,0,1) + op(s,1,0))
                baths:
                  b:
                    channels:
                      fast: {operator: "op(s,0,1)", rate: 1e3, heat: -1}
                      side: {operator: "op(s,2,0)", rate: 1e-3, heat: 1}
                initial: {s: 0}
                time: {end: 20, points: 21}
                """);
        PostJumpStates found = PostJumpStates.of(model);
        PostJumpState state = found.states().get(0);
        AgeTable table = new AgeTableBuilder(model).build(state, new double[state.jumps().length]);
        Emptied emptied = new Emptied(1, gamma - 1e-3);
        int width = table.pointWidth();
        for (int cell = 0; cell < table.cellCount(); cell += table.cellCount() / 97) {
            // In the middle of the cell all but the first coefficient are nothing.
            double tau = (cell + 0.5) * table.width();
            double fast = table.points()[cell * RenewalKernel.TERMS * width + table.firstRate()];
            double side = table.points()[cell * RenewalKernel.TERMS * width + table.firstRate() + 1];
            double expected = gamma * Math.pow(emptied.excited(tau), 2) / (1e-3 * Math.pow(emptied.ground(tau), 2));
            if (tau <= model.time().end()) {
                // Both rates are 1e-3 of one after the first microseconds, at 1e-12 of it; before, the slow one is all there is.
                assertEquals(expected / (1 + expected), fast / (fast + side), 1e-11, "age " + tau);
            }
        }
    }
}
