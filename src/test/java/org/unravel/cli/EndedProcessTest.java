package org.unravel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is ended leaves nothing, the run that was there, or a whole one; and a folder is one process's at a time. */
class EndedProcessTest {

    private static final int MOMENTS = 6;
    private static final int LATEST_MILLIS = 5000;

    private static Process start(Path directory, Path log, String... words) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String[] command = Stream.concat(Stream.of(java, "-cp", System.getProperty("java.class.path"), Unravel.class.getName(), "run"),
                Stream.concat(Stream.of(words), Stream.of("-o", directory.toString()))).toArray(String[]::new);
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    }

    private static Set<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(f -> f.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static JsonNode summary(Path directory) throws IOException {
        return new ObjectMapper().readTree(directory.resolve("summary.json").toFile());
    }

    private static void assertWhole(Path directory, String log) throws IOException {
        Set<String> listed = new TreeSet<>();
        summary(directory).get("files").forEach(name -> listed.add(name.asText().replaceAll("/.*", "")));
        assertEquals(listed, names(directory), log);
    }

    /** Whichever moments a machine makes of these: every one must do. */
    @Test
    void endedAtAnyMoment(@TempDir Path folder) throws IOException, InterruptedException {
        SplittableRandom random = new SplittableRandom(12);
        Path log = folder.resolve("log");
        for (int i = 0; i < MOMENTS; i++) {
            Path directory = folder.resolve("run" + i);
            boolean hasEarlier = i % 2 == 1;
            if (hasEarlier) {
                assertEquals(0, start(directory, log, "spontaneous-emission", "-n", "100", "--exact", "off").waitFor(), () -> text(log));
            }
            Process process = start(directory, log, "ising-chain", "-p", "N=5", "-n", "1e7");
            process.waitFor(random.nextInt(LATEST_MILLIS), TimeUnit.MILLISECONDS);
            process.destroy();
            process.waitFor();
            assertEquals(hasEarlier || Files.exists(directory), Files.exists(directory));
            if (Files.exists(directory)) {
                assertWhole(directory, text(log));
                boolean isNew = summary(directory).get("model").get("name").asText().equals("ising-chain");
                assertTrue(isNew || hasEarlier, text(log));
                assertEquals(isNew ? "interrupted" : "all trajectories done", summary(directory).get("stopped").asText());
            }
        }
    }

    private static String text(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.getMessage();
        }
    }

    /** A process that is told to end as soon as something is finished. */
    static final class EndsItself {

        private EndsItself() {
        }

        /** Runs the program; the first progress, or with the property {@code late} the table of means, ends the process as a signal would. */
        public static void main(String[] arguments) {
            boolean isLate = Boolean.getBoolean("late");
            Thread end = new Thread(() -> System.exit(143));
            PrintWriter out = new PrintWriter(System.out, true) {
                @Override
                public void println(String line) {
                    super.println(line);
                    if (isLate && line.startsWith("64 trajectories") && end.getState() == Thread.State.NEW) {
                        end.start();
                    }
                }
            };
            System.exit(Unravel.execute(arguments, out, out, task -> new ProgressDisplay() {
                @Override
                public void advanced(long doneTrajectories, long totalTrajectories) {
                    if (doneTrajectories > 0 && !isLate && end.getState() == Thread.State.NEW) {
                        end.start();
                    }
                }

                @Override
                public void close() {
                    // nothing is open
                }
            }));
        }
    }

    private static void assertHasFigures(Path directory, String log) throws IOException {
        Set<String> figures = names(directory.resolve("figures"));
        assertTrue(figures.containsAll(Set.of("first-law.svg", "trajectory-0.svg", "overview.svg")), log + figures);
        Set<String> listed = new TreeSet<>();
        summary(directory).get("files").forEach(name -> listed.add(name.asText()));
        assertEquals(figures, listed.stream().filter(f -> f.startsWith("figures/")).map(f -> f.substring("figures/".length())).collect(Collectors.toSet()), log);
        assertTrue(Files.readString(directory.resolve("figures/first-law.svg")).endsWith("</svg>"), log);
    }

    /** The exact side of this model takes minutes. */
    @Test
    void whatIsSampledIsWrittenWhenTheExactSideIsNotWaitedFor(@TempDir Path folder) throws IOException, InterruptedException {
        Path directory = folder.resolve("run");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(java, "-Dlate=true", "-cp", System.getProperty("java.class.path"), EndsItself.class.getName(), "run", "ising-chain", "-p", "N=7",
                "-n", "64", "--exact", "on", "--figures", "svg", "-o", directory.toString()).redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile()).start();
        assertEquals(143, process.waitFor(), () -> text(folder.resolve("log")));
        assertWhole(directory, text(folder.resolve("log")));
        assertHasFigures(directory, text(folder.resolve("log")));
        assertTrue(text(folder.resolve("log")).contains("interrupted: all 64 trajectories are done and written, nothing is judged"), text(folder.resolve("log")));
        assertEquals(64, summary(directory).get("trajectories").asLong());
        JsonNode exact = summary(directory).get("exact");
        JsonNode distribution = summary(directory).get("exact_distributions").get("heat.counted");
        assertEquals(exact.get("computed").asBoolean() ? "the run was interrupted" : "the run was interrupted before the exact side was computed",
                (exact.get("computed").asBoolean() ? distribution : exact).get("reason").asText());
    }

    /** An earlier run of more trajectories stays, and the one that was ended early is beside it. */
    @Test
    void aLargerRunIsNotReplacedByOneThatIsEnded(@TempDir Path folder) throws IOException, InterruptedException {
        Path directory = folder.resolve("run");
        Path log = folder.resolve("log");
        assertEquals(0, start(directory, log, "spontaneous-emission", "-n", "10000000", "--exact", "off", "--curves", "none").waitFor(), () -> text(log));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), EndsItself.class.getName(), "run", "thermal-qubit", "-n", "1e9", "--exact", "off",
                "-o", directory.toString()).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        assertEquals(143, process.waitFor(), () -> text(log));
        assertEquals(10_000_000, summary(directory).get("trajectories").asLong());
        Path beside = Path.of(text(log).lines().filter(l -> l.startsWith("files: ")).findFirst().orElseThrow().substring(7));
        assertTrue(beside.getFileName().toString().equals("run-interrupted"), text(log));
        assertWhole(beside, text(log));
        assertTrue(text(log).contains("will replace the run of 10000000 trajectories of spontaneous-emission"), text(log));
    }

    /** As soon as something is finished it is not lost. */
    @Test
    void whatIsFinishedIsWritten(@TempDir Path folder) throws IOException, InterruptedException {
        Path directory = folder.resolve("run");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), EndsItself.class.getName(), "run", "thermal-qubit", "-n", "1e9", "--exact", "off",
                "--figures", "svg", "-o", directory.toString()).redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile()).start();
        assertEquals(143, process.waitFor(), () -> text(folder.resolve("log")));
        assertWhole(directory, text(folder.resolve("log")));
        assertHasFigures(directory, text(folder.resolve("log")));
        assertTrue(text(folder.resolve("log")).contains(" of 1000000000 trajectories are done and written"), text(folder.resolve("log")));
        assertTrue(summary(directory).get("trajectories").asLong() > 0);
    }

    @Test
    void twoRunsInOneFolderAreRefused(@TempDir Path folder) throws IOException, InterruptedException {
        Path directory = folder.resolve("run");
        try (OutputDirectory mine = OutputDirectory.open(directory, Set.of())) {
            InputException here = assertThrows(InputException.class, () -> OutputDirectory.open(directory, Set.of()));
            assertTrue(here.getMessage().contains("no other run is writing to"), here.getMessage());
            Process other = start(directory, folder.resolve("log"), "spontaneous-emission", "-n", "10", "--exact", "off");
            assertEquals(ExitCode.WRONG_INPUT, other.waitFor(), () -> text(folder.resolve("log")));
            assertFalse(Files.exists(directory));
            assertTrue(text(folder.resolve("log")).contains("no other run is writing to"), text(folder.resolve("log")));
            assertEquals(directory, mine.path());
        }
        OutputDirectory.open(directory, Set.of()).close();
        assertFalse(Files.exists(directory), "nothing was written");
    }

    /** What a process that was killed has left half-written is removed by the next one. */
    @Test
    void partsOfADeadProcessAreRemoved(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve(".curves.csv.1.part"), "t,ener");
        try (OutputDirectory output = OutputDirectory.open(directory, Set.of())) {
            output.make();
        }
        assertEquals(Set.of(), names(directory));
    }

    /** What a comparison has sampled is written with its own number of trajectories, and nothing is judged. */
    @Test
    void aComparisonThatIsEndedKeepsWhatIsSampled(@TempDir Path folder) throws IOException, InterruptedException {
        Path directory = folder.resolve("compare");
        Path log = folder.resolve("log");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), EndsItself.class.getName(), "compare", "thermal-qubit", "-n", "1e8", "-o", directory.toString())
                .redirectErrorStream(true).redirectOutput(log.toFile()).start();
        assertEquals(143, process.waitFor(), () -> text(log));
        JsonNode index = new ObjectMapper().readTree(directory.resolve("compare.json").toFile());
        Set<String> listed = new TreeSet<>();
        index.get("files").forEach(name -> listed.add(name.asText()));
        assertEquals(listed, names(directory), text(log));
        long done = index.get("trajectories").asLong();
        assertTrue(done > 0 && done < 100_000_000 && text(log).contains("interrupted: " + done + " of 100000000 trajectories are done and written, nothing is judged"), text(log));
        assertEquals("interrupted", index.get("stopped").asText());
        assertTrue(index.get("validation").isNull());
    }
}
