package org.unravel.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unravel.ensemble.EnsembleResult;
import org.unravel.ensemble.Progress;
import org.unravel.ensemble.RunPlan;
import org.unravel.ensemble.Sampling;
import org.unravel.model.InfluenceMartingale;
import org.unravel.model.Model;
import org.unravel.model.ModelException;

/** The choice among the engines where a model is hard for some of them. */
class EnginesTest {

    private static Model qubit(String hamiltonian, double rate, double end, int points) {
        return ContractModels.read("""
                unravel: 1
                name: coarse
                space: {q: qubit}
                hamiltonian: HAMILTONIAN
                baths:
                  b:
                    channels:
                      down: {operator: sm, rate: RATE, heat: -1}
                      up: {operator: sp, rate: RATE/2, heat: 1}
                initial: {q: g}
                time: {end: END, points: POINTS}
                """.replace("HAMILTONIAN", hamiltonian).replace("RATE", Double.toString(rate)).replace("END", Double.toString(end))
                .replace("POINTS", Integer.toString(points)));
    }

    /**
     * Between two eigenstates at rates 20 and 10 the qubit jumps at 40/3 per unit of time on average, in steps of 2 (renewal reward theorem);
     * over a time of 20 that is 266.7, of which the start in the slower state takes at most one.
     */
    @Test
    void gridStepsMayBeLongAgainstTheWaitingTimes() {
        Model model = qubit("sz/2", 20, 20, 11);
        EnsembleResult result = Sampling.run(model, new RunPlan(2000, 1, 1, EngineChoice.AUTO), Progress.NONE);
        assertEquals("renewal", result.engine());
        double expected = 20 / (1.0 / 20 + 1.0 / 10) * 2;
        // The variance of the number of jumps stays below its mean, that of a Poisson process; six standard errors of 2000 trajectories.
        double bound = 1 + 6 * Math.sqrt(expected / 2000);
        assertEquals(expected, result.jumpCount() / 2000.0, bound);
    }

    @Test
    void everyEngineOfTheListCanBeAskedForAndNoOther() {
        Model model = qubit("sz/2", 1, 10, 11);
        for (String name : Engines.names()) {
            Model drawn = name.equals("martingale") ? model.withUnraveling(new InfluenceMartingale()) : model;
            assertEquals(name, Engines.create(drawn, new EngineChoice(name)).name());
        }
        String refusal = assertThrows(IllegalArgumentException.class, () -> new EngineChoice("density")).getMessage();
        assertEquals("expected auto or grid or sparse or renewal or ladder or martingale, found 'density'", refusal);
    }

    /** Neither renewal tables nor steps of the other engines can follow ten million turns of the qubit between two grid times. */
    @Test
    void stiffModelGetsTheLadder() {
        Model model = qubit("6e6*sx", 1, 10, 11);
        assertEquals("ladder", Engines.create(model, EngineChoice.AUTO).name());
        List<String> lines = Engines.explain(model, List.of()).summary();
        assertTrue(lines.get(0).equals("engine: ladder"), lines.toString());
    }

    /** Rates that touch zero come out as -1e-17 there; a decay by ∫ dt is what is left of the excited state, whichever engine. */
    @ParameterizedTest
    @CsvSource({"0.5*abs(sin(t)), 1.0", "0.25*(sin(t) + abs(sin(t))), 0.5", "0.5*abs(sin(t)) + 0.2*sin(t)^2 + 0.2*cos(t)^2 - 0.2, 1.0"})
    void ratesThatTouchZeroAreTaken(String rate, double perPeriod) {
        Model model = ContractModels.read("""
                unravel: 1
                name: touching
                space: {q: qubit}
                hamiltonian: sz/2
                baths: {b: {channels: {d: {operator: sm, rate: "RATE", heat: -1}}}}
                initial: {q: e}
                time: {end: 6.283185307179586, points: 5}
                """.replace("RATE", rate));
        for (EngineChoice choice : List.of(new EngineChoice("grid"), new EngineChoice("sparse"))) {
            EnsembleResult result = Sampling.run(model, new RunPlan(2000, 1, 1, choice), Progress.NONE);
            double left = Math.exp(-2 * perPeriod);
            // five standard errors of 2000 draws
            assertEquals(1 - left, result.jumpCount() / 2000.0, 5 * Math.sqrt(left * (1 - left) / 2000), choice.toString());
        }
    }

    /** Between two states at rates 1e9 and 5e8 there are 2/(1e-9 + 2e-9) = 6.7e8 jumps in a unit of time (renewal reward theorem): nobody would wait for their end. */
    @Test
    void modelOfEndlessJumpsIsRefusedWithTheirNumber() {
        ModelException refusal = assertThrows(ModelException.class, () -> Engines.create(qubit("sz/2", 1e9, 10, 11), EngineChoice.AUTO));
        Matcher found = Pattern.compile("expected at most 1e\\+07 jumps per trajectory, found about (\\S+) between t = 0.0 and t = 10.0 in coarse").matcher(refusal.getMessage());
        assertTrue(found.find(), refusal.getMessage());
        // Six standard errors of 1e5 jumps, and two digits.
        assertEquals(6.7e9, Double.parseDouble(found.group(1)), 0.1e9 + 6.7e9 * 6 / Math.sqrt(1e5));
    }

    /** With as many jumps as a burst at a rate of 1e9 has before the qubit leaves for the dark third level. */
    @Test
    void stiffModelOfFewJumpsIsNot() {
        Model model = ContractModels.read("""
                unravel: 1
                name: burst
                space: {m: levels(3)}
                hamiltonian: proj(m, 1)
                baths:
                  b:
                    channels:
                      down: {operator: "op(m, 0, 1)", rate: 1e9, heat: -1}
                      up: {operator: "op(m, 1, 0)", rate: 1e9, heat: 1}
                      leave: {operator: "op(m, 2, 1)", rate: 1e6, heat: 0}
                initial: {m: 0}
                time: {end: 10, points: 11}
                """);
        EnsembleResult result = Sampling.run(model, new RunPlan(200, 1, 1, EngineChoice.AUTO), Progress.NONE);
        // A geometric number of rounds of mean 1001 and as large a deviation, two jumps each, but for the last.
        assertEquals(2002, result.jumpCount() / 200.0, 6 * 2002 / Math.sqrt(200));
    }

    /** No engine can follow so fast a drive, and none looks at every one of its steps before it says so. */
    @ParameterizedTest
    @ValueSource(strings = {"1e15*(1 + 0.1*sin(t))*sx", "(1e12 + 1e9*cos(3*t))*sz + 1e13*sin(t)^2*sx"})
    void aDriveOfTooManyStepsIsRefused(String hamiltonian) {
        Model model = qubit(hamiltonian, 1, 10, 3);
        String found = assertThrows(ModelException.class, () -> Engines.create(model, EngineChoice.AUTO)).getMessage();
        assertTrue(found.contains("steps"), found);
        assertThrows(ModelException.class, () -> Engines.create(model, new EngineChoice("sparse")));
    }
}
