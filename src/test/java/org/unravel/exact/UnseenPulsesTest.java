package org.unravel.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unravel.ModelText;
import org.unravel.model.Model;

/** Pulses far shorter than a step of the grid, weak beside others, on ramps, next to grid times: closed forms, the same on every grid. */
class UnseenPulsesTest {

    /** What is promised of every result, in probabilities or units of the energy. */
    private static final double PROMISED = 1e-9;

    private static double last(Model model, String name) {
        ExactCurves curves = MasterEquation.solve(model);
        assertTrue(curves.caveats().isEmpty(), curves.caveats().toString());
        double[] curve = curves.curve(name).orElseThrow();
        assertTrue(curves.error(name, curve.length - 1) <= PROMISED, name + " is good to " + curves.error(name, curve.length - 1));
        return curve[curve.length - 1];
    }

    /** Two quarter turns of a closed qubit, one by a hard pulse and one by a Gaussian that is weaker by a ratio: excited in the end, whichever comes first. */
    private static final String TWO_TURNS = """
            unravel: 1
            name: two-turns
            parameters: {ratio: 1000, hard: 10, soft: 905, points: 2}
            space: {q: qubit}
            hamiltonian: >
              (pi/4/(2/ratio)*(step(t - hard) - step(t - hard - 2/ratio)) + pi/4/sqrt(pi)*exp(-(t - soft)^2))*sx(q)
            energy: sz(q)/2
            initial: {q: g}
            time: {end: 2000, points: points}
            observables: {excited: "proj(q, e)"}
            """;

    @ParameterizedTest(name = "amplitudes 1 : {0}, hard at {1}, soft at {2}, {3} points")
    @CsvSource({"1, 10, 905, 2", "1000, 10, 905, 2", "1000, 10, 905, 201", "1000, 10, 905, 1000", "1e6, 10, 905, 2", "1000, 1500.3, 400.7, 7", "1e6, 1999, 3.7, 2"})
    void softPulseBesideAHardOne(String ratio, String hard, String soft, String points) {
        Model model = ModelText.read(TWO_TURNS, Map.of("ratio", ratio, "hard", hard, "soft", soft, "points", points));
        // rounding of the edges of the hard pulse, 1e-13, times its strength; soft pulses that begin at 3.7 lack e^{-13.7}/8 of their area
        double cut = soft.equals("3.7") ? 1e-6 : 0;
        assertEquals(1, last(model, "excited"), PROMISED + cut);
    }

    /**
     * Nothing but pulses that turn by θ each, on a closed qubit: at the grid times there is their far flank only, which must not be the scale of what is looked for,
     * and the last pulse is 10⁶ widths away from the start. The areas of e^{−x²}, 1/cosh x and 1/cosh² x are √π, π and 2.
     */
    @ParameterizedTest(name = "{0}, width {1}, {2} points")
    @CsvSource({"exp(-x^2), 6.13, 31", "exp(-x^2), 1e-3, 2", "1/cosh(x), 0.613, 31", "1/cosh(x), 1e-3, 2", "2*1/cosh(x)^2, 1e-3, 2", "1/(3*cosh(x)^2), 2e-3, 31"})
    void trainsOfPulsesAndNothingElse(String shape, double width, String points) {
        double area = shape.startsWith("exp") ? Math.sqrt(Math.PI) : shape.equals("1/cosh(x)") ? Math.PI : shape.startsWith("2") ? 4 : 2.0 / 3;
        Model model = ModelText.read("""
                unravel: 1
                name: train
                parameters: {w: WIDTH}
                space: {q: qubit}
                hamiltonian: "sum(k, 0, 2, 0.31/w*SHAPE)*sy(q)"
                initial: {q: e}
                time: {end: 2420, points: POINTS}
                observables: {excited: "proj(q, e)"}
                """.replace("SHAPE", shape.replace("x", "((t - 73.38 - k*735.21)/w)").replace("e((t - 73.38 - k*735.21)/w)p", "exp"))
                .replace("WIDTH", Double.toString(width)).replace("POINTS", points));
        double cos = Math.cos(3 * 0.31 * area);
        assertEquals(cos * cos, last(model, "excited"), PROMISED);
    }

