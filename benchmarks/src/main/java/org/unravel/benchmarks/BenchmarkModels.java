package org.unravel.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

import org.unravel.model.Model;
import org.unravel.modelfile.ModelReader;

/** The models of {@code benchmarks/models}, which travel inside the jar. */
public final class BenchmarkModels {

    private BenchmarkModels() {
    }

    /**
     * Reads a model.
     *
     * @param name name of the file without its ending
     * @param overrides parameter name to expression, in place of what the file says
     * @throws IllegalArgumentException if there is no such model
     */
    public static Model read(String name, Map<String, String> overrides) {
        try (InputStream text = BenchmarkModels.class.getResourceAsStream("models/" + name + ".yaml")) {
            if (text == null) {
                throw new IllegalArgumentException("expected a model of benchmarks/models, found " + name);
            }
            Path file = Files.createTempFile(name, ".yaml");
            try {
                Files.copy(text, file, StandardCopyOption.REPLACE_EXISTING);
                return ModelReader.read(file, overrides);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
