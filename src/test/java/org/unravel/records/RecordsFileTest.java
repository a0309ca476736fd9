package org.unravel.records;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unravel.ensemble.RecordPlan;
import org.unravel.ensemble.TrajectoryRecords;
import org.unravel.model.Bath;
import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.model.Observable;
import org.unravel.modelfile.ModelReader;
import org.unravel.output.RunFile;
import org.unravel.output.RunFiles;
import org.unravel.output.RunInfo;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;

/** What goes into a file of records comes out of it, read by jHDF and by h5py; what keeps it from being written harms nothing else. */
class RecordsFileTest {

    private static final Model MODEL = ModelReader.read("thermal-qubit", Map.of());
    private static final List<String> QUANTITIES = List.of("energy.start", "energy.end", "work", "heat");
    private static final String[] HOSTILE = {"a/b", "a%b", ".", "..", " ", "x\u0000y", "</script><b>", "\"q\",'r'\n", "\u202Egnp.exe", "=1+1", "x".repeat(70_000), "x".repeat(70_000), "é".repeat(300),
        "\uD83D\uDE80".repeat(60)};

    @TempDir
    private Path directory;

    /** Blocks of trajectories of which some values scatter, some are few, and every third has jumps. */
    private static final class Blocks {

        private final Random random = new Random(1);
        private final int columns;
        private final boolean jumping;
        private long first;
        private final List<double[]> values = new ArrayList<>();
        private final List<Double> times = new ArrayList<>();
        private final List<Integer> channels = new ArrayList<>();
        private final List<Long> starts = new ArrayList<>(List.of(0L));

        private Blocks(int columns, boolean jumping) {
            this.columns = columns;
            this.jumping = jumping;
        }

        private TrajectoryRecords next(int count) {
            double[][] block = new double[columns][count + 3];
            int[] jumpCount = new int[count + 3];
            double[] time = new double[4 * count + 2];
            int[] channel = new int[time.length];
            int found = 0;
            for (int i = 0; i < count; i++) {
                double[] one = new double[columns];
                for (int c = 0; c < columns; c++) {
                    one[c] = c % 2 == 0 ? random.nextGaussian() : random.nextInt(3) - 1;
                    block[c][i] = one[c];
                }
                values.add(one);
                jumpCount[i] = jumping && (first + i) % 3 == 0 ? 1 + random.nextInt(3) : 0;
                for (int j = 0; j < jumpCount[i]; j++, found++) {
                    time[found] = random.nextDouble();
                    channel[found] = random.nextInt(2);
                    times.add(time[found]);
                    channels.add(channel[found]);
                }
                starts.add((long) times.size());
            }
            first += count;
            return new TrajectoryRecords(first - count, count, block, jumpCount, time, channel, new double[0]);
        }
    }

    private static RecordPlan plan(Model model, long count) {
        return new RecordPlan(model, QUANTITIES, count, 42, 2);
    }

    private static RunInfo info(String text) {
        return new RunInfo("model.yaml", text, text, text, "", "", "", "1.0");
    }

    private Records records(UnaryOperator<ChunkStore> tampering) {
        return Records.in(directory, info("name: thermal-qubit\n"), room -> { }, tampering);
    }

    private Path written(Model model, Blocks blocks, int... counts) {
        try (Records records = records(UnaryOperator.identity())) {
            records.begin(plan(model, 1));
            for (int count : counts) {
                records.take(blocks.next(count));
            }
            records.moveTo(directory.resolve(Records.FILE));
            assertTrue(records.failure().isEmpty(), () -> records.failure().toString());
        }
        return directory.resolve(Records.FILE);
    }

    private static double[] column(Blocks blocks, int column) {
        return blocks.values.stream().mapToDouble(v -> v[column]).toArray();
    }

    private static Object data(HdfFile hdf, String path) {
        Dataset dataset = hdf.getDatasetByPath(path);
        return dataset.getSize() == 0 ? null : dataset.getData();
    }

