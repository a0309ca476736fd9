package org.unravel.modelfile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unravel.model.ModeStart;
import org.unravel.model.ModelException;
import org.unravel.model.QuadraticModel;
import org.unravel.model.Reason;

/** {@code modes} of the model file. */
class ModesReaderTest {

    private static final String TEXT = """
            unravel: 1
            name: groups
            parameters:
              w: 1.5
            modes:
              one: {count: 3, frequency: w + 0.1*j, hopping: 0.01*j*k, initial: thermal(0.5)}
              two: {count: 2, frequency: 1, initial: coherent(0.3*j*exp(i*j))}
              coupling: 0.1*j - 0.01*k
            time: {end: 4, points: 5}
            """;

    private static QuadraticModelFile open(String text, Map<String, String> overrides) {
        return ModelReader.openModesText("groups.yaml", text, overrides).orElseThrow();
    }

    @Test
    void readsMatricesAndStarts() {
        QuadraticModel model = open(TEXT, Map.of("w", "2")).model();
        assertArrayEquals(new double[] {2.1, 0.02, 0.03}, model.first().matrix()[0], 1e-15);
        assertArrayEquals(new double[] {0.03, 0.06, 2.3}, model.first().matrix()[2], 1e-15);
        assertArrayEquals(new double[] {1, 0}, model.second().matrix()[0]);
        assertArrayEquals(new double[] {0.19, 0.18}, model.coupling()[1], 1e-15);
        assertEquals(new ModeStart.Thermal(0.5), model.first().start());
        ModeStart.Coherent coherent = (ModeStart.Coherent) model.second().start();
        assertEquals(0.6 * Math.sin(2), coherent.im()[1], 1e-15);
        double[][] all = model.matrix();
        for (int i = 0; i < 5; i++) {
            for (int j = 0; j < 5; j++) {
                assertEquals(all[i][j], all[j][i]);
            }
        }
        assertEquals(0.28, all[2][4], 1e-15);
    }

    @Test
    void theNormalFormReadsBackAsItself() {
        QuadraticModelFile file = open(TEXT, Map.of("w", "2"));
        QuadraticModelFile again = open(file.normalForm(), Map.of());
        assertEquals(file.normalForm(), again.normalForm());
        assertEquals(file.trajectories(), again.trajectories());
        assertArrayEquals(file.model().matrix()[2], again.model().matrix()[2]);
        assertTrue(file.normalForm().contains("hopping: 0\n") && file.normalForm().contains("w: 2\n") && file.normalForm().contains("trajectories: 10000\n"), file.normalForm());
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", quoteCharacter = '~', value = {
        "count: 3 | count: 0 | expected a count of at least 1 mode, found 0 (groups.yaml, line 6, column 16)",
        "count: 3 | count: 5000 | expected at most 4096 modes in both groups, found 5000 (groups.yaml, line 6, column 16)",
        "thermal(0.5) | thermal(0) | expected beta > 0 of a thermal group, found 0: a mode has no state of infinite temperature (groups.yaml, line 6, column ",
        "thermal(0.5) | ground | expected thermal(beta) or coherent(alpha) for the modes of a group, found 'ground' (groups.yaml, line 6, column ",
        "hopping | hoping | unknown key 'hoping' in 'modes.one': did you mean 'hopping'? (groups.yaml, line 6, column ",
        "frequency: 1, | ~~ | missing key 'modes.two.frequency' (groups.yaml, line 7, column ",
        "0.1*j - 0.01*k | 0.1*l | unknown name 'l'",
        "0.1*j - 0.01*k | i*j | expected a real",
        "  coupling: 0.1*j - 0.01*k | ~~ | missing key 'modes.coupling' (groups.yaml, line ",
        "  two: | #two: | expected two groups and their 'coupling' in 'modes', found 1 group: one (groups.yaml, line ",
        "time: | space: {q: qubit}\\ntime: | expected 'space' or 'modes', found both (groups.yaml, line 9, column 1)",
        "time: | hamiltonian: 1\\ntime: | unknown key 'hamiltonian'"})
    void refusesWithPlace(String right, String wrong, String message) {
        String text = TEXT.replace(right, wrong == null ? "" : wrong.replace("\\n", "\n"));
        ModelFileException refused = assertThrows(ModelFileException.class, () -> open(text, Map.of()));
        assertTrue(refused.getMessage().startsWith(message), refused::getMessage);
    }

    @Test
    void otherReadersRefuseItAndItIsNoModelWithASpace() {
        ModelException refused = assertThrows(ModelException.class, () -> ModelReader.readText(TEXT, Map.of()));
        assertEquals("expected a model with 'space', found one with 'modes', which is for compare, run and explain alone (model, line 5, column 1)", refused.getMessage());
        assertEquals(Reason.NOT_APPLICABLE, refused.reason());
        assertTrue(ModelReader.openModes("thermal-qubit", Map.of()).isEmpty());
    }
}
