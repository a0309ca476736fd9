package org.unravel.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables in the README say what the result files say. */
class ResultTableTest {

    private static final String TEXT = "before\n<!-- benchmarks:begin -->\nold\n<!-- benchmarks:end -->\nafter\n";

    @TempDir
    private Path folder;

    /** A result of one product, two workload runs and a pair without and with measurements; the peak of the moment is 80 GF/s, half of the time went to others. */
    private void result(String name, String preset, String date, String jdk, double products) throws IOException {
        String metrics = "\"secondaryMetrics\": {\"%s\": {\"score\": 0.5}, \"%s\": {\"score\": 80}}".formatted(MachineProfiler.CPU_SHARE,
                MachineProfiler.PEAK);
        String counted = metrics.replace("Metrics\": {", "Metrics\": {\"trajectories\": {\"score\": 625000}, ");
        String json = """
                {"preset": "%s", "date": "%s", "commit": "abc",
                 "machine": {"cpu": "any", "cores": 2, "system": "any", "jdk": "%s", "vm": "any"},
                 "fma_peak_gigaflops": {"before": 70, "after": 90}, "step_errors": [],
                 "benchmarks": [
                  {"benchmark": "org.unravel.engine.lane.LaneKernelBenchmark.multiply", "params": {"dimension": "8", "kernel": "vector"},
                   "primaryMetric": {"score": %s}, %s},
                  {"benchmark": "org.unravel.benchmarks.WorkloadBenchmark.sampling", "params": {"workload": "w1"},
                   "primaryMetric": {"score": 3}, %s},
                  {"benchmark": "org.unravel.benchmarks.ParallelWorkloadBenchmark.sampling", "params": {"workload": "w2"},
                   "primaryMetric": {"score": 3}, %s},
                  {"benchmark": "org.unravel.benchmarks.TwoPointBenchmark.pair", "params": {"workload": "w3"},
                   "primaryMetric": {"score": 1}, %s}]}
                """.formatted(preset, date, jdk, products, metrics, counted, counted,
                counted.replace("{\"trajectories\"", "{\"cpuWithout\": {\"score\": 0.4}, \"cpuWith\": {\"score\": 0.5}, \"trajectories\""));
        Files.writeString(folder.resolve(name), json);
    }

    private List<String> table() throws IOException {
        Path text = folder.resolve("README.md");
        Files.writeString(text, TEXT);
        ResultTable.main(new String[] {folder.toString(), text.toString()});
        return Files.readAllLines(text);
    }

    @Test
    void figuresAreThoseOfTheResultFile() throws IOException {
        result("a.json", "quick", "2026-01-01", "17.0.1", 1e6);
        List<String> lines = table();
        assertEquals("before", lines.get(0));
        assertEquals("after", lines.get(lines.size() - 1));
        assertTrue(lines.stream().noneMatch("old"::equals));
        assertTrue(lines.contains("JDK 17: any, 2 cores, commit abc, 2026-01-01, preset quick, FMA peak of one thread 90 GF/s.  "));
        // 625 000 trajectories per second of wall time on half a core are 1.25 million per second of CPU time.
        assertTrue(lines.contains("| w1 | 1.25 M |  | 815 |"), String.join("\n", lines));
        assertTrue(lines.contains("| w2 |  | 625 k (0.5 cores) | 239 |"));
        // 625 000 trajectories in 0.4 and 0.5 seconds of CPU time
        assertTrue(lines.contains("| w3 | 1.56 M | 1.25 M | 25 % |"));
        // 10^6 products of 8 · 8² · 64 flop per second on half a core: 65.5 GF/s of CPU time.
        assertTrue(lines.contains("| vector, JDK 17 | 66 (82 %) |"));
        assertTrue(lines.contains("| plain, JDK 17 |  |"));
    }

    /** Ratios of 1.2 and 1.3 about 1.25: residuals ∓0.02 of a mean of 0.4, √(2 · 0.02²/2)/0.4 = 5 %. */
    @Test
    void aCostHasTheErrorOfItsIterations() throws IOException {
        result("a.json", "quick", "2026-01-01", "17.0.1", 1e6);
        Path file = folder.resolve("a.json");
        Files.writeString(file, Files.readString(file).replace("\"cpuWithout\": {", "\"cpuWithout\": {\"rawData\": [[0.4], [0.4]], ")
                .replace("\"cpuWith\": {", "\"cpuWith\": {\"rawData\": [[0.48], [0.52]], "));
        assertTrue(table().contains("| w3 | 1.56 M | 1.25 M | 25 ± 5 % |"), String.join("\n", table()));
    }

    @Test
    void aNewerRunOfOneBenchmarkLeavesTheOthers() throws IOException {
        result("a.json", "quick", "2026-01-01", "17.0.1", 1e6);
        Path part = folder.resolve("b.json");
        result("b.json", "quick", "2026-01-01T10:00", "17.0.1", 0.5e6);
        Files.writeString(part, Files.readString(part).replace("abc", "def").replaceAll("(?s),\\s*\\{\"benchmark\": \"org.unravel.benchmarks.*", "]}"));
        List<String> lines = table();
        assertTrue(lines.contains("JDK 17: any, 2 cores, commit abc and def, 2026-01-01, preset quick, FMA peak of one thread 90 GF/s.  "), String.join("\n", lines));
        assertTrue(lines.contains("| vector, JDK 17 | 33 (41 %) |"));
        assertTrue(lines.contains("| w1 | 1.25 M |  | 815 |"));
    }

    @Test
    void ofEachJavaTheLargestPresetAndThenTheNewestFileCounts() throws IOException {
        result("a.json", "standard", "2026-01-01", "17.0.1", 1e6);
        result("b.json", "standard", "2026-01-02", "17.0.2", 0.5e6);
        result("c.json", "quick", "2026-01-03", "17.0.3", 0.25e6);
        result("d.json", "quick", "2026-01-03", "25.0.1", 0.75e6);
        List<String> lines = table();
        assertTrue(lines.contains("| vector, JDK 17 | 33 (41 %) |"), String.join("\n", lines));
        assertTrue(lines.contains("| vector, JDK 25 | 49 (61 %) |"));
    }

    @Test
    void aFileWithoutMarkersIsRefusedAndLeftAlone() throws IOException {
        result("a.json", "quick", "2026-01-01", "17.0.1", 1e6);
        Path text = folder.resolve("README.md");
        Files.writeString(text, "nothing");
        String[] arguments = {folder.toString(), text.toString()};
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> ResultTable.main(arguments));
        assertEquals("expected the lines <!-- benchmarks:begin --> and <!-- benchmarks:end --> in " + text, refused.getMessage());
        assertEquals("nothing", Files.readString(text));
    }
}
