package org.unravel.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * A file that {@link BenchmarkRun} wrote.
 *
 * @param presets how much was measured, smallest first; several where files were merged
 * @param date when, UTC: a day, or a day and a time
 * @param commit what was measured
 * @param machine where
 * @param peak highest FMA peak seen, 10⁹ flop per second
 * @param scores all figures
 * @param stepErrors step errors as {@code StepAccuracyBenchmark.Errors} has them: divisions, closure, jumpTime
 */
record ResultFile(SortedSet<Preset> presets, String date, String commit, Machine machine, double peak, List<Score> scores,
        List<Map<String, Double>> stepErrors) {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String TRAJECTORIES = "trajectories";

    /**
     * One benchmark with one set of parameters.
     *
     * @param name class and method
     * @param parameters as strings
     * @param perSecond operations per second of wall time; trajectories per second where it counts them
     * @param cpuShare CPU time over wall time
     * @param peak FMA peak of that moment, 10⁹ flop per second of CPU time
     * @param counters all that it counted, per second of wall time
     * @param iterations the same in each iteration; empty where the file has only their means
     */
    record Score(String name, Map<String, String> parameters, double perSecond, double cpuShare, double peak, Map<String, Double> counters,
            Map<String, double[]> iterations) {

        /** Per second of CPU time. */
        double perCpuSecond() {
            return perSecond / cpuShare;
        }

        boolean is(String wanted, Map<String, String> required) {
            return name.equals(wanted) && parameters.entrySet().containsAll(required.entrySet());
        }

        /**
         * The mean of one counter over that of another with its standard error to first order, from iterations that saw both; NaN from fewer than two
         * (Cochran, Sampling Techniques, chapter 6: ratio estimates).
         */
        double[] ratio(String of, String to) {
            double ratio = counters.get(of) / counters.get(to);
            double[] x = iterations.get(of);
            double[] y = iterations.get(to);
            double squares = 0;
            for (int i = 0; i < x.length; i++) {
                squares += (x[i] - ratio * y[i]) * (x[i] - ratio * y[i]);
            }
            double n = x.length;
            return new double[] {ratio, n < 2 ? Double.NaN : Math.sqrt(squares / (n * (n - 1))) / counters.get(to)};
        }

        private static Score of(JsonNode benchmark) {
            String[] path = benchmark.get("benchmark").asText().split("\\.");
            Map<String, String> parameters = new LinkedHashMap<>();
            benchmark.path("params").forEachEntry((name, value) -> parameters.put(name, value.asText()));
            JsonNode others = benchmark.get("secondaryMetrics");
            JsonNode counted = others.has(TRAJECTORIES) ? others.get(TRAJECTORIES) : benchmark.get("primaryMetric");
            Map<String, Double> counters = new LinkedHashMap<>();
            others.forEachEntry((name, metric) -> counters.put(name, metric.get("score").asDouble()));
            Map<String, double[]> iterations = new LinkedHashMap<>();
            others.forEachEntry((name, metric) -> iterations.put(name, StreamSupport.stream(metric.path("rawData").spliterator(), false)
                    .flatMap(fork -> StreamSupport.stream(fork.spliterator(), false)).mapToDouble(JsonNode::asDouble).toArray()));
            return new Score(path[path.length - 2] + "." + path[path.length - 1], parameters, counted.get("score").asDouble(),
                    others.get(MachineProfiler.CPU_SHARE).get("score").asDouble(), others.get(MachineProfiler.PEAK).get("score").asDouble(), counters,
                    iterations);
        }
    }

    static ResultFile read(Path file) throws IOException {
        JsonNode json = MAPPER.readTree(file.toFile());
        List<Score> scores = new ArrayList<>();
        json.get("benchmarks").forEach(b -> scores.add(Score.of(b)));
        List<Map<String, Double>> errors = new ArrayList<>();
        for (JsonNode error : json.get("step_errors")) {
            Map<String, Double> entries = new LinkedHashMap<>();
            error.forEachEntry((name, value) -> entries.put(name, value.asDouble()));
            errors.add(entries);
        }
        JsonNode peaks = json.get("fma_peak_gigaflops");
        double peak = scores.stream().mapToDouble(Score::peak).reduce(Math.max(peaks.get("before").asDouble(),
                peaks.get("after").asDouble()), Math::max);
        return new ResultFile(new TreeSet<>(Set.of(Preset.valueOf(json.get("preset").asText().toUpperCase(Locale.ROOT)))), json.get("date").asText(),
                json.get("commit").asText(), MAPPER.treeToValue(json.get("machine"), Machine.class), peak, scores, errors);
    }

    /** The files of every Java version as one, by version: of each benchmark the newest figures of its largest preset count. */
    static List<ResultFile> best(Path folder) throws IOException {
        List<ResultFile> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                all.add(read(file));
            }
        }
        all.sort(Comparator.comparing((ResultFile r) -> r.presets.last()).thenComparing(ResultFile::date));
        Map<Integer, ResultFile> byVersion = new TreeMap<>();
        all.forEach(r -> byVersion.merge(r.java(), r, ResultFile::updated));
        return List.copyOf(byVersion.values());
    }

    /** These figures and in their place those of a run that is newer or of a larger preset. */
    private ResultFile updated(ResultFile newer) {
        Map<List<Object>, Score> merged = new LinkedHashMap<>();
        Stream.concat(scores.stream(), newer.scores.stream()).forEach(s -> merged.put(List.of(s.name(), s.parameters()), s));
        SortedSet<Preset> all = new TreeSet<>(presets);
        all.addAll(newer.presets);
        String commits = commit.contains(newer.commit) ? commit : commit + " and " + newer.commit;
        return new ResultFile(all, newer.date, commits, newer.machine, Math.max(peak, newer.peak), List.copyOf(merged.values()),
                newer.stepErrors.isEmpty() ? stepErrors : newer.stepErrors);
    }

    /** Feature version of Java. */
    int java() {
        return Runtime.Version.parse(machine.jdk()).feature();
    }

    /** The scores of a benchmark with these parameters, in the order of the file. */
    List<Score> scores(String name, Map<String, String> parameters) {
        return scores.stream().filter(s -> s.is(name, parameters)).toList();
    }
}
