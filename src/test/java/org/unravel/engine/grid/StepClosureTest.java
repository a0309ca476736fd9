package org.unravel.engine.grid;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unravel.engine.ContractModels;
import org.unravel.engine.FinalSample;
import org.unravel.engine.RecordedTrajectories;
import org.unravel.engine.drive.StepSchedule;
import org.unravel.engine.lane.LaneKernel;
import org.unravel.engine.sector.EnergyScale;
import org.unravel.engine.sector.SectorMap;
import org.unravel.model.HeatBooks;
import org.unravel.model.Model;

/** Steps serve kets that only a rare jump brings about, which no pilot trajectory of the engine has seen. */
class StepClosureTest {

    private static final int COUNT = 4000;
    private static final long SEED = 11;
    /** A step may miss 1e-12 of the energy scale, each of the five intervals 2e-11. */
    private static final double BOUND = 1.1e-10;

    /** A pulse turns the levels 1 and 2 by 2.5 rad in 1e-6 of the run; a jump from 0 to 1 comes in one trajectory of five hundred. */
    @ParameterizedTest
    @ValueSource(strings = {"proj(s, 1)", "proj(s, 1) + 0.7*cos(9*t)*proj(s, 2)", "proj(s, 1) + 0.3*sin(4*t)*(op(s, 1, 2) + op(s, 2, 1))"})
    void rareKetsKeepTheFirstLaw(String energy) {
        Model model = ContractModels.read("""
                unravel: 1
                name: rare-ket
                space: {s: levels(3)}
                hamiltonian: "proj(s, 1) + 1.41e6*exp(-((t - 0.61803)/1e-6)^2)*(op(s, 1, 2) + op(s, 2, 1))"
                energy: "ENERGY"
                baths:
                  b: {channels: {c: {operator: "op(s, 1, 0)", rate: "0.002", heat: "-1"}}}
                initial: {s: 0}
                time: {start: 0, end: 1, points: 6}
                """.replace("ENERGY", energy));
        FinalSample sample = FinalSample.of(model, GridEngine.of(model), SEED, COUNT);
        assertEquals(COUNT * 0.002, Arrays.stream(sample.values("jumps")).sum(), 9);
        assertTrue(sample.worstClosure() <= BOUND * EnergyScale.of(model), () -> "first law fails by " + sample.worstClosure());
    }

    /** A principal root of a phase jumps at the cut, as sin(t/2)·(1 − 2·step(t − π)) does: a quench inside a grid interval. */
    @Test
    void aCutOfARootIsAQuench() {
        Model model = ContractModels.read("""
                unravel: 1
                name: cut
                space: {q: qubit}
                hamiltonian: "im(sqrt(exp(i*t)))*sz"
                baths:
                  b: {channels: {c: {operator: "sm", rate: "0.3", heat: "-1"}}}
                initial: {q: e}
                time: {end: 6, points: 4}
                """);
        FinalSample sample = FinalSample.of(model, GridEngine.of(model), SEED, COUNT);
        assertTrue(sample.worstClosure() <= BOUND * EnergyScale.of(model), () -> "first law fails by " + sample.worstClosure());
        // What never jumps stays excited: its work is H(6) − H(0) = −sin 3, of which the quench takes 2. No other trajectory has that work.
        long still = Arrays.stream(sample.values("jumps")).filter(n -> n == 0).count();
        assertEquals(still, Arrays.stream(sample.values("work")).filter(w -> Math.abs(w + Math.sin(3)) <= 1e-12).count());
        assertEquals(COUNT * Math.exp(-1.8), still, 6 * Math.sqrt(COUNT * Math.exp(-1.8)));
    }

    /**
     * A jump leads into a superposition of two levels that are 6 rad apart in an interval, with a K that beats between them. Energies are counted from their mean, where E and K
     * anticommute: a closure of E alone sees nothing of the beat, and the first law failed by 3e-8.
     */
    @Test
    void decaysThatBeatKeepTheFirstLaw() {
        Model model = ContractModels.read("""
                unravel: 1
                name: beat
                space: {a: qubit, b: qubit}
                hamiltonian: "0.0951*proj(a, e) + 0.0317*sz(b) + (0.0317 + 0.0317*ramp(t, 305.9, 673))*proj(b, e)"
                baths:
                  b: {channels: {c: {operator: "sm(b) + 0.879*sp(a)", rate: "1e-4", heat: "0.03"}}}
                initial: {a: g, b: e}
                time: {end: 673, points: 11}
                """);
        FinalSample sample = FinalSample.of(model, GridEngine.of(model), SEED, COUNT);
        // a mean of 0.12 jumps, six standard errors
        assertEquals(COUNT * 0.12, Arrays.stream(sample.values("jumps")).sum(), 140);
        assertTrue(sample.worstClosure() <= 2 * BOUND * EnergyScale.of(model), () -> "first law fails by " + sample.worstClosure());
    }

