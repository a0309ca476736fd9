package org.unravel.modelfile;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.unravel.model.ModelException;

/** Every rule of the format, broken: one line that says what is wrong and where. */
class MalformedModelTest {

    private static final Map<String, String> NONE = Map.of();

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{1}")
    @CsvFileSource(resources = "malformed.csv", delimiterString = " | ", quoteCharacter = '~', ignoreLeadingAndTrailingWhitespace = false)
    void anEditThatBreaksTheModelIsRefusedAtItsLine(String find, String put, String expected, int line) throws IOException {
        String good = good();
        String from = unescaped(find);
        assertTrue(good.contains(from), () -> "good.yaml holds no '" + find + "'");
        int at = good.indexOf(from);
        String text = good.substring(0, at) + unescaped(put == null ? "" : put) + good.substring(at + from.length());
        assertRefused(text, unescaped(expected), line);
    }

    @Test
    void theModelThatIsEditedIsGood() throws IOException {
        assertEquals("good", ModelReader.read("model.yaml", good(), NONE).name());
    }

    @Test
    void deepNestingIsRefusedWithoutOverflow() {
        int depth = 100_000;
        assertRefused("{a: ".repeat(depth), "expected nesting up to 200, found more", 1);
        assertRefused("[".repeat(depth), "expected nesting up to 200, found more", 1);
    }

    @Test
    void halvesOfCharactersAreRefused() {
        assertRefused("unravel: 1\ntitle: \"a\\uD800b\"\n", "expected whole characters, found half of one, U+D800", 2);
        assertRefused("{\"\\uDC00\": 1}", "expected whole characters, found half of one, U+DC00", 1);
        assertRefused("unravel: 1\ntitle: \"\\uD83D\\uDE80\"\nname: 7 7\n", "name", 3);
    }

    @Test
    void aFileThatIsNoTextIsRefused() throws IOException {
        assertFileRefused(new byte[0], "the file is empty");
        assertFileRefused("# only a comment\n".getBytes(StandardCharsets.UTF_8), "the file is empty");
        assertFileRefused("---\n".getBytes(StandardCharsets.UTF_8), "the file is empty");
        assertFileRefused(new byte[] {'a', ':', ' ', 0, 1}, "expected text, found a binary file");
        assertFileRefused(new byte[] {'a', ':', ' ', (byte) 0xff, (byte) 0xfe}, "expected text in UTF-8, found other bytes");
        assertFileRefused("a: \u0007".getBytes(StandardCharsets.UTF_8), "not valid YAML");
        assertFileRefused(new byte[FileText.MAX_BYTES + 1], "expected a model file of at most 4194304 bytes, found 4194305");
        assertFileRefused("just text".getBytes(StandardCharsets.UTF_8), "expected a mapping at the top of the file, found text 'just text'");
    }

    @Test
    void whatIsNoFileIsRefused() {
        assertMessage(assertThrows(ModelFileException.class, () -> ModelReader.read(folder, NONE)), "expected a model file, found a directory");
        assertMessage(assertThrows(ModelFileException.class, () -> ModelReader.read(folder.resolve("no.yaml"), NONE)),
                "expected a model file, found nothing of that name");
        assertMessage(assertThrows(ModelFileException.class, () -> ModelReader.read("a\0.yaml", NONE)), "found no valid path");
    }

    @Test
    void unknownModelsAndParametersNameTheNearest() throws IOException {
        assertMessage(assertThrows(ModelFileException.class, () -> ModelReader.read("lab-frame-qbit", NONE)),
                "unknown model 'lab-frame-qbit': did you mean 'lab-frame-qubit'?");
        assertMessage(assertThrows(ModelFileException.class, () -> ModelReader.readShipped("../models/rwa-qubit", NONE)), "unknown model");
        String good = good();
        assertMessage(assertThrows(ModelFileException.class, () -> ModelReader.read("model.yaml", good, Map.of("omgea", "1"))),
                "unknown parameter 'omgea': did you mean 'omega'? (-p omgea=1");
        assertMessage(assertThrows(ModelFileException.class, () -> ModelReader.read("model.yaml", good, Map.of("Gamma", "-omega"))),
                "expected rate >= 0, found -1; 'unraveling: martingale' takes rates of both signs (model.yaml, line 17");
        assertMessage(assertThrows(ModelFileException.class, () -> ModelReader.read("model.yaml", good, Map.of("omega", " "))),
                "expected a value for parameter 'omega'");
        assertMessage(assertThrows(ModelFileException.class, () -> ModelReader.read("model.yaml", good, Map.of("omega", "Gamma"))), "Gamma");
    }

    private void assertFileRefused(byte[] bytes, String expected) throws IOException {
        Path file = folder.resolve("model.yaml");
        Files.write(file, bytes);
        assertMessage(assertThrows(ModelFileException.class, () -> ModelReader.read(file, NONE)), expected);
    }

    private static void assertRefused(String text, String expected, int line) {
        ModelException e = assertThrows(ModelException.class, () -> ModelReader.read("model.yaml", text, NONE));
        assertMessage(e, expected);
        assertTrue(e.getMessage().contains("(model.yaml, line " + line + ", column "), e.getMessage());
    }

    private static void assertMessage(ModelException e, String expected) {
        assertAll(() -> assertTrue(e.getMessage().contains(expected), e.getMessage()),
                () -> assertEquals(1, e.getMessage().lines().count(), e.getMessage()),
                () -> assertTrue(e.getMessage().endsWith(")"), e.getMessage()));
    }

    private static String unescaped(String text) {
        return text.replace("\\n", "\n").replace("\\|", "|");
    }

    private static String good() throws IOException {
        try (InputStream in = MalformedModelTest.class.getResourceAsStream("good.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