    /** Two ways to write 1/2 + tanh(t/2)/2; bounds of the first over the whole run are e³⁰⁰, which must be nobody's scale. */
    @ParameterizedTest
    @ValueSource(strings = {"exp(t)/(1 + exp(t))", "(1 + sinh(t/2)/cosh(t/2))/2"})
    void boundsThatAreFarTooWideAreNoScale(String plateau) {
        String text = """
                unravel: 1
                name: plateau
                space: {q: qubit}
                hamiltonian: 0.5*sx(q)
                energy: (1 + 0.1*PLATEAU)*0.5*sz(q) + 100*exp(-((t - 123.456)/0.001)^2)*proj(q, e)
                initial: {q: e}
                time: {start: -300, end: 300, points: 61}
                """;
        double plain = last(ModelText.read(text.replace("PLATEAU", "1/(1 + exp(-t))")), "work");
        assertEquals(plain, last(ModelText.read(text.replace("PLATEAU", "(" + plateau + ")")), "work"), PROMISED);
        // the pulse: ∫f'(t)⟨proj⟩dt = −∫f ∂⟨proj⟩/∂t dt, with ⟨proj⟩ = (1 + cos(t + 300))/2
        double pulse = 100 * 0.001 * Math.sqrt(Math.PI) * 0.5 * Math.sin(423.456);
        // the plateau: 0.05∫p'(t)cos(t + 300)dt, p' = 1/(4cosh²(t/2)), whose Fourier transform at 1 is π/sinh π
        double slope = 0.05 * Math.cos(300) * Math.PI / Math.sinh(Math.PI);
        assertEquals(pulse + slope, plain, 1e-6 * (Math.abs(pulse) + Math.abs(slope)));
    }

    /** What a huge quantum does at t = 50 takes no digits from what a small one did before. */
    @ParameterizedTest
    @ValueSource(strings = {"1", "1e10", "1e13"})
    void aHugePulseLeavesWhatWasBeforeIt(String huge) {
        Model model = ModelText.read("""
                unravel: 1
                name: huge
                space: {q: qubit}
                hamiltonian: 0.5*sz(q)
                baths: {b: {channels: {c: {operator: sx(q), rate: 0.05, heat: "1e-3 + exp(-((t - 20.37)/0.001)^2) + HUGE*exp(-((t - 50)/0.01)^2)"}}}}
                initial: {q: e}
                time: {end: 60, points: 61}
                """.replace("HUGE", huge));
        double heat = MasterEquation.solve(model).curve("heat.counted").orElseThrow()[40];
        double known = 0.05 * (40e-3 + 0.001 * Math.sqrt(Math.PI));
        assertEquals(known, heat, PROMISED * known);
    }

    /** A kick at the start that lasts 5e-13 of the run, then a decay to 1/e. */
    @Test
    void kickNextToAGridTime() {
        Model model = ModelText.read("""
                unravel: 1
                name: kick
                parameters: {w: 0.005, T: 1e10}
                space: {q: qubit}
                hamiltonian: pi/(2*w)*step(w - t)*sx(q)
                baths: {b: {channels: {down: {operator: sm(q), rate: 1/T, heat: -1}}}}
                initial: {q: g}
                time: {end: T, points: 101}
                observables: {excited: "proj(q, e)"}
                """);
        assertEquals(Math.exp(-1), last(model, "excited"), PROMISED);
    }

    /** A free phase of 50 + 1.5·0.001·√π/1, the peak being no larger than what the ramp does anyway. */
    @ParameterizedTest
    @ValueSource(ints = {2, 11, 100, 1000})
    void peakOnARamp(int points) {
        Model model = ModelText.read("""
                unravel: 1
                name: ramp
                space: {q: qubit}
                hamiltonian: (t + 1.5*exp(-((t - 5.47)/0.001)^2))/2*sz(q)
                initial: {q: (e+g)/sqrt(2)}
                time: {end: 10, points: %d}
                observables: {sx: sx(q)}
                """.formatted(points));
        assertEquals(Math.cos(50 + 0.0015 * Math.sqrt(Math.PI)), last(model, "sx"), PROMISED);
    }

    /** −1 for each of ten flips, and ∫1000 e^{−(t/0.003)²} dt = 3√π. */
    @ParameterizedTest
    @ValueSource(ints = {2, 11, 101})
    void pulseOfAQuantum(int points) {
        Model model = ModelText.read("""
                unravel: 1
                name: quantum
                space: {q: qubit}
                hamiltonian: sz(q)/2
                baths: {b: {channels: {flip: {operator: sx(q), rate: 1, heat: -1 + 1000*exp(-((t - 5.05)/0.003)^2)}}}}
                initial: {q: g}
                time: {end: 10, points: %d}
                observables: {excited: "proj(q, e)"}
                """.formatted(points));
        assertEquals(-10 + 3 * Math.sqrt(Math.PI), last(model, "heat.counted"), PROMISED);
        CountedQuantity heat = CountedQuantity.allOf(model).get(0);
        assertEquals(-10 + 3 * Math.sqrt(Math.PI), CountingMoments.solve(model, heat).mean()[points - 1], PROMISED);
    }

