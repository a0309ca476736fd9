package org.unravel.modelfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.unravel.model.InitialState.Component;
import org.unravel.model.Model;

/** The models that ship: all are listed, all can be read, and they start with the energy of their reference table. */
class ShippedModelsTest {

    private static final Path FOLDER = Path.of("data", "models");

    /** The tables print twelve digits. */
    private static final double TABLE_DIGITS = 1e-11;

    static List<ShippedModel> models() {
        return ModelReader.shippedModels();
    }

    @Test
    void theIndexListsTheFolder() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertEquals(files.map(f -> f.getFileName().toString()).filter(f -> f.endsWith(".yaml"))
                    .map(f -> f.replace(".yaml", "")).sorted().toList(), Stream.concat(models().stream(), ModelReader.shippedModelsOfModes().stream()).map(ShippedModel::name).sorted().toList());
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void aShippedModelIsReadByNameAndAsAFile(ShippedModel shipped) {
        Model byName = ModelReader.read(shipped.name(), Map.of());
        Model asFile = ModelReader.read(FOLDER.resolve(shipped.name() + ".yaml").toString(), Map.of());
        assertEquals(shipped.name(), byName.name());
        assertEquals(shipped.title(), byName.title());
        assertFalse(byName.title().isEmpty());
        assertEquals(byName.hamiltonian().terms(), asFile.hamiltonian().terms());
        assertEquals(byName.time(), asFile.time());
    }

    /** First and last time and first energy of the tables that the files name. */
    @ParameterizedTest
    @CsvSource({
        "lab-frame-qubit, 100, -0.5",
        "rwa-qubit, 100, -0.5",
        "spontaneous-emission, 600, 1",
        "thermal-qubit, 120, -0.5",
        "thermal-oscillator, 60, 4",
        "tilted-dephasing, 120, 0.459619407771",
        "multi-level-cascade, 120, 2.33909770655",
        "reaction-coordinate, 2000, 1",
        "jaynes-cummings, 314.159265359, 1",
    })
    void aModelStartsAndEndsAsItsTableDoes(String name, double end, double energy) {
        Model model = ModelReader.readShipped(name, Map.of());
        double found = 0;
        for (Component c : model.initial().components()) {
            found += c.probability() * model.energy().at(0).expectation(c.re(), c.im());
        }
        assertEquals(201, model.time().pointCount());
        assertEquals(0, model.time().start());
        assertEquals(end, model.time().end(), end * TABLE_DIGITS);
        assertEquals(energy, found, Math.abs(energy) * TABLE_DIGITS);
    }

    @Test
    void anOverrideTakesThePlaceOfAParameter() {
        Model model = ModelReader.readShipped("lab-frame-qubit", Map.of("n", "1/4", "omega", "2"));
        assertEquals(0.25, model.parameters().get("n"));
        assertEquals(2, model.parameters().get("omega_d"));
        assertEquals(0.05 * 0.25, model.channels().get(1).rate().at(0).re());
        assertTrue(model.parameters().keySet().stream().toList().equals(List.of("omega", "Omega", "omega_d", "Gamma", "n")));
    }
}
