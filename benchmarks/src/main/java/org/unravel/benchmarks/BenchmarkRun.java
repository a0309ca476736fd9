package org.unravel.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.unravel.engine.StepAccuracyBenchmark;

/**
 * Runs all benchmarks, or those of a pattern, and writes one result file: the JMH results, the machine, the commit, the errors of the steps.
 *
 * <p>Arguments: preset, commit, result file, [pattern of benchmark names].
 */
public final class BenchmarkRun {

    /** Paths and command lines of the machine that measured. */
    private static final List<String> LEFT_OUT = List.of("jvm", "jvmArgs");
    private static final int PEAK_SAMPLES = 31;

    private final ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private BenchmarkRun() {
    }

    /** See the class. */
    public static void main(String[] arguments) throws IOException, RunnerException {
        if (arguments.length < 3) {
            throw new IllegalArgumentException("expected preset, commit and result file, found " + arguments.length + " arguments");
        }
        Preset preset = Preset.valueOf(arguments[0].toUpperCase(Locale.ROOT));
        new BenchmarkRun().run(preset, arguments[1], Path.of(arguments[2]), arguments.length > 3 ? arguments[3] : ".*");
    }

    private void run(Preset preset, String commit, Path file, String pattern) throws IOException, RunnerException {
        ObjectNode result = mapper.createObjectNode();
        result.put("date", LocalDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES).toString()).put("preset", preset.name().toLowerCase(Locale.ROOT));
        result.put("commit", commit).set("machine", mapper.valueToTree(Machine.here()));
        double loadBefore = load();
        double before = medianPeak();
        JsonNode benchmarks = measured(preset, pattern);
        result.putObject("fma_peak_gigaflops").put("before", before).put("after", medianPeak());
        result.putObject("load_average").put("before", loadBefore).put("after", load());
        result.set("step_errors", mapper.valueToTree(preset == Preset.SMOKE ? List.of() : StepAccuracyBenchmark.errors()));
        result.set("benchmarks", benchmarks);
        Files.writeString(file, mapper.writeValueAsString(result) + "\n");
    }

    private JsonNode measured(Preset preset, String pattern) throws IOException, RunnerException {
        Path raw = Files.createTempFile("jmh", ".json");
        try {
            ChainedOptionsBuilder options = new OptionsBuilder().include(pattern).addProfiler(MachineProfiler.class)
                    .shouldFailOnError(true).resultFormat(ResultFormatType.JSON).result(raw.toString());
            preset.applyTo(options);
            if (new Runner(options.build()).run().isEmpty()) {
                throw new IllegalArgumentException("expected a pattern of benchmark names, found " + pattern);
            }
            JsonNode benchmarks = mapper.readTree(raw.toFile());
            benchmarks.forEach(b -> strip((ObjectNode) b));
            return benchmarks;
        } finally {
            Files.delete(raw);
        }
    }

    private static void strip(ObjectNode benchmark) {
        benchmark.remove(LEFT_OUT);
        strip(benchmark.get("primaryMetric"));
        benchmark.get("secondaryMetrics").forEach(BenchmarkRun::strip);
    }

    /** Percentiles follow from the raw data. */
    private static void strip(JsonNode metric) {
        ((ObjectNode) metric).remove("scorePercentiles");
    }

    /** Programs that wanted to run in the last minute, these benchmarks among them; negative where the system does not say. */
    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static double medianPeak() {
        FmaPeak peak = new FmaPeak();
        double[] all = new double[PEAK_SAMPLES];
        Arrays.setAll(all, i -> peak.gigaflops());
        Arrays.sort(all);
        return all[PEAK_SAMPLES / 2];
    }
}
