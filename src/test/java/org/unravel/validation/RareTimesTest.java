package org.unravel.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unravel.ModelText;
import org.unravel.engine.EngineChoice;
import org.unravel.engine.Engines;
import org.unravel.ensemble.EnsembleResult;
import org.unravel.ensemble.Progress;
import org.unravel.ensemble.RunPlan;
import org.unravel.ensemble.Sampling;
import org.unravel.exact.CountingStatistics;
import org.unravel.exact.MasterEquation;
import org.unravel.model.Model;
import org.unravel.model.Quantity;

/** A decay that hardly ever falls into a pulse, and moves a thousand times as much there. */
class RareTimesTest {

    private static final List<String> BY_ENERGY = List.of(Quantity.WORK, Quantity.HEAT, Quantity.HEAT_JUMP, Quantity.HEAT_QUANTUM);
    private static final List<String> BY_QUANTUM = List.of(Quantity.HEAT_COUNTED, "heat.counted.b", Quantity.HEAT_QUANTUM);

    private static Model model(String energy, String quantum, double width) {
        return ModelText.read("""
                unravel: 1
                name: pulse
                parameters: {w: WIDTH}
                space: {q: qubit}
                hamiltonian: ENERGY*sz(q)/2
                baths: {b: {channels: {down: {operator: sm(q), rate: 1, heat: QUANTUM}}}}
                initial: {q: e}
                time: {end: 1, points: 5}
                """.replace("ENERGY", energy).replace("QUANTUM", quantum).replace("WIDTH", Double.toString(width)));
    }

    private static ErrorMarks marks(Model model, long count, int seed) {
        EnsembleResult result = Sampling.run(Engines.create(model, EngineChoice.AUTO), model, new RunPlan(count, seed, 2, EngineChoice.AUTO), Progress.NONE);
        return ErrorMarks.of(model, result, Optional.of(MasterEquation.solve(model)), CountingStatistics.none());
    }

    /**
     * A jump at s in the pulse p gives the work p(s): variance e^(−1/2)·∫p² dt = 38 by hand, of which a sample of 300 trajectories, which has one such jump in 50
     * samples, sees nothing. In the pulse that is 200 times as long 120 jumps of 10⁴ trajectories fall.
     */
    @ParameterizedTest
    @CsvSource({"300, 5e-5, true", "10000, 1e-2, false"})
    void aPulseOfTheEnergyIsMarked(long count, double width, boolean isMarked) {
        ErrorMarks marks = marks(model("(1 + 1000*exp(-((t - 0.5)/w)^2))", "-1", width), count, 1);
        for (String name : BY_ENERGY) {
            assertEquals(isMarked, marks.of(name), name);
        }
        assertTrue(!marks.of(Quantity.HEAT_COUNTED) && !marks.of(Quantity.ENERGY_CHANGE));
    }

    @ParameterizedTest
    @CsvSource({"300, 5e-5, true", "10000, 1e-2, false"})
    void aPulseOfAQuantumIsMarked(long count, double width, boolean isMarked) {
        ErrorMarks marks = marks(model("1", "(-1 + 1000*exp(-((t - 0.5)/w)^2))", width), count, 1);
        for (String name : BY_QUANTUM) {
            assertEquals(isMarked, marks.of(name), name);
        }
        assertTrue(!marks.of(Quantity.WORK) && !marks.of(Quantity.HEAT_JUMP) && !marks.of("jumps.b.down"));
    }

