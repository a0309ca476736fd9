package org.unravel.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder holds the files of one run, and what was never a run's. */
class FileSetTest {

    @TempDir
    Path directory;

    private Set<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(f -> f.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private void write(String... names) throws IOException {
        try (FileSet files = new FileSet(directory)) {
            for (String name : names) {
                files.add(name, out -> out.write(name));
            }
            files.add(FileSet.SUMMARY, out -> out.write("{\"model\": {\"name\": \"m\", \"files\": [\"mine.txt\"]}, \"trajectories\": 4, \"stopped\": \"done\", "
                    + "\"files\": [\"" + String.join("\", \"", files.names()) + "\"], \"version\": \"0\"}"));
            files.commit();
        }
    }

    @BeforeEach
    void somethingElse() throws IOException {
        Files.writeString(directory.resolve("mine.txt"), "notes");
    }

    @Test
    void whatTheEarlierRunListedIsRemoved() throws IOException {
        write("curves.csv", "jumps.a.csv", "jumps.b.csv");
        write("curves.csv", "jumps.c.csv");
        assertEquals(Set.of("curves.csv", "jumps.c.csv", "mine.txt", "summary.json"), names());
        assertEquals("notes", Files.readString(directory.resolve("mine.txt")));
    }

    /** A list that was tampered with reaches no other folder and no hidden file. */
    @Test
    void onlyFilesOfTheFolderAreRemoved() throws IOException {
        Path inside = Files.createDirectory(directory.resolve("run"));
        Files.writeString(inside.resolve(FileSet.SUMMARY), "{\"model\": {\"name\": \"m\"}, \"trajectories\": 4, \"stopped\": \"done\", \"version\": \"0\", "
                + "\"files\": [\"../jumps.mine.csv\", \".hidden\", \"jumps.old.csv\", \"notes.txt\"]}");
        Files.writeString(inside.resolve(".hidden"), "");
        Files.writeString(inside.resolve("jumps.old.csv"), "");
        Files.writeString(inside.resolve("notes.txt"), "");
        try (FileSet files = new FileSet(inside)) {
            files.add(FileSet.SUMMARY, out -> out.write("{}"));
            files.commit();
        }
        assertEquals(Set.of("mine.txt", "run"), names());
        try (Stream<Path> left = Files.list(inside)) {
            assertEquals(Set.of(".hidden", "notes.txt", "summary.json"), left.map(f -> f.getFileName().toString()).collect(Collectors.toSet()));
        }
    }

    @Test
    void aSummaryOfSomethingElseRemovesNothing() throws IOException {
        for (String text : new String[] {"", "{", "[1, 2]", "{\"files\": 3}", "{\"other\": [\"mine.txt\"]}"}) {
            Files.writeString(directory.resolve(FileSet.SUMMARY), text);
            write("curves.csv");
            assertEquals(Set.of("curves.csv", "mine.txt", "summary.json"), names(), text);
        }
    }

    /** A report may be written more than once: the first one moves such a file, the second one leaves it and lists it, and a run without it removes it. */
    @Test
    void aFileThatWasMadeElsewhereIsMovedOnce() throws IOException {
        Path part = RunFile.part(directory.resolve("records.h5"));
        Files.writeString(part, "records");
        for (int i = 0; i < 2; i++) {
            try (FileSet files = new FileSet(directory)) {
                files.add(RunFile.made("records.h5", part));
                files.add(FileSet.SUMMARY, out -> out.write("{\"model\": {\"name\": \"m\"}, \"trajectories\": 4, \"stopped\": \"done\", \"files\": [\""
                        + String.join("\", \"", files.names()) + "\"], \"version\": \"0\"}"));
                files.commit();
            }
            assertEquals(Set.of("mine.txt", "records.h5", "summary.json"), names());
            assertEquals("records", Files.readString(directory.resolve("records.h5")));
            assertEquals(List.of("records.h5", "summary.json"), EarlierRun.in(directory).orElseThrow().files());
        }
        write("curves.csv");
        assertEquals(Set.of("curves.csv", "mine.txt", "summary.json"), names());
    }

    /** Who has made it removes it. */
    @Test
    void aFileThatWasMadeElsewhereSurvivesAFailure() throws IOException {
        Path part = Files.writeString(RunFile.part(directory.resolve("records.h5")), "records");
        assertThrows(IOException.class, () -> {
            try (FileSet files = new FileSet(directory)) {
                files.add(RunFile.made("records.h5", part));
                files.add("curves.csv", out -> {
                    throw new IOException("disk full");
                });
            }
        });
        assertEquals("records", Files.readString(part));
    }

    /** The earlier run stays whole, and nothing is left beside it. */
    @Test
    void aFailureLeavesTheEarlierRun() throws IOException {
        write("curves.csv", "work.csv");
        assertThrows(IOException.class, () -> {
            try (FileSet files = new FileSet(directory)) {
                files.add("curves.csv", out -> out.write("new"));
                files.add("waiting-times.csv", out -> {
                    throw new IOException("disk full");
                });
                files.commit();
            }
        });
        assertEquals(Set.of("curves.csv", "work.csv", "mine.txt", "summary.json"), names());
        assertEquals("curves.csv", Files.readString(directory.resolve("curves.csv")));
    }
}
