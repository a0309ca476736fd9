package org.unravel.modelfile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The text of a model file, with what is no text refused. */
final class FileText {

    /** Largest model file in bytes: far above any model a person writes, far below what hurts. */
    static final int MAX_BYTES = 4 << 20;

    private FileText() {
    }

    /**
     * Reads a file.
     *
     * @param file the file
     * @param shown its name in messages
     * @throws ModelFileException if it is missing, not a file, too large, or not UTF-8 text
     */
    static String of(Path file, String shown) {
        return of("a model file", file, shown);
    }

    /** The same of another kind of file. */
    static String of(String kind, Path file, String shown) {
        if (!Files.exists(file)) {
            throw error(shown, "expected " + kind + ", found nothing of that name");
        }
        if (!Files.isRegularFile(file)) {
            throw error(shown, "expected " + kind + ", found a " + (Files.isDirectory(file) ? "directory" : "special file"));
        }
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw error(shown, "expected " + kind + " of at most " + MAX_BYTES + " bytes, found " + Files.size(file));
            }
            return decode(Files.readAllBytes(file), shown);
        } catch (IOException e) {
            throw error(shown, "expected " + kind + ", found one that cannot be read");
        }
    }

    /** Decodes UTF-8 strictly. */
    static String decode(byte[] bytes, String shown) {
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw error(shown, "expected text in UTF-8, found other bytes");
        }
        return checked(text, shown);
    }

    /** Refuses what is no text of a model. */
    static String checked(String text, String shown) {
        if (text.indexOf('\0') >= 0) {
            throw error(shown, "expected text, found a binary file");
        }
        if (text.isBlank()) {
            throw error(shown, "the file is empty");
        }
        return text;
    }

    private static ModelFileException error(String shown, String message) {
        return ModelFileException.at(Source.of(shown), message);
    }
}
