package org.unravel.ensemble;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unravel.ModelText;
import org.unravel.engine.EngineChoice;
import org.unravel.engine.Engines;
import org.unravel.model.Model;
import org.unravel.trajectory.Engine;

/** The populations of the highest levels in a sample: what they are, and that nobody else sees that they were watched. */
class HighestLevelsTest {

    /** Two damped modes: one empties its two highest levels at a known rate, the other starts far below. */
    private static final String MODES = """
            unravel: 1
            name: modes
            space: {c: boson(6), d: boson(4)}
            hamiltonian: num(c) + num(d)
            baths:
              b:
                temperature: 0
                channels:
                  c: {operator: a(c), rate: 0.1, heat: -1}
                  d: {operator: a(d), rate: 0.1, heat: -1}
            initial: {c: FIRST, d: 1}
            time: {end: 4, points: 5}
            observables: {n: num(c)}
            """;

    private static EnsembleResult sample(String first, long trajectories, int threads, EngineChoice engine) {
        return Sampling.run(ModelText.read(MODES.replace("FIRST", first)), new RunPlan(trajectories, 3, threads, engine), Progress.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"grid", "sparse", "renewal"})
    void aFockStateLeavesTheTopJumpByJump(EngineChoice engine) {
        List<HighestLevels> found = sample("5", 500, 2, engine).highestLevels();
        assertEquals(List.of(new HighestLevels("c", 6, 1, 0, 1, 0), new HighestLevels("d", 4, 0, 0, 0, 0)), found);
    }

    /** 1/√2 of the amplitude at the top: without a jump it fades, and a jump takes it to the level below, which counts as well. */
    @Test
    void theLargestTrajectoryIsAboveTheMean() {
        HighestLevels c = sample("(level(0) + level(5))/sqrt(2)", 2000, 2, new EngineChoice("grid")).highestLevels().get(0);
        assertEquals(0.5, c.mean(), 1e-12);
        assertEquals(0, c.meanAt());
        assertEquals(1, c.largest(), 1e-12);
        assertTrue(c.largestAt() > 0);
    }

    @Test
    void threadsChangeNothing() {
        assertEquals(sample("(level(0) + level(5))/sqrt(2)", 5000, 1, new EngineChoice("grid")).highestLevels(),
                sample("(level(0) + level(5))/sqrt(2)", 5000, 2, new EngineChoice("grid")).highestLevels());
    }

    /** The sums of an engine that was made without watching are the same bits. */
    @ParameterizedTest
    @ValueSource(strings = {"grid", "sparse", "renewal"})
    void curvesDoNotSeeTheWatch(EngineChoice choice) {
        Model model = ModelText.read(MODES.replace("FIRST", "5"));
        RunPlan plan = new RunPlan(1000, 3, 2, choice);
        Engine bare = Engines.create(model, choice);
        EnsembleResult without = Sampling.run(bare, model, plan, Progress.NONE);
        EnsembleResult with = Sampling.run(model, plan, Progress.NONE);
        assertEquals(List.of(), without.highestLevels());
        assertEquals(2, with.highestLevels().size());
        assertEquals(without.curves().stream().map(Curve::name).toList(), with.curves().stream().map(Curve::name).toList());
        for (Curve curve : without.curves()) {
            assertArrayEquals(curve.mean(), with.curve(curve.name()).mean());
            assertArrayEquals(curve.standardError(), with.curve(curve.name()).standardError());
        }
        assertEquals(without.quantities(), with.quantities());
    }

    /** A weighted mean is that of the model: all trajectories start at the top, however they are weighted. */
    @Test
    void weightsCount() {
        String biased = MODES.replace("FIRST", "5") + "ensemble: {bias: {jumps: 2}}\n";
        EnsembleResult result = Sampling.run(ModelText.read(biased, Map.of()), new RunPlan(2000, 3, 2, new EngineChoice("grid")), Progress.NONE);
        assertEquals(1, result.highestLevels().get(0).mean(), 1e-12);
    }
}
