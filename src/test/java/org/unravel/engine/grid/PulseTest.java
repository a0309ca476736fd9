package org.unravel.engine.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.unravel.engine.ContractModels;
import org.unravel.engine.EngineChoice;
import org.unravel.engine.Engines;
import org.unravel.engine.RecordedTrajectories;
import org.unravel.engine.drive.StepSchedule;
import org.unravel.engine.jump.JumpLaw;
import org.unravel.engine.jump.LanePadding;
import org.unravel.engine.lane.PlainLaneKernel;
import org.unravel.engine.sector.SectorMap;
import org.unravel.engine.sparse.SparseTables;
import org.unravel.engine.sparse.SparseWorker;
import org.unravel.engine.taylor.PlainTaylorKernel;
import org.unravel.model.Model;
import org.unravel.model.Tolerance;
import org.unravel.trajectory.Engine;
import org.unravel.trajectory.Recording;

/**
 * Pulses of every height and width, wherever they are and however few grid times there are, against closed forms: H = f(t)σ_x turns the ground state by the
 * area of f, P_e = sin²∫f dt, a rate γ(t) leaves e^{−∫γ dt}. Engines promise {@link Tolerance#RESULT}.
 */
class PulseTest {

    private static final List<EngineChoice> ENGINES = List.of(new EngineChoice("grid"), new EngineChoice("sparse"));
    private static final List<Integer> POINTS = List.of(2, 101);

    /** A Gaussian of an area. */
    private static String gaussian(double area, double centre, double width) {
        return area / (width * Math.sqrt(Math.PI)) + "*exp(-((t - " + centre + ")/" + width + ")^2)";
    }

    private static String rectangle(double area, double start, double width) {
        return area / width + "*(step(t - " + start + ") - step(t - " + start + " - " + width + "))";
    }

    /** What a drive turns the qubit by is said beside it. */
    private static Map<String, Double> drives(double end) {
        double quarter = Math.PI / 4;
        return Map.ofEntries(
                // Hard and soft, at ratios of the amplitudes of 1 to 1e6, in both orders.
                Map.entry(rectangle(quarter, 0.005 * end, end / 2000) + " + " + gaussian(quarter, 0.4525 * end, end / 2000), 2 * quarter),
                Map.entry(rectangle(quarter, 0.005 * end, end / 2e6) + " + " + gaussian(quarter, 0.4525 * end, end / 2000), 2 * quarter),
                Map.entry(gaussian(quarter, 0.3131 * end, end / 4e8) + " + " + gaussian(quarter, 0.7 * end, end / 400), 2 * quarter),
                Map.entry(gaussian(quarter, 0.2 * end, end / 400) + " + " + gaussian(quarter, 0.91317 * end, end / 4e8), 2 * quarter),
                Map.entry(gaussian(0.3, 0.1234 * end, end / 1e4) + " + " + gaussian(-0.2, 0.63 * end, end / 2e7), 0.1),
                // A peak that is small on what it rides on.
                Map.entry(10 / end + "*t/" + end + " + " + gaussian(1e-3, 0.547 * end, end / 1e7), 5.001),
                Map.entry(20 / end + " + " + gaussian(1e-6, 0.2718 * end, end / 1e5), 20.000001),
                // A chirp: the derivative of sin 300(t/T)².
                Map.entry(600 / end + "*t/" + end + "*cos(300*(t/" + end + ")^2)", Math.sin(300)),
                // A Lorentzian and one that is a square of a hyperbolic secant, whose areas within a run are arctangents and hyperbolic tangents.
                Map.entry("0.3/(" + end / 1e5 + "*(1 + ((t - " + 0.37 * end + ")*1e5/" + end + ")^2))", 0.3 * (Math.atan(0.63e5) + Math.atan(0.37e5))),
                Map.entry(0.5e6 / end + "*(1 - tanh((t - " + 0.77 * end + ")*1e6/" + end + ")^2)", 1.0));
    }

    private static Stream<Arguments> turns() {
        return ENGINES.stream().flatMap(e -> POINTS.stream().flatMap(n -> Stream.of(10.0, 2.592e5).flatMap(end -> drives(end).entrySet().stream()
                .map(d -> Arguments.of(e, n, end, d.getKey(), d.getValue())))));
    }

    private static Model driven(String hamiltonian, double end, int points, String more) {
        return ContractModels.read("""
                unravel: 1
                name: pulses
                space: {q: qubit}
                hamiltonian: HAMILTONIAN
                MORE
                initial: {q: g}
                time: {end: END, points: POINTS}
                observables: {excited: "proj(q, e)"}
                """.replace("HAMILTONIAN", hamiltonian).replace("MORE", more).replace("END", Double.toString(end)).replace("POINTS", Integer.toString(points)));
    }

    private static int excited(RecordedTrajectories shown) {
        return shown.state(0, 0).length - 1;
    }

    @ParameterizedTest
    @MethodSource("turns")
    void qubitTurnsByTheAreaOfAllPulses(EngineChoice choice, int points, double end, String drive, double area) {
        Model model = driven("(" + drive + ")*sx", end, points, "energy: sz/2");
        Engine engine = Engines.create(model, choice);
        RecordedTrajectories shown = RecordedTrajectories.of(model, engine, 1, 1);
        assertEquals(List.of(), engine.caveats());
        assertEquals(Math.pow(Math.sin(area), 2), shown.state(0, points - 1)[excited(shown)], Tolerance.RESULT);
    }

