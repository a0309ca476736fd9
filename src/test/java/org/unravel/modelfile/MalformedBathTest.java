package org.unravel.modelfile;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.unravel.model.ModelException;

/** Every rule of a bath that says what couples to it, broken: one line that says what is wrong, and file, line and column. */
class MalformedBathTest {

    private static String good() {
        try (InputStream in = MalformedBathTest.class.getResourceAsStream("good-bath.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void read(String text) {
        ModelReader.read("model.yaml", text, Map.of());
    }

    private static String edited(String find, String put) {
        assertTrue(good().contains(find), () -> "good-bath.yaml holds no '" + find + "'");
        return good().replace(find, put);
    }

    @ParameterizedTest(name = "{1}")
    @CsvFileSource(resources = "malformed-baths.csv", delimiter = '\t', quoteCharacter = '~', ignoreLeadingAndTrailingWhitespace = false)
    void anEditThatBreaksTheBathIsRefusedAtItsPlace(String find, String put, String expected, int line, int column) {
        String text = edited(unescaped(find), put == null ? "" : unescaped(put));
        ModelException e = assertThrows(ModelException.class, () -> read(text));
        assertAll(() -> assertTrue(e.getMessage().contains(expected), e.getMessage()),
                () -> assertTrue(e.getMessage().endsWith("(model.yaml, line " + line + ", column " + column + ")"), e.getMessage()),
                () -> assertEquals(1, e.getMessage().lines().count(), e.getMessage()));
    }

    private static String unescaped(String text) {
        return text.replace("\\n", "\n");
    }

    @Test
    void theBathThatTheyAreMadeOfIsGood() {
        assertDoesNotThrow(() -> read(good()));
    }
}
