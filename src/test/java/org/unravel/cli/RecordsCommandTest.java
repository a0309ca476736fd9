package org.unravel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records from the command line. */
class RecordsCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path directory;

    private int execute(String... arguments) {
        return Unravel.execute(arguments, new PrintWriter(out), new PrintWriter(err), ProgressDisplay::none);
    }

    private int run(Path folder, String... more) {
        return execute(Stream.concat(Stream.of("run", "thermal-qubit", "--exact", "off", "-o", folder.toString()), Stream.of(more)).toArray(String[]::new));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    private List<String> tables(Path folder) throws IOException {
        Path to = folder.resolve("tables");
        assertEquals(ExitCode.DONE, execute("convert", folder.resolve("records.h5").toString(), "--to", "csv", "-o", to.toString()), err.toString());
        return List.of(Files.readString(to.resolve("trajectories.csv")), Files.readString(to.resolve("jumps.csv")));
    }

    /** The second run is long enough to be written twice: before the exact side is waited for, and after. */
    @Test
    void threadsChangeNoRecordAndNothingIsLeftBesideThem() throws IOException {
        Path one = directory.resolve("one");
        assertEquals(ExitCode.DONE, run(one, "-n", "5000", "--records", "--threads", "1"), err.toString());
        List<String> tables = tables(one);
        assertEquals(5001, tables.get(0).lines().count());
        for (String threads : List.of("2", "7")) {
            Path other = directory.resolve(threads);
            assertEquals(ExitCode.DONE, run(other, "-n", "5000", "--records", "--threads", threads), err.toString());
            assertEquals(tables, tables(other));
        }
        Path seeded = directory.resolve("seeded");
        run(seeded, "-n", "5000", "--records", "--seed", "2");
        assertFalse(tables.equals(tables(seeded)), "the comparison can fail");
        assertTrue(names(one).containsAll(List.of("load.jl", "load.m", "load.py", "records.h5")), names(one).toString());
        assertTrue(names(one).stream().noneMatch(n -> n.startsWith(".")), names(one).toString());
        assertTrue(out.toString().contains("records: up to about 0."), out.toString());
        String summary = Files.readString(one.resolve("summary.json"));
        assertTrue(summary.contains("\"records.h5\"") && summary.contains("\"load.py\""));
    }

    @Test
    void aRunWithoutRecordsTakesThoseOfTheEarlierOneAway() throws IOException {
        Path folder = directory.resolve("run");
        run(folder, "-n", "64", "--records");
        assertTrue(names(folder).contains("records.h5"));
        run(folder, "-n", "64");
        assertFalse(names(folder).contains("records.h5") || names(folder).contains("load.py"), names(folder).toString());
    }

    @Test
    void recordsDoNotChangeWhatElseIsWritten() throws IOException {
        Path with = directory.resolve("with");
        Path without = directory.resolve("without");
        run(with, "-n", "3000", "--records");
        run(without, "-n", "3000");
        for (String name : names(without)) {
            // these two say how and when the run was made
            if (!name.equals("summary.json") && !name.equals("report.html")) {
                assertEquals(Files.readString(without.resolve(name)), Files.readString(with.resolve(name)), name);
            }
        }
    }

    @Test
    void whatIsNoRecordsFileIsRefused() throws IOException {
        Path text = Files.writeString(directory.resolve("x.h5"), "text");
        assertEquals(ExitCode.WRONG_INPUT, execute("convert", text.toString(), "--to", "csv"));
        assertEquals(ExitCode.WRONG_INPUT, execute("convert", directory.resolve("none.h5").toString(), "--to", "csv"));
        assertEquals(ExitCode.WRONG_INPUT, execute("convert", text.toString(), "--to", "xlsx"));
        assertEquals(ExitCode.WRONG_INPUT, execute("convert", text.toString()));
        assertEquals(List.of("x.h5"), names(directory));
    }

    @Test
    void tablesOfOthersAreNotReplaced() throws IOException {
        Path folder = directory.resolve("run");
        run(folder, "-n", "64", "--records");
        Path mine = Files.writeString(folder.resolve("trajectories.csv"), "mine\n");
        assertEquals(ExitCode.WRONG_INPUT, execute("convert", folder.resolve("records.h5").toString(), "--to", "csv"));
        assertEquals("mine\n", Files.readString(mine));
        Files.delete(mine);
        for (int i = 0; i < 2; i++) {
            assertEquals(ExitCode.DONE, execute("convert", folder.resolve("records.h5").toString(), "--to", "csv"), err.toString());
        }
    }
}
