package org.unravel.output;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The files of one run, which take the place of those of an earlier run in the same folder. All are written beside their places first and then moved, the summary last:
 * whoever finds a summary finds all files that it lists, and none of another run among them. Files that no run has listed are left. The summary is {@code summary.json}, of other commands a file
 * of another name with the same keys. Not safe for threads.
 */
final class FileSet implements AutoCloseable {

    static final String SUMMARY = "summary.json";
    static final String LIST = "files";

    private final Path directory;
    private final String summary;
    private final Map<String, Path> parts = new LinkedHashMap<>();
    /** Parts that somebody else has made, and removes. */
    private final Set<Path> made = new HashSet<>();
    /** Files that stay as they are in their places. */
    private final Set<String> kept = new LinkedHashSet<>();

    FileSet(Path directory) {
        this(directory, SUMMARY);
    }

    /** The same with a summary of another name. */
    FileSet(Path directory, String summary) {
        this.directory = directory;
        this.summary = summary;
    }

    /** Writes a file beside its place. */
    void add(String name, Replacement.Content content) throws IOException {
        Path part = Replacement.part(directory.resolve(name));
        parts.put(name, part);
        try (Writer out = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
            content.writeTo(out);
        }
    }

    /** The same for a file that is made elsewhere, perhaps in a folder of its own. */
    void add(RunFile file) throws IOException {
        if (file.content() instanceof RunFile.Made ready) {
            add(file.name(), ready.file());
            return;
        }
        Path part = Replacement.part(directory.resolve(file.name()));
        Files.createDirectories(part.getParent());
        parts.put(file.name(), part);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
            file.content().writeTo(out);
        }
    }

    /** A report may be written more than once: the first one takes such a file to its place. */
    private void add(String name, Path ready) {
        if (Files.notExists(ready) && Files.exists(directory.resolve(name))) {
            kept.add(name);
        } else {
            parts.put(name, ready);
            made.add(ready);
        }
    }

    /** Names of all files so far and of the summary, which is the last one. */
    List<String> names() {
        List<String> names = new ArrayList<>(parts.keySet());
        names.addAll(kept);
        names.remove(summary);
        names.add(summary);
        return names;
    }

    /** Puts all files in their places; files that the earlier summary lists and this run has not are removed, and tables of earlier records. */
    void commit() throws IOException {
        List<String> names = names();
        Set<String> earlier = EarlierRun.filesIn(directory, EarlierRun.in(directory, summary));
        Path replaced = directory.resolve(EarlierRun.REPLACED);
        Files.write(replaced, Stream.concat(earlier.stream(), names.stream()).distinct().toList());
        Files.deleteIfExists(directory.resolve(summary));
        RecordTables.remove(directory);
        for (String name : earlier) {
            if (!names.contains(name)) {
                Files.deleteIfExists(directory.resolve(name));
            }
        }
        for (String name : names) {
            if (!kept.contains(name)) {
                move(parts.remove(name), directory.resolve(name));
            }
        }
        Files.deleteIfExists(replaced);
    }

    private static void move(Path part, Path place) throws IOException {
        try {
            Files.move(part, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            // a file that was made on another disk
            Files.move(part, place, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Leaves nothing of its own beside the places. */
    @Override
    public void close() throws IOException {
        for (Path part : parts.values()) {
            if (!made.contains(part)) {
                Files.deleteIfExists(part);
            }
        }
    }
}