    /** Wherever the pulse lies: in the middle of the run, and where spans are cut. */
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.505, 0.095, 0.31, 0.57, 0.855})
    void aPulseIsMarkedWhereverItIs(double middle) {
        ErrorMarks marks = marks(model("(1 + 1000*exp(-((t - " + middle + ")/w)^2))", "-1", 5e-5), 300, 1);
        assertTrue(marks.of(Quantity.WORK) && marks.of(Quantity.HEAT));
    }

    /** A level that is hardly populated jumps as rarely, whatever its rate. */
    @Test
    void expectedJumpsAreThoseOfTheState() {
        Model model = ModelText.read("""
                unravel: 1
                name: cold
                space: {q: qubit}
                hamiltonian: (1 + 1e5*exp(-((t - 50.5)/1e-3)^2))/2*sz(q)
                baths: {b: {channels: {down: {operator: sm(q), rate: 1, heat: -1}, up: {operator: sp(q), rate: 0.01, heat: 1}}}}
                initial: {q: g}
                time: {end: 100, points: 2}
                """);
        assertTrue(marks(model, 10_000, 2).of(Quantity.WORK));
    }

    /** The curve is marked from the pulse on and not before it. */
    @Test
    void marksBeginWithThePulse() {
        Model model = model("(1 + 1000*exp(-((t - 0.4)/w)^2))", "-1", 5e-5);
        EnsembleResult result = Sampling.run(Engines.create(model, EngineChoice.AUTO), model, new RunPlan(300, 1, 2, EngineChoice.AUTO), Progress.NONE);
        ErrorMarks marks = ErrorMarks.of(model, result, Optional.of(MasterEquation.solve(model)), CountingStatistics.none());
        boolean[] heat = marks.of(result.curves().stream().filter(c -> c.name().equals(Quantity.HEAT)).findFirst().orElseThrow());
        assertTrue(!heat[1] && heat[2], java.util.Arrays.toString(heat));
    }

    /** A drive that is no pulse: nothing is marked, though the largest energy is there for a moment only. */
    @ParameterizedTest
    @CsvSource({"(1 + 0.5*cos(20*t))", "(1 + 10*t)", "(2 + step(t - 0.5))"})
    void aDriveIsNoPulse(String energy) {
        ErrorMarks marks = marks(model(energy, "-1", 1), 1000, 1);
        for (String name : BY_ENERGY) {
            assertTrue(!marks.of(name), name);
        }
    }

    /** However many grid times there are, which take bounds of their own; with and without the exact numbers of jumps. */
    @ParameterizedTest
    @CsvSource({"5, true", "995, true", "1001, true", "3001, true", "1001, false"})
    void aPulseIsMarkedOnEveryGrid(int points, boolean hasExact) {
        Model model = ModelText.read("""
                unravel: 1
                name: pulse
                space: {q: qubit}
                hamiltonian: (1 + 1000*exp(-((t - 0.5033)/5e-5)^2))*sz(q)/2
                baths: {b: {channels: {down: {operator: sm(q), rate: 1, heat: -1}}}}
                initial: {q: e}
                time: {end: 1, points: POINTS}
                """.replace("POINTS", Integer.toString(points)));
        EnsembleResult result = Sampling.run(Engines.create(model, EngineChoice.AUTO), model, new RunPlan(300, 1, 2, EngineChoice.AUTO), Progress.NONE);
        ErrorMarks marks = ErrorMarks.of(model, result, hasExact ? Optional.of(MasterEquation.solve(model)) : Optional.empty(), CountingStatistics.none());
        assertTrue(marks.of(Quantity.WORK) && marks.of(Quantity.HEAT), points + " points");
    }

    /** The energy rises while H turns the qubit: what a jump in the pulse changes is the turn that follows. */
    @Test
    void unitaryHeatIsMarkedToo() {
        Model model = ModelText.read("""
                unravel: 1
                name: turned
                space: {q: qubit}
                hamiltonian: 2e5*exp(-((t - 0.5033)/1e-5)^2)*sx(q)
                energy: (1 + 1e6*exp(-((t - 0.5033)/1e-5)^2))*proj(q, e)
                baths: {b: {channels: {down: {operator: sm(q), rate: 1, heat: -1}}}}
                initial: {q: g}
                time: {end: 1, points: 101}
                """);
        assertTrue(marks(model, 300, 1).of(Quantity.HEAT_UNITARY));
    }
}
