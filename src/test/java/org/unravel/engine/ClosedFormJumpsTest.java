package org.unravel.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unravel.model.Model;
import org.unravel.trajectory.TrajectoryStream;

/**
 * Jump times against a survival probability in closed form, which has no error of an integrator.
 *
 * <p>A resonantly driven qubit with L = √γ σ_− is in |g⟩ after each jump, and c_g(τ) = e^{−γτ/4}(cos(μτ/2) + γ/(2μ) sin(μτ/2)),
 * c_e(τ) = (Ω/μ) e^{−γτ/4} sin(μτ/2) up to a phase, μ² = Ω² − γ²/4 (physics.md, "The trajectories" for H = (Ω/2)σ_x). A field that rotates with the
 * splitting gives the same norms, by going to the frame that rotates with it.
 */
class ClosedFormJumpsTest {

    private static final double OMEGA = 0.8;
    private static final double GAMMA = 1;
    private static final double MU = Math.sqrt(OMEGA * OMEGA - GAMMA * GAMMA / 4);
    private static final long SEED = 20260102;
    private static final int TRAJECTORIES = 200;
    /** Largest error of a jump time in units of the grid step. */
    private static final double TIME_TOLERANCE = 1e-11;
    /** A survival is a sum of two squares of order one: a few roundings of 1 in the closed form, as many in the engine. */
    private static final double ROUNDING = 16 * Math.ulp(1.0);
    private static final String MODEL = """
            unravel: 1
            name: resonance-fluorescence
            space: {q: qubit}
            hamiltonian: HAMILTONIAN
            baths:
              vacuum:
                channels: {emission: {operator: sm, rate: 1, heat: -1}}
            initial: {q: g}
            time: {end: 40, points: 201}
            """;
    private static final Model STILL = ContractModels.read(MODEL.replace("HAMILTONIAN", "0.4*sx"));
    private static final Model ROTATING = ContractModels.read(MODEL.replace("HAMILTONIAN", "sz/2 + 0.4*(cos(t)*sx + sin(t)*sy)"));

    @ParameterizedTest
    @CsvSource({"grid, 0", "sparse, 0", "renewal, 0", "grid, 1", "sparse, 1"})
    void jumpsHappenWhereTheSurvivalIsTheThreshold(EngineChoice engine, int drive) {
        double worst = worstError(drive == 0 ? STILL : ROTATING, engine, GAMMA);
        assertTrue(worst <= TIME_TOLERANCE, "jump times off by " + worst + " of a grid step");
    }

    /** A rate that is 1e-9 too large shows. */
    @Test
    void aSlightlyWrongRateIsFound() {
        assertTrue(worstError(STILL, new EngineChoice("grid"), GAMMA * (1 + 1e-9)) > TIME_TOLERANCE);
    }

    private static double worstError(Model model, EngineChoice engine, double gamma) {
        RecordedTrajectories shown = RecordedTrajectories.of(model, Engines.create(model, engine), SEED, TRAJECTORIES);
        double worst = 0;
        for (int i = 0; i < TRAJECTORIES; i++) {
            TrajectoryStream stream = new TrajectoryStream(SEED, i);
            double last = 0;
            List<RecordedTrajectories.Jump> jumps = shown.jumps(i);
            assertEquals(0, jumps.stream().filter(j -> j.channel() != 0).count());
            for (RecordedTrajectories.Jump jump : jumps) {
                double error = Math.abs(survival(jump.time() - last, gamma) - stream.nextJumpThreshold()) - ROUNDING;
                worst = Math.max(worst, error / rate(jump.time() - last, gamma) / model.time().step());
                stream.nextUniform();
                last = jump.time();
            }
        }
        assertTrue(shown.jumpCount() > TRAJECTORIES, "jumps " + shown.jumpCount());
        return worst;
    }

    private static double survival(double delay, double gamma) {
        double decay = Math.exp(-gamma * delay / 2);
        double ground = Math.cos(MU * delay / 2) + gamma / (2 * MU) * Math.sin(MU * delay / 2);
        double excited = OMEGA / MU * Math.sin(MU * delay / 2);
        return decay * (ground * ground + excited * excited);
    }

    /** −dS/dτ = γ|c_e|². */
    private static double rate(double delay, double gamma) {
        double excited = OMEGA / MU * Math.sin(MU * delay / 2);
        return gamma * Math.exp(-gamma * delay / 2) * excited * excited;
    }
}
