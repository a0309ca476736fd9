package org.unravel.modelfile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The files of the shipped models on the class path. */
final class ShippedFiles {

    private static final String FOLDER = "/org/unravel/data/models/";

    private ShippedFiles() {
    }

    /** Names of the shipped models, ordered. */
    static List<String> names() {
        return text("index.txt").lines().filter(l -> !l.isBlank()).toList();
    }

    /** The text of a file of the folder. */
    static String text(String file) {
        try (InputStream in = ShippedFiles.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + FOLDER + file);
            }
            return FileText.decode(in.readAllBytes(), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