    /** A pulse of 1e6 times the energies at the grid times, 4e9 roundings of t long: what it leaves is rounding, which shorter steps do not mend. */
    @Test
    void roundingAsksForNoShorterStep() {
        Model model = ContractModels.read("""
                unravel: 1
                name: far-above
                space: {m: boson(3)}
                hamiltonian: "4e-6*num(m) + 7.9*exp(-((t - 1046911.7774)/0.45)^2)*cos(8.31*((t - 1046911.7774)/0.45) - 2.91*((t - 1046911.7774)/0.45)^2)*(a(m) + adag(m))"
                baths:
                  b: {channels: {down: {operator: "a(m)", rate: "2.5e-7", heat: -4e-6}}}
                initial: {m: 1}
                time: {start: 0, end: 1490000, points: 3}
                """);
        GridEngine kept = GridEngine.of(model);
        assertTrue((int) kept.description().get("steps") < 2000, () -> "steps " + kept.description().get("steps"));
        GridEngine built = GridEngine.of(model, 64, TableStore.keeping(1), LaneKernel.fastest());
        RecordedTrajectories expected = RecordedTrajectories.of(model, kept, SEED, 20);
        RecordedTrajectories found = RecordedTrajectories.of(model, built, SEED, 20);
        for (int i = 0; i < 20; i++) {
            assertArrayEquals(expected.state(i, 2), found.state(i, 2));
        }
    }

    /** At t = 1e5 the energy moves by 1e-10 between two doubles: lengths of grid intervals of 0.1 differ by that, and a step closes no better. One cut may be. */
    @Test
    void lateTimesCutNoStepAndShareTablesOfAPeriod() {
        GridTables early = tables(from(0));
        GridTables late = tables(from(100_000));
        assertEquals(10, early.period().intervals());
        assertEquals(10, late.period().intervals());
        assertTrue(late.stepCount() <= 2 * early.stepCount(), () -> early.stepCount() + " steps at early times, " + late.stepCount() + " at late ones");
    }

    /** Nor do pilot trajectories, whose energies at the grid times are known no better. */
    @Test
    void pilotsCutNoStepAtLateTimes() {
        int early = (int) GridEngine.of(from(0)).description().get("steps");
        int late = (int) GridEngine.of(from(100_000)).description().get("steps");
        assertTrue(late <= 2 * early, () -> early + " steps at early times, " + late + " at late ones");
    }

    /**
     * Two baths whose rates beat against each other in a third of a step of the others: together they are a number. Cosines of 8 rad in a step are polynomials of the
     * nodes, five nodes miss 1e-6 of their integral, so only steps that are shorter pass. One bath alone asks for none of it, as its balance closes at once.
     */
    @Test
    void bathsThatBeatAskForShorterSteps() {
        String beat = """
                unravel: 1
                name: beat-of-baths
                space: {q: qubit}
                hamiltonian: "sz(q)/2"
                baths:
                  one: {channels: {down: {operator: sm, rate: "0.1*(1 + cos(16*t))", heat: -1}, up: {operator: sp, rate: "0.1*(1 - cos(16*t))", heat: 1}}}
                  two: {channels: {down: {operator: sm, rate: "0.1*(1 - cos(16*t))", heat: -1}, up: {operator: sp, rate: "0.1*(1 + cos(16*t))", heat: 1}}}
                initial: {q: (e + g)/sqrt(2)}
                time: {end: 5, points: 11}
                """;
        Model apart = ContractModels.read(beat);
        int steps = tables(apart).stepCount();
        int together = tables(apart.withHeatBooks(HeatBooks.TOGETHER)).stepCount();
        assertTrue(steps >= 2 * together, () -> steps + " steps with baths apart, " + together + " together");
        // rates are known to 1e-8 at t = 1e8, and no step is short enough for more
        Model late = ContractModels.read(beat.replace("end: 5", "start: 1e8, end: 100000005"));
        assertTrue(tables(late).stepCount() <= 2 * steps, () -> tables(late).stepCount() + " steps at late times, " + steps + " at early ones");
    }

    private static GridTables tables(Model model) {
        return GridTables.of(SectorMap.of(model), StepSchedule.of(model), new TableStore());
    }

    private static Model from(double start) {
        return ContractModels.read("""
                unravel: 1
                name: late
                space: {q: qubit}
                hamiltonian: "sz(q)/2 + cos(2*pi*t)*sx(q)"
                initial: {q: g}
                time: {start: START, end: END, points: 201}
                """.replace("START", Double.toString(start)).replace("END", Double.toString(start + 20)));
    }
}
