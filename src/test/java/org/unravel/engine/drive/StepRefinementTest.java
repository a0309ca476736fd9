package org.unravel.engine.drive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unravel.engine.ContractModels;
import org.unravel.engine.EngineChoice;
import org.unravel.engine.Engines;
import org.unravel.engine.RecordedTrajectories;
import org.unravel.engine.grid.GridEngine;
import org.unravel.model.Bath;
import org.unravel.model.Caveat;
import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.model.TimeFunction;

/** What is said where steps would be too many, or cannot be proven; and what the rounding of a late time costs. */
class StepRefinementTest {

    private static Model model(String hamiltonian, String rate, String time) {
        return ContractModels.read("""
                unravel: 1
                name: refinement
                space: {q: qubit}
                hamiltonian: HAMILTONIAN
                baths: {b: {channels: {down: {operator: sm, rate: "RATE", heat: -1}}}}
                initial: {q: (e + g)/sqrt(2)}
                time: TIME
                observables: {sx: sx}
                """.replace("HAMILTONIAN", hamiltonian).replace("RATE", rate).replace("TIME", time));
    }

    /** At once, with the key, and without blame for smoothness. */
    @ParameterizedTest
    @CsvSource({"sz/2, 1e12*(2 + sin(t)), baths.b.channels.down.rate", "1e9*cos(t)*sx, 1, hamiltonian", "sz + cos(1e9*t)*sx, 1, hamiltonian",
        "sz, 1 + sin(1e9*t)/2, baths.b.channels.down.rate"})
    void tooManyStepsNameWhatAsksForThem(String hamiltonian, String rate, String key) {
        Model model = model(hamiltonian, rate, "{end: 10, points: 2}");
        ModelException e = assertThrows(ModelException.class, () -> GridEngine.of(model));
        assertEquals(key, e.key());
        assertTrue(e.getMessage().startsWith("expected at most 524288 steps from t = 0.0 to t = 10.0, found more: " + key), e.getMessage());
    }

    /** The first step that does not pass is halved, and only it. */
    @Test
    void onlyTheStepThatIsTooLongIsHalved() {
        Model model = model("sz", "1", "{end: 4, points: 3}");
        StepSchedule refined = new StepRefinement(100, new StepRefinement.Test() {

            @Override
            public boolean passes(Step step) {
                return !(step.start() <= 0.3 && 0.3 < step.end()) || step.length() < 0.3;
            }

            @Override
            public String blame(Step step) {
                throw new AssertionError();
            }

            @Override
            public double least(Step step) {
                return 1;
            }
        }).of(StepSchedule.of(model));
        List<Double> starts = new ArrayList<>();
        refined.steps().forEach(s -> starts.add(s.start()));
        assertEquals(List.of(0.0, 0.25, 0.5, 1.0, 2.0), starts);
        assertEquals(List.of(-1, -1, -1, 1, 2), refined.steps().stream().map(Step::gridIndex).toList());
    }

    /** A function without bounds, as of a program that uses the library. */
    private record Unbounded(TimeFunction of) implements TimeFunction {

        @Override
        public Value at(double t, double branch) {
            return of.at(t, branch);
        }

        @Override
        public boolean isConstant() {
            return false;
        }

        @Override
        public double[] breakpoints(double from, double to) {
            return of.breakpoints(from, to);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"grid", "sparse"})
    void aFunctionWithoutBoundsIsUnproven(EngineChoice choice) {
        Model known = model("sz", "1 + sin(t)/2", "{end: 10, points: 11}");
        assertEquals(List.of(), Engines.create(known, choice).caveats());
        Channel down = known.channels().get(0);
        Channel unknown = new Channel("down", down.operator(), new Unbounded(down.rate()), down.heat());
        Model model = known.withBaths(List.of(new Bath("b", known.baths().get(0).inverseTemperature(), List.of(unknown))));
        Caveat caveat = Engines.create(model, choice).caveats().get(0);
        assertEquals(Caveat.Kind.UNPROVEN, caveat.kind());
        assertTrue(caveat.text().startsWith("expected bounds of baths.b.channels.down.rate as a function of time, found none between t = 0.0 and t = 10.0"),
                caveat.text());
    }

    /** A function that is zero, which its bounds do not see in any box that a search comes to: its nodes show nothing, and no caveat would be a lie. */
    @Test
    void aSearchThatIsGivenUpIsACaveat() {
        Model model = model("(sin(1e9*t)^2 + cos(1e9*t)^2 - 1)*sx", "1", "{end: 1e3, points: 2}");
        ResolutionProof proof = new ResolutionProof(model, DrivingFunction.of(model));
        assertNull(proof.missed(Step.whole(new SmoothPiece(0, 0, 1e3, 500, 0, 1))));
        Caveat caveat = proof.caveats().get(0);
        assertEquals(Caveat.Kind.SEARCH_GIVEN_UP, caveat.kind());
        assertTrue(caveat.text().startsWith("expected to find every pulse of hamiltonian, gave up between t = 0.0 and t = 1000.0"), caveat.text());
    }

    /** The same run 1e9 later, where doubles are 1.2e-7 apart: nodes that are rounded to them lose 1e-7 of everything, and of the energy balance. */
    @ParameterizedTest
    @ValueSource(strings = {"grid", "sparse"})
    void aRunThatStartsLateLosesNothing(EngineChoice choice) {
        String drive = "sz/2 + 0.4*cos(1.3*(t - START))*sx";
        Model early = model(drive.replace("START", "0"), "0.05", "{end: 6, points: 61}");
        Model late = model(drive.replace("START", "1000000000"), "0.05", "{start: 1e9, end: 1000000006, points: 61}");
        RecordedTrajectories expected = RecordedTrajectories.of(early, Engines.create(early, choice), 1, 20);
        RecordedTrajectories found = RecordedTrajectories.of(late, Engines.create(late, choice), 1, 20);
        for (int i = 0; i < 20; i++) {
            for (int p = 0; p < 61; p++) {
                for (int o = 0; o < expected.state(i, p).length; o++) {
                    assertEquals(expected.state(i, p)[o], found.state(i, p)[o], 1e-11);
                }
            }
        }
        assertTrue(found.worstClosure() < 1e-12, "closure: " + found.worstClosure());
    }

    /** A breakpoint a hair after a grid time is a piece of its own; one that rounding cannot tell from it is not. */
    @ParameterizedTest
    @CsvSource({"1e-3, 1e10, 3", "1e-300, 1, 3", "5000000000.00001, 1e10, 3", "5000000000.000001, 1e10, 2"})
    void breakpointsNearGridTimesAreKept(String at, String end, int pieces) {
        Model model = model("sz*(1 + step(t - " + at + "))", "1", "{end: " + end + ", points: 3}");
        assertEquals(pieces, StepSchedule.pieces(model).size());
    }
}
