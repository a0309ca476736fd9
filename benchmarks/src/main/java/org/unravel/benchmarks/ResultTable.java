package org.unravel.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Puts the results as Markdown tables between the markers of text files.
 *
 * <p>Arguments: folder of result files, then the files to change.
 */
public final class ResultTable {

    private static final String BEGIN = "<!-- benchmarks:begin -->";
    private static final String WORKLOAD = "workload";
    private static final String END = "<!-- benchmarks:end -->";
    private static final List<String> WORKLOADS = List.of("w1", "w2", "w3", "w4", "w5", "w6", "w7", "w8");
    /** QuTiP 5.3.1 {@code mcsolve}, its best method, one process, on another machine: trajectories per second with observables only. */
    private static final Map<String, String> QUTIP = Map.of("w1", "815", "w2", "239", "w3", "564", "w4", "540", "w5", "35", "w6", "277");
    private static final double GIGA = 1e9;
    private static final int DAY = "2026-01-01".length();
    private static final int LANES = 64;

    private final List<ResultFile> results;
    private final StringBuilder text = new StringBuilder();

    private ResultTable(List<ResultFile> results) {
        this.results = results;
    }

    /** See the class. */
    public static void main(String[] arguments) throws IOException {
        String text = new ResultTable(ResultFile.best(Path.of(arguments[0]))).text();
        for (int i = 1; i < arguments.length; i++) {
            Path file = Path.of(arguments[i]);
            String old = Files.readString(file);
            int begin = old.indexOf(BEGIN);
            int end = old.indexOf(END);
            if (begin < 0 || end < begin) {
                throw new IllegalArgumentException("expected the lines " + BEGIN + " and " + END + " in " + file);
            }
            Files.writeString(file, old.substring(0, begin + BEGIN.length()) + "\n" + text + old.substring(end));
        }
    }

    private String text() {
        for (ResultFile r : results) {
            line("JDK %d: %s, %d cores, commit %s, %s, preset %s, FMA peak of one thread %.0f GF/s.  ", r.java(), r.machine().cpu(),
                    r.machine().cores(), r.commit(), r.date().substring(0, DAY), presets(r), r.peak());
        }
        workloads();
        engines();
        pairs("measurements at both ends", "TwoPointBenchmark.pair");
        pairs("records of every trajectory, with the thread that writes them", "RecordsBenchmark.pair");
        products();
        return text.toString();
    }

