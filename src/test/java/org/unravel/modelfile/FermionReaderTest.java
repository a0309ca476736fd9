package org.unravel.modelfile;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unravel.model.Space;
import org.unravel.model.Subsystem;
import org.unravel.numeric.SparseMatrix;

/** Fermions in model files: their algebra, and what is refused. */
class FermionReaderTest {

    private static final String GOOD = """
            unravel: 1
            name: dots
            space: {a: fermion, q: qubit, b: fermion}
            hamiltonian: num(a) + num(b)
            baths:
              lead:
                channels:
                  in: {operator: cdag(b), rate: 0.1, heat: 1}
            initial: {a: 0, q: g, b: 1}
            time: {end: 1, points: 2}
            observables: {n: num(a)}
            """;

    private static final Scope SCOPE = Scope.empty().withSpace(new Space(List.of(
            new Subsystem("a", Subsystem.Kind.FERMION, List.of("0", "1")), new Subsystem("q", Subsystem.Kind.QUBIT, List.of("e", "g")),
            new Subsystem("b", Subsystem.Kind.FERMION, List.of("0", "1")), new Subsystem("d", Subsystem.Kind.FERMION, List.of("0", "1")))));

    private static SparseMatrix matrix(String expression) {
        return ExpressionProbe.parse(expression).operator(SCOPE).at(0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "c(a)*c(b) | -c(b)*c(a)", "c(a)*c(d) | -c(d)*c(a)", "c(b)*c(d) | -c(d)*c(b)", "c(a)*cdag(d) | -cdag(d)*c(a)", "c(b)*c(b) | 0*id",
        "c(b)*cdag(b) + cdag(b)*c(b) | id", "cdag(d)*c(d) | num(d)", "num(d) | proj(d, 1)", "op(d, 0, 1) | c(d)", "op(b, 1, 0) | cdag(b)", "dag(c(b)) | cdag(b)",
        "c(b)*sx(q) | sx(q)*c(b)", "c(b)*num(a) | num(a)*c(b)",
    })
    void fermionsAnticommuteAndOthersCommute(String one, String other) {
        assertEquals(0, matrix(one).minus(matrix(other)).maxModulus(), 0, one);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "hamiltonian: num(a) + num(b) | hamiltonian: num(a) + c(b) + cdag(b) | expected an operator even in fermions for hamiltonian, found terms with an odd number of c and cdag",
        "initial: | 'energy: num(a) + c(b) + cdag(b)\ninitial:' | expected an operator even in fermions for energy",
        "{n: num(a)} | {n: c(a)*c(b)*cdag(a)} | expected an operator even in fermions for observable 'n'",
        "operator: cdag(b) | operator: cdag(b) + num(a) | expected operator of a channel odd or even in fermions",
        "b: 1} | b: (ket(0) + ket(1))/sqrt(2)} | found a superposition of both",
        "b: 1} | '\n  b: [0.6, 0.8]}' | found a superposition of both",
        "'initial: {a: 0, q: g, b: 1}' | 'initial: (ket(0, e, 0) + 1e-5*ket(1, e, 0))' | found a superposition of both",
        "cdag(b), rate | cdag(q), rate | 'cdag' is an operator of a fermion, but 'q' is a qubit with sx",
        "cdag(b), rate | sm(b), rate | but 'b' is a fermion with num, c, cdag, id, proj, op",
        "b: fermion | b: fermion(2) | expected qubit, fermion, boson(N)",
        "b: 1} | b: 2} | expected a level of b from 0 to 1, found 2",
        "b: 1} | b: coherent(1)} | 'coherent' is a state of a boson, but 'b' is a fermion",
        "cdag(b), rate: 0.1 | 'cdag(b), rate: nfermi(1)' | expected nfermi(x, beta), found 1 argument",
        "cdag(b), rate: 0.1 | 'cdag(b), rate: \"fermi(1, 2)\"' | write nfermi(x, beta)",
        "'channels:\n      in: {operator: cdag(b), rate: 0.1, heat: 1}' | '{beta: 1, coupling: c(b) + cdag(b), spectrum: \"ohmic(0.1, 5)\", equation: global}' | expected an operator even in fermions for the coupling",
    })
    void whatHasNoMeaningIsRefused(String find, String put, String expected) {
        assertTrue(GOOD.contains(find), find);
        ModelFileException e = assertThrows(ModelFileException.class, () -> ModelReader.read("model.yaml", GOOD.replace(find, put), Map.of()));
        assertTrue(e.getMessage().contains(expected), e.getMessage());
        assertTrue(e.getMessage().contains("(model.yaml, line "), e.getMessage());
    }

    @Test
    void mixturesOfBothParitiesAreStates() {
        assertDoesNotThrow(() -> ModelReader.readText(GOOD.replace("b: 1}", "b: mixed}"), Map.of()));
        assertDoesNotThrow(() -> ModelReader.readText(GOOD.replace("initial: {a: 0, q: g, b: 1}", "initial: thermal(1)"), Map.of()));
        assertDoesNotThrow(() -> ModelReader.readText(GOOD.replace("initial: {a: 0, q: g, b: 1}", "initial: (ket(0, e, 0) + ket(1, e, 1))/sqrt(2)"), Map.of()));
    }

    /** Where there is no fermion, c is a name like any other. */
    @Test
    void withoutFermionsTheNameIsFree() {
        String text = """
                unravel: 1
                name: free
                parameters: {c: 0.5}
                space: {c: qubit, d: qubit}
                hamiltonian: c*sz(c) + sum(k, 1, 0, c)*sz(d)
                initial: {c: e, d: g}
                time: {end: 1, points: 2}
                """;
        assertEquals(0.5, ModelReader.readText(text, Map.of()).hamiltonian().at(0).re(0, 0), 0);
        ModelFileException e = assertThrows(ModelFileException.class, () -> ModelReader.readText(text.replace("c*sz(c)", "c(d)"), Map.of()));
        assertTrue(e.getMessage().contains("'c' is a number, not a function"), e.getMessage());
    }
}
