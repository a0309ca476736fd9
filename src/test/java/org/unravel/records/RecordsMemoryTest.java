package org.unravel.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unravel.engine.EngineChoice;
import org.unravel.ensemble.RecordPlan;
import org.unravel.ensemble.RecordSink;
import org.unravel.ensemble.RunPlan;
import org.unravel.ensemble.TrajectoryRecords;
import org.unravel.model.Model;
import org.unravel.modelfile.ModelReader;
import org.unravel.output.RunInfo;
import org.unravel.run.ExactChoice;
import org.unravel.run.Run;
import org.unravel.trajectory.Recording;

/** A run keeps records in less memory than the records take: in a Java of its own, whose memory is smaller than they are. */
class RecordsMemoryTest {

    /** Their records take some 47 MiB. */
    private static final int COUNT = 400_000;
    /** Memory of the run in MiB; 16 are enough for it. */
    private static final int ALLOWED = 24;
    private static final int MEBIBYTE = 1 << 20;
    /** What Java ends with that has no memory left, where it is asked to end then. */
    private static final int NO_MEMORY = 3;

    @TempDir
    private Path directory;

    /** A sink that forgets nothing. */
    private record Leak(Records records, List<TrajectoryRecords> kept) implements RecordSink {

        @Override
        public void begin(RecordPlan plan) {
            records.begin(plan);
        }

        @Override
        public void take(TrajectoryRecords block) {
            kept.add(block);
            records.take(block);
        }
    }

    /** A run in a Java of its own: a file, and whether blocks are kept. */
    public static final class Program {

        private Program() {
        }

        /** See the class. */
        public static void main(String[] arguments) {
            Model model = ModelReader.read("thermal-qubit", Map.of());
            RunPlan plan = new RunPlan(COUNT, 1, 2, EngineChoice.AUTO, Recording.none());
            Path file = Path.of(arguments[0]);
            try (Records records = Records.at(file, RunInfo.ofProgram("thermal-qubit"))) {
                RecordSink sink = arguments.length > 1 ? new Leak(records, new ArrayList<>()) : records;
                Run.of(model).with(plan.withRecords(sink)).with(ExactChoice.OFF).execute();
                records.moveTo(file);
                records.failure().ifPresent(e -> {
                    throw new IllegalStateException(e);
                });
            }
        }
    }

    private int end(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx" + ALLOWED + "m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError",
                "--add-modules", "jdk.incubator.vector", Program.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(directory.resolve("printed").toFile());
        builder.environment().put("CLASSPATH", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        Process process = builder.start();
        assertTrue(process.waitFor(10, TimeUnit.MINUTES), "the run has not ended");
        return process.exitValue();
    }

    private long bytes(Path file) throws IOException {
        try (RecordsReader reader = RecordsReader.open(file)) {
            long bytes = 0;
            for (String group : List.of(RecordsWriter.TRAJECTORIES, RecordsWriter.OBSERVABLES, RecordsWriter.JUMPS)) {
                for (var data : reader.datasets(group).values()) {
                    bytes += data.getSizeInBytes();
                }
            }
            return bytes;
        }
    }

    @Test
    void recordsDoNotHaveToFitIntoTheMemory() throws IOException, InterruptedException {
        Path file = directory.resolve("records.h5");
        assertEquals(0, end(file.toString()), this::printed);
        long bytes = bytes(file);
        assertTrue(bytes > 1.8 * ALLOWED * MEBIBYTE, bytes + " bytes of records show nothing");
        // the same run that keeps what it has written must not get through
        assertEquals(NO_MEMORY, end(file.toString(), "leak"), this::printed);
        assertTrue(printed().contains("OutOfMemoryError"), printed());
    }

    private String printed() {
        try {
            return Files.readString(directory.resolve("printed"));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
