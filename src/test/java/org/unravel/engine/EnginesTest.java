package org.unravel.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.unravel.ensemble.EnsembleResult;
import org.unravel.ensemble.Progress;
import org.unravel.ensemble.RunPlan;
import org.unravel.ensemble.Sampling;
import org.unravel.model.Model;

/** The choice among the engines where the first of them turns out not to serve. */
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

    /** The renewal tables cannot follow ten million turns of the qubit in a step, nor can the steps of the grid engine. */
    @Test
    void engineThatCannotBuildItsTablesIsPassedOver() {
        Model model = qubit("6e6*sx", 1, 10, 11);
        assertEquals("sparse", Engines.create(model, EngineChoice.AUTO).name());
        List<String> lines = Engines.explain(model);
        assertTrue(lines.get(0).equals("engine: sparse"), lines.toString());
    }
}