    private static Stream<Arguments> decays() {
        return ENGINES.stream().flatMap(e -> POINTS.stream().flatMap(n -> Stream.of(
                Arguments.of(e, n, "{operator: sm, rate: \"" + gaussian(2, 6.283, 1e-6) + " + " + gaussian(1, 2.2, 1e-2) + "\", heat: -1}", 3.0),
                Arguments.of(e, n, "{operator: sm, rate: \"" + gaussian(1e-3, 6.283, 1e-4) + " + 0.1\", heat: -1}", 1.001),
                // The area of the square of a Gaussian of height 1 and width w is w √(π/2).
                Arguments.of(e, n, "{operator: \"1000*exp(-((t - 6.283)/1e-5)^2)*sm\", rate: 1, heat: -1}", 10 * Math.sqrt(Math.PI / 2)),
                Arguments.of(e, n, "{operator: \"(0.1 + exp(-((t - 6.283)/1e-5)^2))*sm\", rate: 1, heat: -1}",
                        0.1 + 1e-5 * (Math.sqrt(Math.PI / 2) + 0.2 * Math.sqrt(Math.PI))),
                Arguments.of(e, n, "{operator: sm, rate: \"0.5/(t + 1e-7)\", heat: -1}", 0.5 * Math.log1p(1e8)),
                Arguments.of(e, n, "{operator: sm, rate: \"sqrt(t)\", heat: -1}", Math.pow(10, 1.5) / 1.5))));
    }

    @ParameterizedTest
    @MethodSource("decays")
    void excitedStateLivesThroughTheAreaOfItsRate(EngineChoice choice, int points, String channel, double area) {
        Model model = ContractModels.read("""
                unravel: 1
                name: decays
                space: {q: qubit}
                hamiltonian: sz/2
                baths: {b: {channels: {down: CHANNEL}}}
                initial: {q: e}
                time: {end: 10, points: POINTS}
                """.replace("CHANNEL", channel).replace("POINTS", Integer.toString(points)));
        assertEquals(-area, logSurvival(model, choice), Tolerance.RESULT);
    }

    private static double logSurvival(Model model, EngineChoice choice) {
        if (choice.equals(new EngineChoice("grid"))) {
            GridTables tables = GridTables.of(SectorMap.of(model), StepSchedule.of(model), new TableStore());
            assertEquals(List.of(), tables.caveats());
            return new GridWorker(tables, new PlainLaneKernel(), LanePadding.padded(GridEngine.LANES), Recording.Times.ENDS, JumpLaw.OWN).endLogSurvivals()[0];
        }
        SparseTables tables = SparseTables.of(model, new PlainTaylorKernel());
        assertEquals(List.of(), tables.caveats());
        return new SparseWorker(tables, new PlainTaylorKernel(), 1, Recording.Times.ENDS, JumpLaw.OWN).endLogSurvivals()[0];
    }

    private static Stream<Arguments> energies() {
        return ENGINES.stream().flatMap(e -> POINTS.stream().flatMap(n -> Stream.of(1e-2, 1e-4, 1e-6).map(w -> Arguments.of(e, n, w))));
    }

    /**
     * A pulse g(t) of an energy of its own, E = gσ_z/2, while σ_x/2 turns the qubit from ⟨σ_z⟩ = −1 on: W = −∫g' cos(t)/2 dt = −½∫g sin(t) dt, for a Gaussian
     * of width w about c the area times e^{−w²/4} sin(c).
     */
    @ParameterizedTest
    @MethodSource("energies")
    void pulseOfTheEnergyDoesWork(EngineChoice choice, int points, double width) {
        Model model = driven("sx/2", 10, points, "energy: \"(" + gaussian(1, 7.7123, width) + " + 1)*sz/2\"");
        RecordedTrajectories shown = RecordedTrajectories.of(model, Engines.create(model, choice), 1, 1);
        double expected = -0.5 * Math.exp(-width * width / 4) * Math.sin(7.7123);
        assertEquals(expected, shown.state(0, points - 1)[1], Tolerance.RESULT * Math.max(1, 1e-6 / width));
    }

    /** The number of steps is that of the scales of time, not of the shortest in the run. */
    @ParameterizedTest
    @MethodSource("few")
    void stepsAreShortOnlyWhereTheyMustBe(String rate, int most) {
        Model model = ContractModels.read("""
                unravel: 1
                name: few
                space: {q: qubit}
                hamiltonian: sz/2
                baths: {b: {channels: {down: {operator: sm, rate: "RATE", heat: -1}}}}
                initial: {q: e}
                time: {start: 1e-6, end: 1, points: 2}
                """.replace("RATE", rate));
        GridTables tables = GridTables.of(SectorMap.of(model), StepSchedule.of(model), new TableStore());
        assertTrue(tables.stepCount() <= most, "steps: " + tables.stepCount());
        int pieces = SparseTables.of(model, new PlainTaylorKernel()).drive().pieceCount();
        assertTrue(pieces <= most, "pieces: " + pieces);
        double[] ends = IntStream.range(0, tables.stepCount()).mapToDouble(s -> tables.step(s).end()).toArray();
        for (int s = 0; s + 1 < ends.length; s++) {
            assertEquals(ends[s], tables.step(s + 1).start(), 1e-15, "no gap");
        }
        assertEquals(1, ends[ends.length - 1], 1e-15);
    }

    private static Stream<Arguments> few() {
        return Stream.of(Arguments.of("0.5/t", 80), Arguments.of("1e5*exp(-((t - 0.4)/1e-6)^2)", 120), Arguments.of("0.3", 1));
    }
}