    /** A burst of decay by a rate, and by an operator: e^{−a√π·w} is left of the excited level. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"sm(q); 3000*exp(-((t - 61.8)/0.001)^2); 3", "exp(-((t - 61.8)/0.001)^2)*sm(q); 3000; 2.1213203435596424"})
    void burstOfARateOrAnOperator(String operator, String rate, double area) {
        Model model = ModelText.read("""
                unravel: 1
                name: burst
                space: {q: qubit}
                hamiltonian: sz(q)/2
                baths: {b: {channels: {down: {operator: "%s", rate: "%s", heat: -1}}}}
                initial: {q: e}
                time: {end: 100, points: 2}
                observables: {excited: "proj(q, e)"}
                """.formatted(operator, rate));
        double left = Math.exp(-area * Math.sqrt(Math.PI));
        assertEquals(left, last(model, "excited"), PROMISED);
        assertEquals(1 - left, FirstJumpDistribution.solve(model, 3, WorkBudget.unlimited()).total(), PROMISED);
    }

    /** The gap of a ground state rises and falls in a millisecond: no work is left, and the energy at the top is seen at a grid time only. */
    @Test
    void pulseOfTheEnergyWithADecayInside() {
        Model model = ModelText.read("""
                unravel: 1
                name: gap
                space: {q: qubit}
                hamiltonian: 0*sz(q)
                energy: (1 + 1000*exp(-((t - 61.8)/0.01)^2))*proj(q, e)
                baths: {b: {channels: {down: {operator: sm(q), rate: 0.01, heat: -1}}}}
                initial: {q: e}
                time: {end: 100, points: 2}
                """);
        // heat −∫γ e^{−γt}(1 + peak)dt; within the peak e^{−γt} is e^{−γ·61.8}(1 + (γw)²/4), a term of 1e-9
        double peak = 10 * 0.01 * Math.sqrt(Math.PI) * Math.exp(-0.618) * (1 + 1e-8 / 4);
        assertEquals(-(1 - Math.exp(-1)) - peak, last(model, "heat"), PROMISED);
        assertEquals(peak, last(model, "work"), PROMISED);
    }

    /** Thirty pulses of 1/20 of a unit each 1000 units: the phase is what one of them does, times their number. */
    @Test
    void trainWithLongWaits() {
        String text = """
                unravel: 1
                name: train
                parameters: {n: 30}
                space: {q: qubit}
                hamiltonian: 5*exp(-(sin(pi*t/1000)*1000/pi/0.05)^2)*sz(q)
                initial: {q: (e+g)/sqrt(2)}
                time: {start: 500, end: 500 + n*1000, points: 2}
                observables: {sx: sx(q)}
                """;
        double phase = Math.acos(last(ModelText.read(text, Map.of("n", "1")), "sx"));
        // 10·0.05·√π; sin²x = x² − x⁴/3 makes each pulse larger by a part of (πw/1000)²/4
        double area = 0.5 * Math.sqrt(Math.PI) * (1 + Math.pow(Math.PI * 0.05 / 1000, 2) / 4);
        assertEquals(area, phase, PROMISED);
        assertEquals(Math.cos(30 * area), last(ModelText.read(text), "sx"), PROMISED);
    }

    /** A chirp: the phase ∫cos(20t²)dt is that of a model with another grid, and the Fresnel integral C. */
    @Test
    void chirpIsTheSameOnEveryGrid() {
        String text = """
                unravel: 1
                name: chirp
                parameters: {points: 2}
                space: {q: qubit}
                hamiltonian: 0.5*sz(q)*cos(20*t^2)
                initial: {q: (e+g)/sqrt(2)}
                time: {end: 20, points: points}
                observables: {sx: sx(q)}
                """;
        double coarse = last(ModelText.read(text), "sx");
        double fine = last(ModelText.read(text, Map.of("points", "301")), "sx");
        assertEquals(fine, coarse, PROMISED);
        // ∫_0^x cos(20t²)dt = √(π/160) + sin(20x²)/(40x) − cos(20x²)/(1600x³) + O(x⁻⁵/1e5)
        double phase = Math.sqrt(Math.PI / 160) + Math.sin(8000) / 800 - Math.cos(8000) / (1600 * 8000.0);
        assertEquals(Math.cos(phase), coarse, 1e-10 + PROMISED);
    }

    /** What a search cannot cover is said, with the key of the function. */
    @Test
    void searchThatIsGivenUpIsACaveat() {
        Model model = ModelText.read("""
                unravel: 1
                name: fast
                space: {q: qubit}
                hamiltonian: 1e-3*cos(1e7*t)*sz(q)
                initial: {q: g}
                time: {end: 1, points: 2}
                """);
        ResolvedSteps steps = StopTimes.of(model).steps();
        assertTrue(steps.caveat().isPresent() && steps.caveat().get().text().contains("hamiltonian"), steps.caveat().toString());
        assertTrue(steps.caveat().get().forbidsVerdict());
    }
}
