package org.unravel.output;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Replaces a file in one step, so that a reader sees the old file or the whole new one. */
public final class Replacement {

    /** Writes the text of a file. */
    public interface Content {
        /** Writes all of it; the writer is closed by the caller. */
        void writeTo(Writer out) throws IOException;
    }

    /** Makes the file that will be moved. */
    private interface Filling {
        void fill(Path part) throws IOException;
    }

    private static final String PART = ".part";

    private Replacement() {
    }

    /** Where a file is written before it is moved to its place. */
    static Path part(Path target) {
        return target.resolveSibling("." + target.getFileName() + "." + ProcessHandle.current().pid() + PART);
    }

    /** Removes what processes that died have left beside the files of a folder that only this process writes to. */
    static void clear(Path directory) throws IOException {
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(directory, ".*" + PART)) {
            for (Path part : parts) {
                Files.deleteIfExists(part);
            }
        }
    }

    /**
     * Writes beside the target, then moves; nothing is left beside it if writing fails.
     *
     * @param target in an existing folder
     * @throws IOException if it cannot be written; what was there is then left
     */
    public static void write(Path target, Content content) throws IOException {
        replace(target, part -> {
            try (Writer out = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
                content.writeTo(out);
            }
        });
    }

    /** The same for bytes. */
    public static void writeBytes(Path target, RunFile.Content content) throws IOException {
        replace(target, part -> {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
                content.writeTo(out);
            }
        });
    }

    private static void replace(Path target, Filling filling) throws IOException {
        Path part = part(target);
        try {
            filling.fill(part);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
