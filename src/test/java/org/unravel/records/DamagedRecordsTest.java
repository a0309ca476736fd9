package org.unravel.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unravel.engine.EngineChoice;
import org.unravel.ensemble.RunPlan;
import org.unravel.modelfile.ModelReader;
import org.unravel.run.ExactChoice;
import org.unravel.run.Run;

import io.jhdf.HdfFile;

/** A file that is damaged, cut off or something else is told from a whole one, by its name; no number of it gets into a table. */
class DamagedRecordsTest {

    private static final int COUNT = 300;

    @TempDir
    private Path directory;

    private Path file;
    private byte[] whole;
    private List<String> tables;

    @BeforeEach
    void write() throws IOException {
        file = directory.resolve("records.h5");
        Run.of(ModelReader.read("thermal-qubit", Map.of())).with(new RunPlan(COUNT, 1, 1, EngineChoice.AUTO)).with(ExactChoice.OFF).recordsTo(file).execute();
        whole = Files.readAllBytes(file);
        tables = tables();
    }

    /** Without what the names of channels and their quanta are written to: they have no checksum. */
    private List<String> tables() throws IOException {
        try (RecordsTable table = RecordsTable.open(file); StringWriter trajectories = new StringWriter(); StringWriter jumps = new StringWriter()) {
            table.writeTrajectories(trajectories);
            table.writeJumps(jumps);
            String times = jumps.toString().lines().map(line -> Arrays.stream(line.split(",")).limit(2).collect(Collectors.joining(","))).collect(Collectors.joining("\n"));
            return List.of(trajectories.toString(), times, table.source().toString());
        }
    }

    private String message() {
        return assertThrows(UnreadableRecordsException.class, this::tables).getMessage();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.999_99, 0.9, 0.5, 1.0 / 3, 0.1, 0.01})
    void aFileThatWasCutOffIsRefused(double share) throws IOException {
        int left = (int) (share * whole.length);
        Files.write(file, Arrays.copyOf(whole, left));
        assertEquals("expected a whole file of " + whole.length + " bytes, found one of " + left + ", which was cut off (" + file + ")", message());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8, 20, 47})
    void aHeadThatWasCutOffIsRefused(int left) throws IOException {
        Files.write(file, Arrays.copyOf(whole, left));
        assertEquals("expected records of a run in HDF5, found a file without its head (" + file + ")", message());
    }

    /** A bit of a thousand bytes all over the file: it is refused with its name, or the tables are the same. */
    @Test
    void noDamagedByteGetsIntoATable() throws IOException {
        Random random = new Random(5);
        int refused = 0;
        int tried = 0;
        for (int place = 0; place < whole.length; place += 1 + random.nextInt(whole.length / 500), tried++) {
            byte[] damaged = whole.clone();
            damaged[place] ^= (byte) (1 << random.nextInt(Byte.SIZE));
            Files.write(file, damaged);
            try {
                assertEquals(tables, tables(), "byte " + place);
            } catch (UnreadableRecordsException e) {
                assertTrue(e.getMessage().matches("(?s)expected .*, found .* \\(.*records\\.h5\\)"), e.getMessage());
                refused++;
            }
        }
        // the rest are the text of the model, names, and room between the groups
        assertTrue(refused > tried / 2, "refused " + refused + " of " + tried);
    }

    /** Blocks of zeros, as a disk leaves them. */
    @Test
    void blocksThatWereLostAreFound() throws IOException {
        for (int start = 0; start + 4096 < whole.length; start += 4096) {
            byte[] damaged = whole.clone();
            Arrays.fill(damaged, start, start + 4096, (byte) 0);
            Files.write(file, damaged);
            message();
        }
    }

    @Test
    void whatIsMissingIsNamed() throws IOException {
        Path other = directory.resolve("other.h5");
        try (var hdf = HdfFile.write(other)) {
            hdf.putDataset("x", new double[] {1});
        }
        file = other;
        assertEquals("expected records of format 1, found format none (" + other + ")", message());
        try (var hdf = HdfFile.write(other)) {
            hdf.putAttribute("format", 2);
        }
        assertEquals("expected records of format 1, found format 2 (" + other + ")", message());
        try (var hdf = HdfFile.write(other)) {
            hdf.putAttribute("format", 1);
            hdf.putDataset("trajectories", new double[] {1});
        }
        assertEquals("expected records with the group trajectories, found none (" + other + ")", message());
    }

    /** Each part by itself would do, but they do not go together. */
    @Test
    void partsThatDoNotGoTogetherAreFound() {
        file = directory.resolve("other.h5");
        assertEquals("expected 2 values of /trajectories/work, found 3 (" + file + ")", message(new long[] {0, 1, 2}, new double[3], new int[2]));
        assertEquals("expected 2 values of /jumps/time, found 3 (" + file + ")", message(new long[] {0, 1, 2}, new double[2], new int[3]));
        assertEquals("expected jumps of trajectory 0 from 0 on, found their end at -1 (" + file + ")", message(new long[] {0, -1, 2}, new double[2], new int[2]));
        assertEquals("expected channels of jumps from 0 to 0, found 1 of jump 1 (" + file + ")", message(new long[] {0, 1, 2}, new double[2], new int[] {0, 1}));
        assertEquals("expected /trajectories/work with values of the type double, found int[] (" + file + ")", message(new long[] {0, 1, 2}, new int[2], new int[2]));
    }

    private String message(long[] jumpStart, Object work, int[] channel) {
        try (var hdf = HdfFile.write(file)) {
            hdf.putAttribute("format", 1);
            var trajectories = hdf.putGroup("trajectories");
            trajectories.putDataset("jump_start", jumpStart);
            trajectories.putDataset("work", work);
            hdf.putGroup("observables");
            var jumps = hdf.putGroup("jumps");
            jumps.putDataset("time", new double[channel.length]);
            jumps.putDataset("channel", channel);
            var channels = hdf.putGroup("channels");
            channels.putDataset("name", new String[] {"bath.down"});
            channels.putDataset("heat", new double[] {-1});
        }
        return message();
    }
}
