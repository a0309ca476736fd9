package org.unravel.modelfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unravel.model.Model;

/** The normal form says what the file and the command line said, and is its own normal form. */
class NormalFormTest {

    @TempDir
    private Path folder;

    static Stream<String> shipped() {
        return ModelReader.shippedModels().stream().map(ShippedModel::name);
    }

    private ModelFile again(ModelFile first) throws Exception {
        Path file = folder.resolve("model.yaml");
        Files.writeString(file, first.normalForm());
        return ModelReader.open(file.toString(), Map.of());
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void readsAsTheSameModel(String name) throws Exception {
        ModelFile first = ModelReader.open(name, Map.of());
        ModelFile second = again(first);
        assertEquals(first.normalForm(), second.normalForm());
        Model a = first.model();
        Model b = second.model();
        assertEquals(a.parameters(), b.parameters());
        assertEquals(a.sampling(), b.sampling());
        assertEquals(a.unraveling(), b.unraveling());
        assertEquals(a.time(), b.time());
        double middle = (a.time().start() + a.time().end()) / 2;
        assertEquals(a.hamiltonian().at(middle), b.hamiltonian().at(middle));
        assertEquals(a.energy().at(middle), b.energy().at(middle));
        assertEquals(a.channels().size(), b.channels().size());
        for (int k = 0; k < a.channels().size(); k++) {
            assertEquals(a.channels().get(k).jumpRateOperator().at(middle), b.channels().get(k).jumpRateOperator().at(middle));
            assertEquals(a.channels().get(k).heat().at(middle), b.channels().get(k).heat().at(middle));
        }
    }

    @Test
    void overridesAreApplied() throws Exception {
        ModelFile first = ModelReader.open("lab-frame-qubit", Map.of("Omega", "0.1+0.2"));
        assertEquals(0.1 + 0.2, again(first).model().parameters().get("Omega"));
        assertTrue(first.normalForm().contains("  Omega: 0.30000000000000004\n"), first.normalForm());
        assertFalse(first.text().contains("0.30000000000000004"), first.text());
    }

    @Test
    void defaultsAreWrittenOut() throws Exception {
        Path file = folder.resolve("plain.yaml");
        Files.writeString(file, "unravel: 1\nname: plain # a comment\nspace: {q: qubit, c: boson(3)}\nexact-levels: [c]\nhamiltonian: >\n  sz(q)\n  + num(c)\n"
                + "initial: {q: \"(e + g)/sqrt(2)\", c: 0}\ntime: {end: 1e-9, points: 3}\n");
        ModelFile first = ModelReader.open(file.toString(), Map.of());
        assertEquals("unravel: 1\nname: plain\nspace:\n  q: qubit\n  c: boson(3)\nhamiltonian: sz(q) + num(c)\ninitial:\n  q: (e + g)/sqrt(2)\n  c: 0\n"
                + "time:\n  start: 0\n  end: 1e-9\n  points: 3\nunraveling: jumps\nensemble:\n  trajectories: 10000\n  seed: 1\nexact-levels: [c]\n", first.normalForm());
        assertEquals(first.normalForm(), again(first).normalForm());
    }

    @Test
    void textThatYamlWouldReadOtherwiseIsQuoted() throws Exception {
        Path file = folder.resolve("quoted.yaml");
        Files.writeString(file, "unravel: 1\nname: quoted\ntitle: \"a: b # c 'd'\"\nspace: {q: qubit}\nhamiltonian: \"-sz(q)\"\ninitial: {q: e}\n"
                + "time: {end: 1, points: 3}\n");
        ModelFile first = ModelReader.open(file.toString(), Map.of());
        assertEquals("a: b # c 'd'", again(first).model().title());
    }
}
