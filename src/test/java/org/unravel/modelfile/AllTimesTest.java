package org.unravel.modelfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.unravel.model.Caveat;
import org.unravel.model.Model;

/** Properties of all times are broken where nobody would look, and hold where a sample of times cannot tell. */
class AllTimesTest {

    /** Far from grid times and their middles, a millionth of the run wide. */
    private static final String PULSE = "exp(-((t - 54.7219)/1e-4)^2)";

    private static Model model(String hamiltonian, String operator, String rate, String heat, String observable, int points) {
        return ModelReader.read("test.yaml", """
                unravel: 1
                name: test
                space: {q: qubit, m: boson(4)}
                hamiltonian: %s
                baths:
                  b:
                    channels:
                      down:
                        operator: %s
                        rate: %s
                %s
                initial: {q: g, m: 3}
                time: {end: 100, points: %d}
                observables:
                  x: %s
                """.formatted(hamiltonian, operator, rate, heat.isEmpty() ? "" : "        heat: " + heat, points, observable)
                .replace("PULSE", PULSE).replaceAll("(?m)^\\s*\\n", ""), Map.of());
    }

    private static Model withRate(String rate) {
        return model("sz(q)/2 + num(m)", "a(m)", rate, "-1", "sz(q)", 11);
    }

    /** The quanta of these models need not be those of their energies, which is another matter. */
    private static void assertNothingDoubtful(Model model) {
        assertEquals(List.of(), model.caveats().stream().filter(c -> c.kind() != Caveat.Kind.CONTRADICTION).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 - 1.5*PULSE", "t/100 - PULSE", "1e-6*(1 - 2*PULSE)", "2*exp(-t/5) - PULSE", "cos(3*t)^2 + 0.5 - 2*PULSE"})
    void aRateThatTurnsNegativeForAnInstantIsRefused(String rate) {
        String message = assertThrows(ModelFileException.class, () -> withRate(rate)).getMessage();
        assertTrue(message.startsWith("expected rate >= 0, found -"), message);
        assertTrue(message.contains(" at t = 54.72"), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 + sin(2*pi*t)", "0.5*(1 + cos(t))^2", "1 - 0.9999*PULSE", "t^2 - 2*t + 1", "exp(-t)*(1 - cos(40*t))", "abs(sin(t))", "step(t - 3)*(t - 3)",
        "nbar(1 + 0.5*sin(t), 1)", "nfermi(5*sin(t), 3)", "1 - nfermi(5*t, 3)", "1e6*exp(-(t - 50)^2)", "tanh(t)/(1 + t)", "sqrt(t)", "0.1*(1 + sin(t)^3)"})
    void aRateThatIsNeverNegativeIsProvenSo(String rate) {
        assertNothingDoubtful(withRate(rate));
    }

    @ParameterizedTest
    @CsvSource({"(1 + 0.5*i*PULSE)*sz(q), Hermitian", "sz(q) + PULSE*sp(q), Hermitian", "sx(q) + 1e-7*i*PULSE*sx(q), Hermitian",
        "exp(i*t)*sp(q) + exp(-i*(t + PULSE))*sm(q), Hermitian", "sz(q)/(t - 54.7219), finite", "(1 + i*step(t - 100))*sz(q), Hermitian",
        "(1 + i*step(t - 50))*sz(q), Hermitian", "sz(q) + i*(step(t - 60) - step(t - 60.001))*sx(q), Hermitian"})
    void aHamiltonianThatIsNoneForAnInstantIsRefused(String hamiltonian, String word) {
        String message = assertThrows(ModelFileException.class, () -> model(hamiltonian, "a(m)", "1", "-1", "sz(q)", 11)).getMessage();
        assertTrue(message.contains(word) && message.contains("hamiltonian") && message.contains("line 4"), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"exp(i*3*t)*sp(q) + exp(-i*3*t)*sm(q)", "(cos(t) + i*sin(t))*sp(q) + exp(-i*t)*sm(q)", "re(exp(i*t^2/2))*sx(q)",
        "exp(i*sin(t))*sp(q)*a(m) + exp(-i*sin(t))*sm(q)*adag(m)", "(1 + i)*(1 - i)*cos(t)*sx(q)",
        "sx(q)/cosh((t - 6.25)/0.005)", "sx(q)/(1 + exp((t - 50)/0.01))"})
    void aHermitianHamiltonianIsProvenSo(String hamiltonian) {
        assertNothingDoubtful(model(hamiltonian, "a(m)", "1", "-1", "sz(q)", 11));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 + i*step(t - 50)", "1 + i*(step(t - 50) - step(t - 50.001))", "1 + i*step(t - 100)"})
    void ratesAndHeatsAreRealAfterAStepToo(String function) {
        assertTrue(assertThrows(ModelFileException.class, () -> withRate(function)).getMessage().contains("expected a real rate"));
        assertTrue(assertThrows(ModelFileException.class, () -> model("sz(q)", "a(m)", "1", function, "sz(q)", 11)).getMessage()
                .contains("expected a real heat"));
        assertEquals(List.of("x.re", "x.im"), names(model("sz(q)", "a(m)", "1", "-1", "(" + function + ")*sz(q)", 11)));
    }

    @Test
    void heatsAndObservablesAreRealAtAllTimes() {
        assertTrue(assertThrows(ModelFileException.class, () -> model("sz(q)", "a(m)", "1", "-1 + i*PULSE", "sz(q)", 11)).getMessage()
                .contains("expected a real heat"));
        assertEquals(List.of("x.re", "x.im"), names(model("sz(q)", "a(m)", "1", "-1", "sz(q) + PULSE*sp(q)", 11)));
        assertEquals(List.of("x"), names(model("sz(q)", "a(m)", "1", "-1", "sz(q) + PULSE*sx(q)", 11)));
    }

    private static List<String> names(Model model) {
        return model.observables().stream().map(o -> o.name()).toList();
    }

    /** The energy that a jump takes must be one number: in between grid times and in levels that a far larger energy overshadows. */
    @ParameterizedTest
    @CsvSource({"(1 + 0.8*sin(2*pi*t))/2*sz(q) + num(m), sm(q)", "(1 + PULSE)*num(m), a(m)", "1e10/2*sz(q) + num(m) - 0.05*num(m)^2, a(m)",
        "1e14/2*sz(q) + num(m) - 0.001*num(m)^2, a(m)", "(1e10 + t)*num(m) + sz(q), a(m)", "num(m) + 1e-7*num(m)^2, a(m)"})
    void aLeftOutHeatThatIsNoNumberIsRefused(String hamiltonian, String operator) {
        String message = assertThrows(ModelFileException.class, () -> model(hamiltonian, operator, "0.1", "", "sz(q)", 101)).getMessage();
        assertTrue(message.startsWith("heat is left out but [H, operator] = q operator does not hold"), message);
    }

    @ParameterizedTest
    @CsvSource({"1e10/2*sz(q) + num(m), a(m), -1", "1e10/2*sz(q) + num(m), sm(q), -1e10", "1e18/2*sz(q) + 0.3*num(m), a(m), -0.3",
        "3*(1e12*sz(q)/2 + 0.25*(num(m) + 1e-3*num(m))), a(m), -0.75075", "(1 + sin(t))*sz(q) + 2*num(m), adag(m)*exp(i*t), 2"})
    void aLeftOutHeatIsThatOfThePartTheChannelActsIn(String hamiltonian, String operator, double expected) {
        Model model = model(hamiltonian, operator, "0.1", "", "sz(q)", 11);
        // exact but for the rounding of the numbers of the file
        assertEquals(expected, model.channels().get(0).heat().at(0).re(), 2 * Math.ulp(expected));
    }

    /** 2⁻⁵³ × 5e9 × 100 is 5.6e-5 of a radian; levels of their own keep all digits. */
    @Test
    void energiesTooFarApartToBeAddedAreSaid() {
        String text = model("1e10/2*sz(q) + num(m)", "a(m)", "0.1", "", "sz(q)", 11).caveats().get(0).text();
        assertTrue(text.contains("found a rounding of 0.000055511") && text.contains("rotating frame"), text);
        assertNothingDoubtful(model("1e10/2*sz(q)", "sm(q)", "0.1", "", "sz(q)", 11));
        assertNothingDoubtful(model("1e10*proj(q, e)*(id + 0*num(m)) + 1e-3*num(m)*proj(q, g)", "sm(q)", "0.1", "1", "sz(q)", 11));
        assertNothingDoubtful(model("10*sz(q) + 1e-3*num(m)", "a(m)", "0.1", "", "sz(q)", 11));
    }
}
