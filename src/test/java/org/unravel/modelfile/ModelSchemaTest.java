package org.unravel.modelfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The JSON schema that editors use says of a model file what the reader says. */
class ModelSchemaTest {

    private static final Path DATA = Path.of("data");
    private static final YAMLMapper YAML = new YAMLMapper();

    static List<Path> models() throws IOException {
        try (Stream<Path> files = Files.list(DATA.resolve("models"))) {
            return files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void shippedModelsFollowTheSchema(Path model) throws IOException {
        String text = Files.readString(model);
        assertEquals(Set.of(), validate(text));
        assertTrue(text.startsWith("# yaml-language-server: $schema=../model.schema.json\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", quoteCharacter = '~', value = {
        "name: good | name: ../x | $.name: does not match",
        "name: good | nam: good | required property 'name' not found",
        "unravel: 1 | unravel: 2 | $.unravel: must be the constant value '1'",
        "  omega: 1 |   t: 1 | $.parameters: property 't' name is not valid",
        "  q: qubit |   q: qbit | $.space.q: does not match",
        "temperature: 0 | temperatur: 0 | property 'temperatur' is not defined",
        "rate: Gamma | rate: [1] | $.baths.environment.channels.loss.rate: ",
        "rate: Gamma | rates: 1 | required property 'rate' not found",
        "points: 11 | points: 1 | $.time.points: must have a minimum value of 2",
        "  q: e |   q.c: e | property 'q.c' name is not valid",
        "excited: | energy: | property 'energy' name is not valid",
        "excited: | weight: | property 'weight' name is not valid",
        "  environment: |   drift: | property 'drift' name is not valid",
        "seed: 1 | bias: {jump: 2} | property 'jump' is not defined",
        "seed: 1 | bias: {first-jump: sure} | $.ensemble.bias.first-jump: does not have a value in the enumeration",
        "seed: 1 | bias: {channels: {loss: 2}} | $.ensemble.bias.channels: property 'loss' name is not valid",
        "name: good | cut: q | $.cut: ",
        "name: good | let: {max: 1} | $.let: property 'max' name is not valid",
        "name: good | let: {x: [1]} | $.let.x: ",
        "  q: e |   q: [] | $.initial",
        "name: good | exact-levels: [[q]] | $.exact-levels[0]: ",
        "name: good | passages: {p: {of: environment.loss}} | required property 'number' not found",
        "name: good | counts: {n: {loss: 1}} | $.counts.n: property 'loss' name is not valid",
        "name: good | words: 4 | $.words: must have a maximum value of 3",
        "name: good | g2: {pairs: {environment.loss: []}, delay: 1, bins: 2} | $.g2.pairs",
        "trajectories: 100 | trajectories: 0 | $.ensemble.trajectories: must have a minimum value of 1",
    })
    void malformedModelsDoNot(String find, String put, String message) throws IOException {
        String good = good();
        assertEquals(Set.of(), validate(good));
        assertTrue(good.contains(find));
        Set<ValidationMessage> messages = validate(good.replace(find, put));
        assertTrue(messages.stream().anyMatch(m -> m.getMessage().contains(message)), messages.toString());
    }

    /** Every quantity that the reader takes, in a model that has them all but those of a Floquet bath, and others that it refuses. */
    @ParameterizedTest
    @ValueSource(strings = {"work", "work.chemical", "work.tpm", "heat", "heat.environment", "heat.counted", "heat.counted.environment", "heat.drift", "heat.jump", "heat.quantum", "heat.unitary",
        "energy.change", "particles.environment", "counts.net"})
    void aRunMayWaitForWhatTheReaderTakes(String quantity) throws IOException {
        String text = good().replace("rate: Gamma", "rate: Gamma\n        particles: -1").replace("baths:", "energy: omega*num(c)\ncounts: {net: {environment.loss: 1}}\nbaths:");
        String waits = text.replace("seed: 1", "measure: tpm\n  until: {quantity: " + quantity + ", se: 0.1}");
        assertEquals(quantity, ModelReader.read("good.yaml", waits, Map.of()).sampling().until().orElseThrow().quantity());
        assertEquals(Set.of(), validate(waits));
        for (String wrong : List.of(quantity + ".", quantity + ".x.y", "x" + quantity, "jumps.environment.loss", "particles", "counts")) {
            assertFalse(validate(text.replace("seed: 1", "until: {quantity: " + wrong + ", se: 0.1}")).isEmpty(), wrong);
        }
    }

    @Test
    void namesAndAmplitudesFollowTheSchema() throws IOException {
        assertEquals(Set.of(), validate(good().replace("name: good", "name: good\nlet: {x: 2*t, y: sz(q)}").replace("  q: e", "  q: [0.6, 0.8*i]")));
        assertEquals(Set.of(), validate(good().replace("initial:\n  q: e\n  c: 0", "initial: [1, 0, 0, 0, 0, 0]")));
    }

    @Test
    void bothBetaAndTemperatureAreTooMany() throws IOException {
        assertFalse(validate(good().replace("temperature: 0", "temperature: 0\n    beta: 1")).isEmpty());
    }

    @Test
    void namesWithAMeaningOfTheirOwnAreNoParameters() throws IOException {
        JsonNode names = YAML.readTree(DATA.resolve("model.schema.json").toFile()).at("/properties/parameters/propertyNames/allOf/1/not/enum");
        Set<String> refused = new TreeSet<>();
        names.forEach(n -> refused.add(n.textValue()));
        assertEquals(new TreeSet<>(Expression.reservedNames()), refused);
    }

    @Test
    void everyKeyIsDescribed() throws IOException {
        JsonNode schema = YAML.readTree(DATA.resolve("model.schema.json").toFile());
        for (JsonNode properties : schema.findValues("properties")) {
            properties.properties().forEach(p -> assertTrue(p.getValue().has("description"), p.getKey()));
        }
    }

    private static String good() throws IOException {
        return new String(ModelSchemaTest.class.getResourceAsStream("good.yaml").readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static Set<ValidationMessage> validate(String yaml) throws IOException {
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(YAML.readTree(DATA.resolve("model.schema.json").toFile()));
        return schema.validate(YAML.readTree(yaml));
    }
}