    /** Block sizes: one trajectory; less, exactly and one more than a chunk; many blocks with chunks between. */
    @ParameterizedTest
    @CsvSource({"1", "1000", "16384", "16385", "'2048 2048 2048 2048 2048 2048 2048 2048 2048 7'", "'40000 1 30000'"})
    void whatGoesInComesOut(String sizes) throws IOException {
        int[] counts = Stream.of(sizes.split(" ")).mapToInt(Integer::parseInt).toArray();
        Blocks blocks = new Blocks(QUANTITIES.size() + MODEL.observables().size(), true);
        try (HdfFile hdf = new HdfFile(written(MODEL, blocks, counts))) {
            for (int q = 0; q < QUANTITIES.size(); q++) {
                assertArrayEquals(column(blocks, q), (double[]) data(hdf, "/trajectories/" + QUANTITIES.get(q)));
                assertEquals("energy", hdf.getDatasetByPath("/trajectories/" + QUANTITIES.get(q)).getAttribute("unit").getData());
            }
            for (int o = 0; o < MODEL.observables().size(); o++) {
                assertArrayEquals(column(blocks, QUANTITIES.size() + o), (double[]) data(hdf, "/observables/" + MODEL.observables().get(o).name()));
            }
            assertArrayEquals(blocks.starts.stream().mapToLong(Long::longValue).toArray(), (long[]) data(hdf, "/trajectories/jump_start"));
            assertArrayEquals(blocks.times.stream().mapToDouble(Double::doubleValue).toArray(), (double[]) data(hdf, "/jumps/time"));
            assertArrayEquals(blocks.channels.stream().mapToInt(Integer::intValue).toArray(), (int[]) data(hdf, "/jumps/channel"));
            assertEquals("name: thermal-qubit\n", data(hdf, "/model"));
            assertArrayEquals(new String[] {"environment.emission", "environment.absorption"}, (String[]) data(hdf, "/channels/name"));
            assertArrayEquals(new double[] {-1, 1}, (double[]) data(hdf, "/channels/heat"));
            assertEquals(42L, hdf.getAttribute("seed").getData());
            assertEquals((long) blocks.values.size(), hdf.getAttribute("trajectories").getData());
            assertEquals(RecordsWriter.FORMAT, hdf.getAttribute("format").getData());
            assertEquals("1.0", hdf.getAttribute("version").getData());
            assertEquals(RecordsWriter.UNITS, hdf.getAttribute("units").getData());
        }
        assertEquals(List.of(Records.FILE), names(), "nothing else is left");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    /** h5py reads every dataset, with chunks that compress and chunks that do not. */
    @ParameterizedTest
    @CsvSource({"1, true", "1, false", "16385, true", "40000, true", "40000, false"})
    void anotherProgramReadsTheSame(int count, boolean jumping) throws IOException, InterruptedException {
        Blocks blocks = new Blocks(QUANTITIES.size() + MODEL.observables().size(), jumping);
        written(MODEL, blocks, count);
        String printed = PythonReader.run(directory, """
                import h5py, numpy
                f = h5py.File("records.h5", "r")
                def add(name, d):
                    if isinstance(d, h5py.Dataset) and d.dtype.kind in "fi":
                        v = d[:]
                        print(name, v.size, repr(float(v.astype(float).dot(1.0 + numpy.arange(v.size) % 7))))
                f.visititems(add)
                print(f["model"][()].decode(), end="")
                print([n.decode() for n in f["channels/name"]], f.attrs["seed"], f["trajectories/work"].attrs["unit"])
                """);
        List<String> lines = new ArrayList<>(printed.lines().toList());
        assertEquals("['environment.emission', 'environment.absorption'] 42 energy", lines.remove(lines.size() - 1).replace("b'energy'", "energy"));
        assertEquals("name: thermal-qubit", lines.remove(lines.size() - 1));
        Map<String, double[]> expected = Map.of("trajectories/heat", column(blocks, 3), "trajectories/energy.start", column(blocks, 0), "observables/excited", column(blocks, 4),
                "jumps/time", blocks.times.stream().mapToDouble(t -> t).toArray(), "jumps/channel", blocks.channels.stream().mapToDouble(c -> c).toArray(),
                "trajectories/jump_start", blocks.starts.stream().mapToDouble(s -> s).toArray());
        int found = 0;
        for (String line : lines) {
            String[] words = line.split(" ");
            if (expected.containsKey(words[0])) {
                double[] values = expected.get(words[0]);
                double sum = 0;
                for (int i = 0; i < values.length; i++) {
                    sum += values[i] * (1 + i % 7);
                }
                assertEquals(values.length, Integer.parseInt(words[1]), line);
                assertEquals(sum, Double.parseDouble(words[2]), 1e-12 * (1 + Math.abs(sum)) * Math.sqrt(1.0 + values.length), line);
                found++;
            }
        }
        assertEquals(expected.size(), found, printed);
    }

    @Test
    void whatRepeatsIsSmallAndWhatScattersIsHardlyLarger() throws IOException {
        int count = 100_000;
        Path file = written(MODEL.withObservables(List.of()), new Blocks(QUANTITIES.size(), false), count);
        long size = Files.size(file);
        // two columns of free numbers, two of three values each, offsets that are all zero
        assertTrue(size > 2L * count * Double.BYTES * 0.9 && size < 2L * count * Double.BYTES * 1.01 + 2L * count * 2 + 20_000, "size " + size);
    }

    @Test
    void sameRecordsGiveTheSameBytes() throws IOException {
        byte[] first = Files.readAllBytes(written(MODEL, new Blocks(6, true), 3000, 20_000));
        byte[] second = Files.readAllBytes(written(MODEL, new Blocks(6, true), 20_000, 3000));
        assertArrayEquals(first, second, "whatever the blocks");
        assertFalse(Arrays.equals(first, Files.readAllBytes(written(MODEL, new Blocks(6, true), 3001, 20_000))));
    }

    private static Model hostile() {
        List<Observable> observables = Stream.of(HOSTILE).map(name -> new Observable(name, MODEL.observables().get(0).operator())).toList();
        List<Bath> baths = List.of(new Bath(HOSTILE[6], MODEL.baths().get(0).inverseTemperature(), MODEL.baths().get(0).channels().stream()
                .map(c -> new Channel(HOSTILE[7], c.operator(), c.rate(), c.heat())).toList()));
        Model named = MODEL.withObservables(observables).withBaths(baths);
        String name = HOSTILE[8] + HOSTILE[6] + HOSTILE[10];
        return new Model(name, name, named.parameters(), named.space(), named.hamiltonian(), named.ownEnergy(), named.baths(), named.initial(), named.time(), named.observables(), named.unraveling(),
                named.sampling());
    }

    @Test
    void hostileNamesStayApartAndBreakNothing() throws IOException, InterruptedException {
        Blocks blocks = new Blocks(QUANTITIES.size() + HOSTILE.length, true);
        Path file = written(hostile(), blocks, 500);
        try (HdfFile hdf = new HdfFile(file)) {
            Group observables = (Group) hdf.getChild("observables");
            assertEquals(HOSTILE.length, observables.getChildren().size());
            int same = 0;
            for (String link : observables.getChildren().keySet()) {
                double[] found = (double[]) ((Dataset) observables.getChild(link)).getData();
                for (int o = 0; o < HOSTILE.length; o++) {
                    same += Arrays.equals(found, column(blocks, QUANTITIES.size() + o)) ? 1 : 0;
                }
            }
            assertEquals(HOSTILE.length, same);
            assertEquals(HOSTILE[6] + "." + HOSTILE[7], ((String[]) data(hdf, "/channels/name"))[0]);
            assertEquals(HOSTILE[8] + HOSTILE[6] + "x".repeat(1000 - HOSTILE[8].length() - HOSTILE[6].length()) + "…", hdf.getAttribute("model").getData());
        }
        try (RecordsTable table = RecordsTable.open(file); StringWriter out = new StringWriter()) {
            table.writeJumps(out);
            assertTrue(out.toString().contains(",\"" + (HOSTILE[6] + "." + HOSTILE[7]).replace("\"", "\"\"") + "\","));
        }
        assertEquals(HOSTILE.length + "\n", PythonReader.run(directory, """
                import h5py
                f = h5py.File("records.h5", "r")
                print(sum(d.shape == (500,) for d in f["observables"].values()))
                """));
    }

    /** HDF5 would end a name at its NUL, and two channels could have the same. */
    @Test
    void namesWithANulAreWholeForEveryReader() throws IOException, InterruptedException {
        Bath bath = MODEL.baths().get(0);
        Channel first = bath.channels().get(0);
        List<Channel> channels = Stream.of("x\u0000y", "x\u0000z").map(n -> new Channel(n, first.operator(), first.rate(), first.heat())).toList();
        Model named = MODEL.withBaths(List.of(bath.withChannels(channels))).withObservables(List.of(new Observable("o\u0000p", MODEL.observables().get(0).operator())));
        written(named, new Blocks(QUANTITIES.size() + 1, true), 50);
        assertEquals("['environment.x\u2400y', 'environment.x\u2400z'] o\u2400p\n", PythonReader.run(directory, """
                import h5py
                f = h5py.File("records.h5", "r")
                print([n.decode() for n in f["channels/name"][:]], f["observables/o%00p"].attrs["name"].decode())
                """));
    }

    @Test
    void aHostileOrLongModelTextIsKeptAsItIs() throws IOException {
        String text = "title: \"</script>\u202E\"\n" + "# long\n".repeat(200_000);
        try (Records records = Records.in(directory, info(text), room -> { })) {
            records.begin(plan(MODEL, 1));
            records.take(new Blocks(6, true).next(3));
            records.moveTo(directory.resolve(Records.FILE));
        }
        try (HdfFile hdf = new HdfFile(directory.resolve(Records.FILE))) {
            assertEquals(text, data(hdf, "/model"));
            assertEquals(3, ((double[]) data(hdf, "/trajectories/work")).length);
        }
    }

    @Test
    void aModelWithoutChannelsHasRecordsToo() throws IOException, InterruptedException {
        Model closed = MODEL.withBaths(List.of());
        Path file = written(closed, new Blocks(6, false), 10);
        try (HdfFile hdf = new HdfFile(file)) {
            assertEquals(0, hdf.getDatasetByPath("/channels/name").getSize());
            assertEquals(0, hdf.getDatasetByPath("/jumps/time").getSize());
        }
        try (RecordsTable table = RecordsTable.open(file); StringWriter out = new StringWriter()) {
            table.writeJumps(out);
            assertEquals("trajectory,time,channel,heat\n", out.toString());
        }
        assertEquals("0 0 10\n", PythonReader.run(directory, """
                import h5py
                f = h5py.File("records.h5", "r")
                print(len(f["channels/name"][:]), len(f["jumps/time"][:]), len(f["trajectories/work"][:]))
                """));
    }

    /** Takes so many bytes, then there is no more room. */
    private static UnaryOperator<ChunkStore> fullAfter(long bytes) {
        long[] left = {bytes};
        return store -> chunk -> {
            left[0] -= chunk.remaining();
            if (left[0] < 0) {
                throw new IOException("No space left on device");
            }
            return store.append(chunk);
        };
    }

    /** A full disk: workers are not stopped, what was written is removed at once, nothing stands in the folder. */
    @ParameterizedTest
    @CsvSource({"0", "300000", "2000000"})
    void aFullDiskGivesUpTheRecordsAlone(long room) throws IOException {
        Path earlier = Files.writeString(directory.resolve(Records.FILE), "of an earlier run");
        Blocks blocks = new Blocks(6, true);
        try (Records records = records(fullAfter(room))) {
            records.begin(plan(MODEL, 1_000_000));
            for (int i = 0; i < 100; i++) {
                records.take(blocks.next(2048));
            }
            assertEquals(List.of(), records.files());
            assertEquals("No space left on device", records.failure().orElseThrow().getMessage());
            assertEquals(List.of(Records.FILE), names(), "before it is closed");
        }
        assertEquals("of an earlier run", Files.readString(earlier));
        assertEquals(List.of(Records.FILE), names());
    }

    /** What does not fit even once is found when the file is made whole. */
    @Test
    void aDiskThatIsFullAtTheEndGivesUpTheRecordsAlone() throws IOException {
        try (Records records = records(fullAfter(1000))) {
            records.begin(plan(MODEL, 10));
            records.take(new Blocks(6, true).next(2000));
            records.finish();
            assertTrue(records.failure().isPresent());
        }
        assertEquals(List.of(), names());
    }

    @Test
    void nothingIsLeftOfRecordsThatNobodyMoves() throws IOException {
        try (Records records = records(UnaryOperator.identity())) {
            records.begin(plan(MODEL, 10));
            records.take(new Blocks(6, true).next(2000));
            assertEquals(1, names().size());
        }
        assertEquals(List.of(), names());
    }

    /** A process that died leaves a hidden part and no HDF5 file; the next run in the folder removes it. */
    @Test
    void whatADeadProcessHasLeftIsRemoved() throws IOException {
        Records dead = records(UnaryOperator.identity());
        dead.begin(plan(MODEL, 10));
        dead.take(new Blocks(6, true).next(2000));
        assertEquals(1, names().size());
        assertTrue(names().get(0).startsWith(".records.h5.") && names().get(0).endsWith(".part"), names().toString());
        RunFiles.clear(directory);
        assertEquals(List.of(), names());
        dead.close();
    }

    @Test
    void filesOfTheRunHoldTheRecordsAndWhatReadsThem() throws IOException, InterruptedException {
        Blocks blocks = new Blocks(6, true);
        try (Records records = records(UnaryOperator.identity())) {
            records.begin(plan(MODEL, 10));
            records.take(blocks.next(30));
            assertEquals(List.of("records.h5", "load.py", "load.jl", "load.m"), records.files().stream().map(RunFile::name).toList());
            for (RunFile file : records.files()) {
                try (var out = Files.newOutputStream(directory.resolve(file.name()))) {
                    file.content().writeTo(out);
                }
            }
        }
        for (String loader : List.of("load.py", "load.jl", "load.m")) {
            assertTrue(Files.readAllLines(directory.resolve(loader)).size() <= 15, loader);
        }
        int i = 6;
        String expected = blocks.starts.get(i + 1) - blocks.starts.get(i) + " " + blocks.times.get(blocks.starts.get(i).intValue()) + " "
                + List.of("environment.emission", "environment.absorption").get(blocks.channels.get(blocks.starts.get(i).intValue())) + " " + blocks.values.get(i)[2] + " " + blocks.values.get(i)[5];
        assertEquals(expected + "\n", PythonReader.run(directory, """
                from load import *
                time, channel = jumps(6)
                print(len(time), repr(float(time[0])), channels[channel[0]], repr(float(trajectories["work"][6])), repr(float(observables["sz"][6])))
                """));
    }

    @Test
    void tablesHaveARowForEachTrajectoryAndJump() throws IOException {
        Blocks blocks = new Blocks(6, true);
        Path file = written(MODEL, blocks, 20_000, 20_000);
        try (RecordsTable table = RecordsTable.open(file); StringWriter rows = new StringWriter(); StringWriter jumps = new StringWriter()) {
            table.writeTrajectories(rows);
            List<String> lines = rows.toString().lines().toList();
            assertEquals("trajectory,energy.end,energy.start,heat,work,excited,sz,jumps", lines.get(0));
            assertEquals(40_001, lines.size());
            double[] v = blocks.values.get(33_333);
            assertEquals("33333," + v[1] + "," + v[0] + "," + v[3] + "," + v[2] + "," + v[4] + "," + v[5] + "," + (blocks.starts.get(33_334) - blocks.starts.get(33_333)), lines.get(33_334));
            table.writeJumps(jumps);
            List<String> each = jumps.toString().lines().toList();
            assertEquals("trajectory,time,channel,heat", each.get(0));
            assertEquals(blocks.times.size() + 1, each.size());
            int trajectory = 39_999;
            int jump = blocks.starts.get(trajectory).intValue();
            boolean up = blocks.channels.get(jump) == 1;
            assertEquals(trajectory + "," + blocks.times.get(jump) + "," + (up ? "environment.absorption,1.0" : "environment.emission,-1.0"), each.get(jump + 1));
        }
    }

    @Test
    void recordsAreOfOneRun() {
        try (Records records = records(UnaryOperator.identity())) {
            records.begin(plan(MODEL, 10));
            assertThrows(IllegalStateException.class, () -> records.begin(plan(MODEL, 10)));
        }
    }

    private String told(long trajectories) {
        List<String> told = new ArrayList<>();
        try (Records records = Records.in(directory, info("x"), told::add)) {
            records.begin(new RecordPlan(MODEL, QUANTITIES, trajectories, 1, 3));
        }
        return told.get(0);
    }

    /** Seven values of eight bytes and three jumps of twelve for each trajectory. */
    @Test
    void roomIsForecast() {
        assertTrue(told(1 << 20).startsWith("records: up to about 92.0 MiB for 1048576 trajectories, "), told(1 << 20));
        assertFalse(told(1 << 20).endsWith("-o chooses another folder"));
        assertTrue(told(1L << 50).endsWith("the run goes on without records; -o chooses another folder"), told(1L << 50));
    }
}
