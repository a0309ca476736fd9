package org.unravel.modelfile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unravel.model.InitialState.Component;
import org.unravel.model.Model;

/** Kets as lists of amplitudes against the same kets by their levels. */
class AmplitudesTest {

    private static final String MODEL = """
            unravel: 1
            name: listed
            parameters: {r: 0.6}
            space: {q: qubit, c: boson(3)}
            hamiltonian: sz(q) + num(c)
            initial: %s
            time: {end: 1, points: 2}
            """;

    @TempDir
    private Path folder;

    private static Component state(String initial) {
        return ModelReader.readText(MODEL.formatted(initial), Map.of()).initial().components().get(0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "{q: [r, 0.8*i], c: [0, 1, 0]} | {q: r*e + 0.8*i*g, c: 1}",
        "{q: \"[r, 0.8*i]\", c: 1} | {q: r*e + 0.8*i*g, c: 1}",
        "{q: [\"exp(i*pi/4)/sqrt(2)\", sqrt(1/2)], c: 0} | {q: exp(i*pi/4)/sqrt(2)*e + sqrt(1/2)*g, c: 0}",
        "[0, r, 0, 0, 0, -0.8] | \"r*ket(e, 1) - 0.8*ket(g, 2)\"",
        "\"[0, 0, 0, 0.707, 0.707*i, 0]\" | \"0.707*ket(g, 0) + 0.707*i*ket(g, 1)\"",
    })
    void isTheKetOfItsLevels(String list, String ket) {
        Component a = state(list);
        Component b = state(ket);
        assertArrayEquals(b.re(), a.re());
        assertArrayEquals(b.im(), a.im());
        double norm = 0;
        for (int n = 0; n < 6; n++) {
            norm += a.re()[n] * a.re()[n] + a.im()[n] * a.im()[n];
        }
        assertEquals(1, norm, 1e-15);
    }

    /** On a longer ladder the levels that were added are empty, wherever the ladder stands. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {"{q: [r, 0.8*i], c: [0, 1, 0]} | {q: r*e + 0.8*i*g, c: 1}", "[0, r, 0, 0, 0, -0.8] | \"r*ket(e, 1) - 0.8*ket(g, 2)\""})
    void staysOnALongerLadder(String list, String ket) throws Exception {
        Path file = folder.resolve("a.yaml");
        Files.writeString(file, MODEL.formatted(list));
        Model longer = ModelReader.read(file.toString(), Map.of(), Map.of("c", 7));
        Files.writeString(file, MODEL.formatted(ket));
        Model expected = ModelReader.read(file.toString(), Map.of(), Map.of("c", 7));
        assertArrayEquals(expected.initial().components().get(0).re(), longer.initial().components().get(0).re());
        assertArrayEquals(expected.initial().components().get(0).im(), longer.initial().components().get(0).im());
        Files.writeString(file, MODEL.formatted("[0, 1, 0, 0]"));
        assertThrows(ModelFileException.class, () -> ModelReader.read(file.toString(), Map.of(), Map.of()));
    }

    @Test
    void normalFormAndBuilder() throws Exception {
        Path file = folder.resolve("a.yaml");
        Files.writeString(file, MODEL.formatted("{q: [\"max(r, 0.1)\", 0.8*i], c: 0}"));
        ModelFile first = ModelReader.open(file.toString(), Map.of());
        Model again = ModelReader.readText(first.normalForm(), Map.of());
        assertArrayEquals(first.model().initial().components().get(0).im(), again.initial().components().get(0).im());
        Model built = ModelBuilder.named("listed").subsystem("q", "qubit").hamiltonian("sz").initial("q", "[0.6, 0.8*i]").time(0, 1, 2).build();
        assertArrayEquals(new double[] {0, 0.8}, built.initial().components().get(0).im(), 1e-15);
        Model whole = ModelBuilder.named("listed").subsystem("q", "qubit[2]").hamiltonian("sz(q[1])").initial("[0, 0.6, 0, 0.8*i]").time(0, 1, 2).build();
        assertArrayEquals(new double[] {0, 0.6, 0, 0}, whole.initial().components().get(0).re(), 1e-15);
    }
}
