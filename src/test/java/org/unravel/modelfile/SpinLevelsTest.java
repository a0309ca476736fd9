package org.unravel.modelfile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unravel.model.Model;

/** Levels of a spin count from m = +j down; m(x) names one by its eigenvalue of jz, which jz itself says. */
class SpinLevelsTest {

    private static Model model(String spin, String hamiltonian, String initial) {
        return ModelReader.read("spin.yaml", "unravel: 1\nname: spin\nparameters: {m: 3}\nspace: {J: " + spin + ", q: qubit}\nhamiltonian: " + hamiltonian
                + "\ninitial: " + initial + "\ntime: {end: 1, points: 2}\nobservables: {z: jz(J)}\n", Map.of());
    }

    @ParameterizedTest
    @CsvSource({"spin(2), 2, 2", "spin(2), -2, -2", "spin(2), 0, 0", "spin(1/2), 1/2, 0.5", "spin(3/2), -1/2, -0.5"})
    void isTheEigenstateOfJz(String spin, String m, double value) {
        Model model = model(spin, "jz(J)", "{J: \"m(" + m + ")\", q: e}");
        double[] re = model.initial().components().get(0).re();
        double[] im = model.initial().components().get(0).im();
        assertEquals(value, model.observables().get(0).operator().at(0).expectation(re, im));
    }

    @Test
    void isALevelWhereverALevelIs() {
        Model byM = model("spin(1)", "proj(J, m(1)) + op(J, m(0), m(-1)) + op(J, m(-1), m(0))", "ket(m(1), e) + ket(m(-1), g)");
        Model byNumber = model("spin(1)", "proj(J, 0) + op(J, 1, 2) + op(J, 2, 1)", "ket(0, e) + ket(2, g)");
        assertEquals(byNumber.hamiltonian().at(0), byM.hamiltonian().at(0));
        assertArrayEquals(byNumber.initial().components().get(0).re(), byM.initial().components().get(0).re());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "{J: m(3), q: e}; expected a value of m of J from -2 to 2 in steps of 1, found 3 (spin.yaml, line 6, column 14)",
        "{J: m(1/2), q: e}; expected a value of m of J from -2 to 2 in steps of 1, found 0.5",
        "{J: 0, q: m(1)}; 'm' names a level of a spin, but 'q' is a qubit",
        "{J: -2, q: e}; expected a level of J from 0 to 4, which count from m = +j down, or m(x) by its value of m, found -2"})
    void saysWhatIsWrong(String initial, String message) {
        String found = assertThrows(ModelFileException.class, () -> model("spin(2)", "jz(J)", initial)).getMessage();
        assertTrue(found.startsWith(message), found);
    }

    @Test
    void aParameterMayBeCalledM() {
        Model model = model("spin(2)", "m*jz(J)", "{J: m(2), q: e}");
        assertEquals(6, model.hamiltonian().at(0).re(0, 0));
        String found = assertThrows(ModelFileException.class, () -> model("spin(2)", "m(2)*jz(J)", "{J: 0, q: e}")).getMessage();
        assertTrue(found.startsWith("'m' is a number, not a function"), found);
    }
}
