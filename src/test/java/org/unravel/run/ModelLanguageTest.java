package org.unravel.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unravel.ensemble.Curve;
import org.unravel.model.Model;
import org.unravel.modelfile.ModelBuilder;
import org.unravel.modelfile.ModelReader;
import org.unravel.output.ModelDescription;
import org.unravel.validation.ValidationReport;

/** What a model file may say in more than one way comes to the same, sampled and exact. */
class ModelLanguageTest {

    private static RunOutcome run(String text) {
        return Run.of(ModelReader.readText(text, Map.of())).trajectories(300).seed(5).execute();
    }

    private static void assertSame(RunOutcome a, RunOutcome b, double tolerance) {
        assertEquals(a.result().jumpCount(), b.result().jumpCount());
        for (Curve curve : a.result().curves()) {
            assertArrayEquals(curve.mean(), b.curve(curve.name()).mean(), tolerance, curve.name());
            a.exactCurve(curve.name()).ifPresent(exact -> assertArrayEquals(exact, b.exactCurve(curve.name()).orElseThrow(), tolerance, curve.name()));
        }
    }

    private static final String QUBIT = """
            unravel: 1
            name: qubit
            parameters: {G: 0.3}
            space: {q: qubit}
            hamiltonian: sz(q)/2 + %s*sx(q)
            energy: sz(q)/2
            baths:
              air:
                beta: 2
                channels:
                  down: {operator: sm(q), rate: G, heat: -1}
                  up: {operator: sp(q), rate: "G*exp(-2)", heat: 1}
            initial: {q: e}
            time: {end: 8, points: 9}
            """;

    /** A trapezium by a table and by ramps: the functions differ by roundings of 1, which a run of 8 times makes no larger than some 100 roundings. */
    @Test
    void aTableIsThePulseOfItsPoints() {
        assertSame(run(QUBIT.formatted("table(t, [0, 2, 2.01, 3.5, 6, 8], [0, 0, 0.9, 0.9, -0.1, -0.1])")),
                run(QUBIT.formatted("(0.9*ramp(t, 2, 2.01) - ramp(t, 3.5, 6))")), 1e-12);
    }

    /** All of a closed qubit's turn is one triangle of a table, far shorter than the grid: P = sin²(∫f dt), on each side by itself. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-2, 1e-5, 1e-8})
    void noPointOfATableIsSteppedOver(double width) {
        Model model = ModelBuilder.named("triangle").parameter("w", width).subsystem("q", "qubit").let("f", "table(t, [0, 3.3, 3.3 + w/2, 3.3 + w, 9], [0, 0, 1/w, 0, 0])")
                .hamiltonian("f*sx(q)").energy("sz(q)/2").initial("q", "g").time(0, 9, 2).observable("excited", "proj(q, e)").build();
        RunOutcome outcome = Run.of(model).trajectories(10).execute();
        double expected = Math.pow(Math.sin(0.5), 2);
        // the edges of the triangle are rounded to 4e-16, a part of its width
        double rounding = 1e-9 + 10 * Math.ulp(3.3) / width;
        assertEquals(expected, outcome.exactCurve("excited").orElseThrow()[1], rounding);
        assertEquals(expected, outcome.curve("excited").mean()[1], rounding);
    }

    /** The larger of a drive and a floor, against what is written with abs. */
    @Test
    void extremaAreWhatTheyWereWithAbs() {
        assertSame(run(QUBIT.formatted("max(cos(t), 0.3)")), run(QUBIT.formatted("((cos(t) + 0.3 + abs(cos(t) - 0.3))/2)")), 1e-12);
        assertSame(run(QUBIT.formatted("min(cos(t), 0.3, t)")), run(QUBIT.formatted("-max(-cos(t), -0.3, -t)")), 1e-12);
    }

    /** A ramp that is smoothed by erf turns a closed qubit by ∫f dt = [x erf(x) + e^{−x²}/√π]: the closed form of its integral. */
    @Test
    void erfIsIntegrated() {
        Model model = ModelBuilder.named("smooth").subsystem("q", "qubit").hamiltonian("0.2*(1 + erf(t - 3))*sx(q)").energy("sz(q)/2").initial("q", "g").time(0, 5, 2)
                .observable("excited", "proj(q, e)").build();
        RunOutcome outcome = Run.of(model).trajectories(2).execute();
        // erf at −3 and 2 by mpmath
        DoubleUnaryOperator whole = x -> x * (x < 0 ? -0.99997790950300141456 : 0.99532226501895273416) + Math.exp(-x * x) / Math.sqrt(Math.PI);
        double expected = Math.pow(Math.sin(0.2 * (5 + whole.applyAsDouble(2) - whole.applyAsDouble(-3))), 2);
        assertEquals(expected, outcome.exactCurve("excited").orElseThrow()[1], 1e-9);
        assertEquals(expected, outcome.curve("excited").mean()[1], 1e-9);
    }