    private static String presets(ResultFile result) {
        return result.presets().stream().map(p -> p.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(" and "));
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private void row(String first, List<String> cells) {
        line("| %s | %s |", first, String.join(" | ", cells));
    }

    private void header(String first, List<String> cells) {
        row(first, cells);
        row("---", cells.stream().map(c -> "---:").toList());
    }

    private void workloads() {
        line("%nTrajectories per second with the full ledger at every grid time:%n");
        List<String> titles = new ArrayList<>();
        results.forEach(r -> titles.addAll(List.of("JDK " + r.java() + ", one thread", "JDK " + r.java() + ", two threads")));
        titles.add("QuTiP 5.3.1, observables only");
        header(WORKLOAD, titles);
        for (String workload : WORKLOADS) {
            List<String> cells = new ArrayList<>();
            for (ResultFile r : results) {
                cells.add(oneThread(r, workload));
                cells.add(twoThreads(r, workload));
            }
            cells.add(QUTIP.getOrDefault(workload, ""));
            if (cells.stream().anyMatch(c -> !c.isEmpty())) {
                row(workload, cells);
            }
        }
    }

    /** Per second of CPU time. */
    private static String oneThread(ResultFile result, String workload) {
        return oneThread(result, "WorkloadBenchmark.sampling", Map.of(WORKLOAD, workload));
    }

    private static String oneThread(ResultFile result, String benchmark, Map<String, String> parameters) {
        return result.scores(benchmark, parameters).stream()
                .map(s -> count(s.perCpuSecond())).findFirst().orElse("");
    }

    /** Per second of wall time, and how many cores the run had on average. */
    private static String twoThreads(ResultFile result, String workload) {
        return result.scores("ParallelWorkloadBenchmark.sampling", Map.of(WORKLOAD, workload)).stream()
                .map(s -> String.format(Locale.ROOT, "%s (%.1f cores)", count(s.perSecond()), s.cpuShare())).findFirst().orElse("");
    }

    private void engines() {
        line("%nThe same on each engine that takes the workload, one thread, with all curves and with none but the distributions:%n");
        List<String> titles = new ArrayList<>();
        results.forEach(r -> titles.addAll(List.of("JDK " + r.java() + ", all curves", "JDK " + r.java() + ", no curves")));
        header("workload and engine", titles);
        TreeSet<String> runs = results.stream().flatMap(r -> r.scores("EngineBenchmark.sampling", Map.of()).stream())
                .map(s -> s.parameters().get("run")).collect(Collectors.toCollection(TreeSet::new));
        for (String run : runs) {
            row(run, results.stream().flatMap(r -> List.of("all", "none").stream()
                    .map(curves -> oneThread(r, "EngineBenchmark.sampling", Map.of("run", run, "curves", curves)))).toList());
        }
    }

    /** A table of the workloads that were measured; none where nothing was. */
    private void pairs(String what, String benchmark) {
        List<String> measured = WORKLOADS.stream().filter(w -> results.stream().anyMatch(r -> !r.scores(benchmark, Map.of(WORKLOAD, w)).isEmpty())).toList();
        if (measured.isEmpty()) {
            return;
        }
        line("%nTrajectories per second of CPU time without and with %s, in turn, full ledger, one thread:%n", what);
        List<String> titles = new ArrayList<>();
        results.forEach(r -> titles.addAll(List.of("JDK " + r.java() + ", without", "JDK " + r.java() + ", with", "cost")));
        header(WORKLOAD, titles);
        for (String workload : measured) {
            row(workload, results.stream().flatMap(r -> pair(r, benchmark, workload).stream()).toList());
        }
    }

    private static List<String> pair(ResultFile result, String benchmark, String workload) {
        return result.scores(benchmark, Map.of(WORKLOAD, workload)).stream().findFirst().map(s -> {
            double without = s.counters().get("cpuWithout");
            double with = s.counters().get("cpuWith");
            return List.of(count(s.perSecond() / without), count(s.perSecond() / with), cost(s.ratio("cpuWith", "cpuWithout")));
        }).orElse(List.of("", "", ""));
    }

    private static String cost(double[] ratio) {
        String error = Double.isNaN(ratio[1]) ? "" : String.format(Locale.ROOT, " ± %.0f", 100 * ratio[1]);
        return String.format(Locale.ROOT, "%.0f%s %%", 100 * (ratio[0] - 1), error);
    }

    private static String count(double value) {
        if (value >= 1e6) {
            return String.format(Locale.ROOT, "%.2f M", value * 1e-6);
        }
        return value >= 1e4 ? String.format(Locale.ROOT, "%.0f k", value * 1e-3) : String.format(Locale.ROOT, "%.0f", value);
    }

    private void products() {
        line("%nComplex matrix times %d lanes, GF/s per thread (8 flop per complex multiply-add) and share of the FMA peak of that moment:%n", LANES);
        TreeSet<Integer> dimensions = results.stream().flatMap(r -> r.scores("LaneKernelBenchmark.multiply", Map.of()).stream())
                .map(s -> Integer.valueOf(s.parameters().get("dimension"))).collect(Collectors.toCollection(TreeSet::new));
        header("kernel", dimensions.stream().map(d -> "D = " + d).toList());
        for (String kernel : List.of("vector", "plain")) {
            for (ResultFile r : results) {
                row(kernel + ", JDK " + r.java(), dimensions.stream().map(d -> product(r, kernel, d)).toList());
            }
        }
    }

    private static String product(ResultFile result, String kernel, int dimension) {
        return result.scores("LaneKernelBenchmark.multiply", Map.of("kernel", kernel, "dimension", Integer.toString(dimension))).stream()
                .map(s -> {
                    double gigaflops = gigaflops(s, dimension);
                    return String.format(Locale.ROOT, "%.0f (%.0f %%)", gigaflops, 100 * gigaflops / s.peak());
                })
                .findFirst().orElse("");
    }

    /** Of a product: 8 flop for each of D² entries and 64 lanes. */
    static double gigaflops(ResultFile.Score product, int dimension) {
        return 8.0 * dimension * dimension * LANES * product.perCpuSecond() / GIGA;
    }
}
