package org.unravel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.jhdf.HdfFile;
import io.jhdf.api.dataset.ChunkedDataset;

/** Records from the command line. */
class RecordsCommandTest {

    private static final List<String> ALL_TABLES = List.of("jumps.csv", "tables.json", "trajectories.csv");

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

    private int convert(Path file, Path to) {
        return execute("convert", file.toString(), "--to", "csv", "-o", to.toString());
    }

    private static List<String> tablesIn(Path folder) throws IOException {
        return names(folder).stream().filter(ALL_TABLES::contains).toList();
    }

    @Test
    void tablesOfOthersAreNotReplaced() throws IOException {
        Path folder = directory.resolve("run");
        run(folder, "-n", "64", "--records");
        for (String name : ALL_TABLES) {
            Path mine = Files.writeString(folder.resolve(name), "mine\n");
            assertEquals(ExitCode.WRONG_INPUT, convert(folder.resolve("records.h5"), folder));
            assertEquals(ExitCode.DONE, run(folder, "-n", "64", "--records"), "a run leaves it alone");
            assertEquals("mine\n", Files.readString(mine));
            Files.delete(mine);
        }
        for (int i = 0; i < 2; i++) {
            assertEquals(ExitCode.DONE, convert(folder.resolve("records.h5"), folder), err.toString());
        }
    }

    /** With records and without, of the same model and of another one whose tables have other columns. */
    @Test
    void aRunTakesTheTablesOfEarlierRecordsAway() throws IOException {
        Path folder = directory.resolve("run");
        run(folder, "-n", "64", "--records");
        for (List<String> next : List.of(List.of("thermal-qubit", "--records"), List.of("heat-exchange", "--records"), List.of("thermal-qubit"))) {
            assertEquals(ExitCode.DONE, convert(folder.resolve("records.h5"), folder), err.toString());
            assertEquals(ALL_TABLES, tablesIn(folder));
            Files.writeString(folder.resolve("notes.csv"), "trajectory,energy.mine\n");
            String[] command = Stream.of(List.of("run"), next, List.of("-n", "32", "--exact", "off", "-o", folder.toString())).flatMap(List::stream).toArray(String[]::new);
            assertEquals(ExitCode.DONE, execute(command), err.toString());
            assertEquals(List.of(), tablesIn(folder), next.toString());
            assertTrue(names(folder).contains("notes.csv"));
            assertTrue(out.toString().contains("will remove the tables of earlier records from " + folder + " when all is sampled: trajectories.csv, jumps.csv, tables.json"), out.toString());
        }
    }

    /** A run that is refused has not replaced anything. */
    @Test
    void aRunThatIsRefusedLeavesTheTables() throws IOException {
        Path folder = directory.resolve("run");
        run(folder, "-n", "64", "--records");
        convert(folder.resolve("records.h5"), folder);
        assertEquals(ExitCode.WRONG_INPUT, run(folder, "-n", "-1"));
        assertEquals(ALL_TABLES, tablesIn(folder));
    }

    @Test
    void tablesSayOfWhichRecordsTheyAre() throws IOException {
        Path folder = directory.resolve("run");
        Path to = directory.resolve("tables");
        run(folder, "-n", "64", "--seed", "7", "--records");
        assertEquals(ExitCode.DONE, convert(folder.resolve("records.h5"), to), err.toString());
        String version = Files.readString(folder.resolve("summary.json")).replaceAll("(?s).*\"version\": \"([^\"]*)\".*", "$1");
        assertEquals("{\"tables_of\":\"" + folder.resolve("records.h5") + "\",\"model\":\"thermal-qubit\",\"seed\":7,\"trajectories\":64,\"version\":\"" + version
                + "\",\"files\":[\"trajectories.csv\",\"jumps.csv\",\"tables.json\"]}\n", Files.readString(to.resolve("tables.json")));
    }

    /** In the folder of a run tables are those of its own records. */
    @Test
    void tablesOfOtherRecordsDoNotStandBesideARun() throws IOException {
        Path one = directory.resolve("one");
        Path other = directory.resolve("other");
        run(one, "-n", "64", "--records");
        run(other, "-n", "32", "--records");
        Path kept = Files.copy(one.resolve("records.h5"), one.resolve("kept.h5"));
        assertEquals(ExitCode.WRONG_INPUT, convert(one.resolve("records.h5"), other));
        assertTrue(err.toString().contains("found the run of 32 trajectories of thermal-qubit (" + other + ")"), err.toString());
        assertEquals(ExitCode.WRONG_INPUT, convert(kept, one));
        Files.copy(one.resolve("kept.h5"), one.resolve("records.h5"), StandardCopyOption.REPLACE_EXISTING);
        run(one, "-n", "16");
        Files.copy(kept, one.resolve("records.h5"));
        assertEquals(ExitCode.WRONG_INPUT, convert(one.resolve("records.h5"), one), "records that are not of the run that is there");
        assertEquals(List.of(), tablesIn(one));
        assertEquals(List.of(), tablesIn(other));
    }

    /** Damage in the last dataset that is read is found when the other table is complete already. */
    @Test
    void damagedRecordsLeaveTheEarlierTablesAsTheyWere() throws IOException {
        Path folder = directory.resolve("run");
        Path to = directory.resolve("tables");
        Path records = folder.resolve("records.h5");
        run(folder, "-n", "2000", "--records");
        assertEquals(ExitCode.DONE, convert(records, to));
        List<String> earlier = List.of(Files.readString(to.resolve("trajectories.csv")), Files.readString(to.resolve("jumps.csv")), Files.readString(to.resolve("tables.json")));
        byte[] whole = Files.readAllBytes(records);
        byte[] damaged = whole.clone();
        damaged[middleOfChannels(records, whole)] ^= 0x10;
        Files.write(records, damaged);
        err.getBuffer().setLength(0);
        assertEquals(ExitCode.WRONG_INPUT, convert(records, to), err.toString());
        assertTrue(err.toString().matches("(?s)unravel: expected /jumps/channel of a run, found damage.* \\(" + Pattern.quote(records.toString()) + "\\)\\R"), err.toString());
        assertEquals(earlier, List.of(Files.readString(to.resolve("trajectories.csv")), Files.readString(to.resolve("jumps.csv")), Files.readString(to.resolve("tables.json"))));
        assertEquals(ALL_TABLES, names(to));
        assertEquals(ExitCode.WRONG_INPUT, convert(records, directory.resolve("new")));
        assertFalse(Files.exists(directory.resolve("new")));
        Files.write(records, whole);
        assertEquals(ExitCode.DONE, convert(records, to), "whole again");
    }

    private static int middleOfChannels(Path records, byte[] whole) {
        try (HdfFile hdf = new HdfFile(records)) {
            ByteBuffer chunk = ((ChunkedDataset) hdf.getDatasetByPath("/jumps/channel")).getRawChunkBuffer(new int[] {0});
            int length = chunk.remaining();
            int start = IntStream.range(0, whole.length - length).filter(i -> ByteBuffer.wrap(whole, i, length).equals(chunk)).findFirst().orElseThrow();
            return start + length / 2;
        }
    }
}