    /** The same bits. */
    @Test
    void letIsWhatItStandsFor() {
        String named = QUBIT.replace("hamiltonian", "let: {pulse: exp(-(t - 3)^2), drive: 0.4*pulse, cold: exp(-2)}\nhamiltonian").formatted("drive").replace("\"G*exp(-2)\"", "G*cold");
        assertSame(run(named), run(QUBIT.formatted("(0.4*(exp(-(t - 3)^2)))")), 0);
    }

    /** ⟨sm⟩ = (⟨sx⟩ − i⟨sy⟩)/2, with the bits of both Hermitian ones, sampled and exact, on each engine that takes the model. */
    @ParameterizedTest
    @ValueSource(strings = {"0.4", "0.4*cos(t)"})
    void aComplexMeanIsThatOfTwoHermitianOperators(String drive) {
        RunOutcome outcome = run(QUBIT.formatted(drive) + "observables: {s: sm(q), x: sx(q)/2, y: -sy(q)/2, z: exp(i*t)*sm(q), zx: (cos(t)*sx(q) + sin(t)*sy(q))/2}\n");
        for (List<String> pair : List.of(List.of("s.re", "x"), List.of("s.im", "y"))) {
            assertArrayEquals(outcome.curve(pair.get(1)).mean(), outcome.curve(pair.get(0)).mean());
            assertArrayEquals(outcome.curve(pair.get(1)).standardError(), outcome.curve(pair.get(0)).standardError());
            assertArrayEquals(outcome.exactCurve(pair.get(1)).orElseThrow(), outcome.exactCurve(pair.get(0)).orElseThrow());
        }
        // a few roundings of numbers up to 1
        assertArrayEquals(outcome.curve("zx").mean(), outcome.curve("z.re").mean(), 1e-14);
        assertArrayEquals(outcome.exactCurve("zx").orElseThrow(), outcome.exactCurve("z.re").orElseThrow(), 1e-14);
        assertTrue(outcome.table().stream().anyMatch(line -> line.startsWith("  s.im ")), outcome.table()::toString);
    }

    /** A parameter goes through zero: no error, the same run as without the channel, and the channel is shown. */
    @Test
    void aChannelWhoseOperatorIsZeroIsNone() {
        String withIt = QUBIT.formatted("0.4").replace("up: {operator: sp(q)", "up: {operator: x*sp(q)").replace("{G: 0.3}", "{G: 0.3, x: 0}");
        String without = QUBIT.formatted("0.4").replaceAll("(?m)^ *up: .*\n", "");
        assertSame(run(withIt), run(without), 0);
        Model model = ModelReader.readText(withIt, Map.of());
        assertEquals(List.of("air.down"), model.channelLabels());
        assertTrue(ModelDescription.lines(model).contains("  up: no channel, its operator is zero"), ModelDescription.lines(model)::toString);
        assertEquals(List.of("air.down", "air.up"), ModelReader.readText(withIt, Map.of("x", "1e-3")).channelLabels());
        // a heat that is left out needs no quantum then, and a bad rate stays bad
        assertEquals(1, ModelReader.readText(withIt.replace(", heat: 1}", "}"), Map.of()).channels().size());
    }

    /** All of them zero, with everything that may hang on a channel: the bath stays, and nothing jumps. */
    @ParameterizedTest
    @ValueSource(strings = {"{trajectories: 100}", "{trajectories: 100, measure: tpm}", "{trajectories: 100, until: {quantity: heat.counted.air, se: 0.1}}",
        "{trajectories: 100, bias: {jumps: 2, first-jump: certain, channels: {air.up: 2, air.down: 3}}}"})
    void aBathOfNoChannelsGivesNothing(String ensemble) {
        String text = QUBIT.formatted("0.4").replace("operator: ", "operator: 0*") + "ensemble: " + ensemble + "\n";
        RunOutcome outcome = Run.of(ModelReader.readText(text, Map.of())).execute();
        assertEquals(0, outcome.result().jumpCount());
        assertTrue(DoubleStream.of(outcome.curve("heat.air").mean()).allMatch(q -> q == 0));
        assertEquals(ValidationReport.Verdict.CONSISTENT, outcome.verdict().orElseThrow());
    }

    /** Rates are allowed to be zero, and such a channel keeps its columns. */
    @Test
    void aChannelOfRateZeroStays() {
        RunOutcome outcome = run(QUBIT.formatted("0.4").replace("\"G*exp(-2)\"", "0*G"));
        assertEquals(0, outcome.quantity("jumps.air.up").mean());
    }
}
