package org.unravel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.unravel.model.Model;
import org.unravel.modelfile.ModelReader;

/** Models for tests, written as a model file. */
public final class ModelText {

    private ModelText() {
    }

    /** Reads the text of a model file; overrides as on the command line. */
    public static Model read(String text, Map<String, String> overrides) {
        try {
            Path file = Files.createTempFile("model", ".yaml");
            try {
                Files.writeString(file, text);
                return ModelReader.read(file, overrides);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the text of a model file. */
    public static Model read(String text) {
        return read(text, Map.of());
    }
}
