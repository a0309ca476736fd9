package org.unravel.modelfile;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people write who come from other programs is answered with how it is written here. */
class HabitsTest {

    private static final String MODEL = """
            unravel: 1
            name: habits
            space: {q: qubit}
            hamiltonian: HAMILTONIAN
            baths: {b: {channels: {down: {operator: sm(q), rate: 1, heat: -1}}}}
            initial: INITIAL
            time: {end: 1, points: 2}
            """;

    private static String refusal(String hamiltonian, String initial) {
        String text = MODEL.replace("HAMILTONIAN", hamiltonian).replace("INITIAL", initial);
        return assertThrows(ModelFileException.class, () -> ModelReader.read("habits.yaml", text, Map.of())).getMessage();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"sigma_x(q); write sx(q)", "sigmaz(q); write sz(q)", "sz(q)**2; powers are written ^", "1j*sz(q); the imaginary unit is i",
        "2.5e3j*sz(q); the imaginary unit is i", "ω*sz(q); write omega", "Ω*sz(q); write Omega", "5 GHz*sz(q); numbers carry no unit", "5GHz*sz(q); numbers carry no unit",
        "heaviside(t)*sz(q); write step(x)", "maximum(t, 1)*sz(q); write max(x, y)", "np.cos(t)*sz(q); functions have no prefix", "2sz(q); a product needs its *",
        "sqrt(2)sz(q); a product needs its *", "2(sz(q)); a product needs its *", "ln(t + 1)*sz(q); write log(x)", "kron(sx, sz); operators of different subsystems are multiplied",
        "sech(t)*sz(q); write 1/cosh(x)", "hbar*sz(q); leave it out", "I*sz(q); did you mean 'i'?", "sign(t)*sz(q); write 2*step(x) - 1",
        "exp(-t)*e^(-t)*sz(q); the exponential is exp(x)", "sin^2(t)*sz(q); powers of functions are written sin(t)^2", "sm(q)'; write dag(X)", "sm(q).dag(); write dag(X)",
        "(t<1)*sz(q); write step(x)", "rect(t,1,2)*sz(q); write step(t - 1) - step(t - 2)", "5*GHz*sz(q); numbers carry no unit", "Sx(q); did you mean 'sx'?",
        "[[0,1],[1,0]]; matrices are sums of op(q, j, k)", "pow(t,2)*sz(q); write x^y", "atan(t)*sz(q); inverse functions are not there", "sp(q); a term such as X may need its adjoint"})
    void expressions(String text, String answer) {
        String message = refusal(text, "{q: e}");
        assertTrue(message.contains(answer) && message.contains("habits.yaml, line 4"), message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"{q: excited}; the upper level of a qubit is e", "(|1>); kets are written by their levels"})
    void states(String text, String answer) {
        String message = refusal("sz(q)", text);
        assertTrue(message.contains(answer), message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"H; write hamiltonian", "psi0; write initial", "c_ops; write baths", "ntraj; write ensemble: {trajectories: ...}", "tlist; write time",
        "e_ops; write observables", "hamiltonain; did you mean 'hamiltonian'?"})
    void keys(String key, String answer) {
        String message = assertThrows(ModelFileException.class, () -> ModelReader.read("habits.yaml", MODEL + key + ": 1\n", Map.of())).getMessage();
        assertTrue(message.contains(answer), message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"{x: 2*y, y: 1}; found 'y', which comes later", "{x: 2*x}; found 'x', which is this one itself", "{x: 0,5}; a decimal sign is a dot",
        "{x: [1, 2]}; found a list: a number or an expression"})
    void parameters(String text, String answer) {
        String message = assertThrows(ModelFileException.class, () -> ModelReader.read("habits.yaml", MODEL + "parameters: " + text + "\n", Map.of())).getMessage();
        assertTrue(message.contains(answer), message);
    }

    /** Whoever follows an answer is understood. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"(t + 1 + abs(t - 1))/2*sx(q)", "(2*step(sin(t)) - 1)*sx(q)", "1/cosh(t)*sx(q)", "(2*step(t - 0.3) - 1)*sx(q)"})
    void answersWork(String text) {
        ModelReader.read("habits.yaml", MODEL.replace("HAMILTONIAN", text).replace("INITIAL", "{q: (e + g)/sqrt(2)}"), Map.of());
    }

    @Test
    void whatIsNoPartOfAFileHasNoLine() {
        for (Map<String, String> given : List.of(Map.of("x", "1"), Map.of("omega", "2x"), Map.of("omega", "1,2"))) {
            String message = assertThrows(ModelFileException.class, () -> ModelReader.read("lab-frame-qubit", given)).getMessage();
            assertFalse(message.contains("line"), message);
            assertTrue(message.contains("(-p "), message);
        }
        String missing = assertThrows(ModelFileException.class, () -> ModelReader.read("missing.yaml", Map.of())).getMessage();
        assertTrue(missing.endsWith("(missing.yaml)"), missing);
    }

    /** Names of something else than what an expression is made of may be what they like. */
    @Test
    void aParameterIsNoFunction() {
        String message = assertThrows(ModelFileException.class, () -> ModelReader.read("lab-frame-qubit", Map.of("theta", "1"))).getMessage();
        assertTrue(message.contains("unknown parameter 'theta'") && !message.contains("step(x)"), message);
    }

    @Test
    void severalValuesAreALoop() {
        String message = assertThrows(ModelFileException.class, () -> ModelReader.read("lab-frame-qubit", Map.of("n", "0.5,1,2"))).getMessage();
        assertTrue(message.contains("expected one value") && message.contains("-p n=$x"), message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"space:\\n\\tq: qubit; by spaces, not by tabs", "title: x\\n  space: {q: qubit}; begin in the same column",
        "space:\\n  q: qubit\\n r: qubit; begin in the same column", "title: a: b; stands in quotes", "title: @x; stands in quotes"})
    void indentationInWords(String lines, String answer) {
        String text = "unravel: 1\nname: x\n" + lines.replace("\\n", "\n").replace("\\t", "\t") + "\n";
        String message = assertThrows(ModelFileException.class, () -> ModelReader.read("x.yaml", text, Map.of())).getMessage();
        assertTrue(message.contains(answer), message);
    }
}
