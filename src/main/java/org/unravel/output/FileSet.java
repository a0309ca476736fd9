package org.unravel.output;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/**
 * The files of one run, which take the place of those of an earlier run in the same folder. All are written beside their places first and then moved, the summary last:
 * whoever finds a summary finds all files that it lists, and none of another run among them. Files that no run has listed are left. Not safe for threads.
 */
final class FileSet implements AutoCloseable {

    static final String SUMMARY = "summary.json";
    static final String LIST = "files";

    private final Path directory;
    private final Map<String, Path> parts = new LinkedHashMap<>();

    FileSet(Path directory) {
        this.directory = directory;
    }

    /** Writes a file beside its place. */
    void add(String name, Replacement.Content content) throws IOException {
        Path part = Replacement.part(directory.resolve(name));
        parts.put(name, part);
        try (Writer out = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
            content.writeTo(out);
        }
    }

    /** Names of all files so far and of the summary, which is the last one. */
    List<String> names() {
        List<String> names = new ArrayList<>(parts.keySet());
        names.remove(SUMMARY);
        names.add(SUMMARY);
        return names;
    }

    /** Puts all files in their places; files that the earlier summary lists and this run has not are removed. */
    void commit() throws IOException {
        List<String> names = names();
        List<String> earlier = listed(directory.resolve(SUMMARY));
        Files.deleteIfExists(directory.resolve(SUMMARY));
        for (String name : earlier) {
            if (!names.contains(name)) {
                Files.deleteIfExists(directory.resolve(name));
            }
        }
        for (String name : names) {
            Files.move(parts.remove(name), directory.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Leaves nothing beside the places. */
    @Override
    public void close() throws IOException {
        for (Path part : parts.values()) {
            Files.deleteIfExists(part);
        }
    }

    /** What a summary says that its run has written, as far as these are names of files in its folder; nothing where there is none that can be read. */
    private static List<String> listed(Path summary) throws IOException {
        if (Files.notExists(summary)) {
            return List.of();
        }
        try (Reader in = Files.newBufferedReader(summary, StandardCharsets.UTF_8); JsonParser json = new JsonFactory().createParser(in)) {
            return list(json).orElse(List.of());
        } catch (JacksonException e) {
            // somebody else's file, or one from before files were listed
            return List.of();
        }
    }

    private static Optional<List<String>> list(JsonParser json) throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            return Optional.empty();
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            boolean found = json.currentName().equals(LIST);
            if (json.nextToken() == JsonToken.START_ARRAY && found) {
                List<String> names = new ArrayList<>();
                while (json.nextToken() == JsonToken.VALUE_STRING) {
                    names.add(json.getText());
                }
                names.removeIf(name -> name.isBlank() || name.startsWith(".") || name.contains("/") || name.contains("\\"));
                return Optional.of(names);
            }
            json.skipChildren();
        }
        return Optional.empty();
    }
}
