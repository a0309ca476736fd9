package org.unravel.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import org.unravel.print.Format;

/**
 * Draws the results.
 *
 * <p>Arguments: folder of result files, folder of the figures, [svg|png].
 */
public final class ResultPlots {

    private static final String DIMENSION = "dimension";

    private final List<ResultFile> results;
    private final Path folder;
    private final Format format;

    private ResultPlots(List<ResultFile> results, Path folder, Format format) {
        this.results = results;
        this.folder = folder;
        this.format = format;
    }

    /** See the class. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[1]);
        Files.createDirectories(folder);
        Format format = arguments.length > 2 ? Format.valueOf(arguments[2].toUpperCase(Locale.ROOT)) : Format.SVG;
        ResultPlots plots = new ResultPlots(ResultFile.best(Path.of(arguments[0])), folder, format);
        plots.throughput();
        plots.product();
        plots.errors();
        plots.cost();
    }

    private static void add(ResultChart chart, String name, List<ResultFile.Score> scores, ToDoubleFunction<ResultFile.Score> value) {
        chart.add(name, scores.stream().mapToDouble(s -> Double.parseDouble(s.parameters().get(DIMENSION))).toArray(), scores.stream().mapToDouble(value).toArray());
    }

    private void throughput() throws IOException {
        ResultChart chart = new ResultChart("Throughput against dimension, one thread, full ledger", ResultAxis.powersOfTwo("dimension D"),
                ResultAxis.decades("trajectories per second of CPU time"));
        Map<String, String> families = Map.of("oscillator", "one block of D", "cavity", "blocks of two");
        for (String family : List.of("cavity", "oscillator")) {
            for (ResultFile r : results) {
                add(chart, families.get(family) + ", JDK " + r.java(), r.scores("DimensionBenchmark.sampling", Map.of("family", family)), ResultFile.Score::perCpuSecond);
            }
        }
        write(chart, "throughput");
    }

    private void product() throws IOException {
        ResultChart chart = new ResultChart("Complex matrix times 64 lanes, one thread", ResultAxis.powersOfTwo("dimension D"), ResultAxis.linear("per cent of the FMA peak", 100));
        for (String kernel : List.of("vector", "plain")) {
            for (ResultFile r : results) {
                add(chart, kernel + ", JDK " + r.java(), r.scores("LaneKernelBenchmark.multiply", Map.of("kernel", kernel)),
                        s -> 100 * ResultTable.gigaflops(s, Integer.parseInt(s.parameters().get(DIMENSION))) / s.peak());
            }
        }
        write(chart, "product");
    }

    /** Errors are those of the first file: they do not depend on the machine. */
    private List<Map<String, Double>> stepErrors() {
        return results.isEmpty() ? List.of() : results.get(0).stepErrors();
    }

    private static double[] column(List<Map<String, Double>> errors, String name) {
        return errors.stream().mapToDouble(e -> e.get(name)).toArray();
    }

    private void errors() throws IOException {
        List<Map<String, Double>> errors = stepErrors();
        ResultChart chart = new ResultChart("Errors of the grid engine, driven qubit (w2)", ResultAxis.powersOfTwo("steps per unit of time"), ResultAxis.decades("largest error of 4096 trajectories"));
        double[] steps = column(errors, "divisions");
        double[] closure = column(errors, "closure");
        chart.add("closure (energy)", steps, closure);
        chart.add("jump time", steps, column(errors, "jumpTime"));
        double[] guideSteps = {steps[0], steps[steps.length / 2]};
        chart.addGuide("order 10", guideSteps, new double[] {closure[0], closure[0] * Math.pow(guideSteps[0] / guideSteps[1], 10)});
        write(chart, "accuracy");
    }

    private void cost() throws IOException {
        double[] closure = column(stepErrors(), "closure");
        ResultChart chart = new ResultChart("Cost against accuracy, driven qubit (w2)", ResultAxis.decades("closure error (unit of energy)"),
                ResultAxis.linear("CPU time of a trajectory in microseconds", Double.NaN));
        for (ResultFile r : results) {
            List<ResultFile.Score> scores = r.scores("StepAccuracyBenchmark.sampling", Map.of());
            if (scores.size() == closure.length) {
                chart.add("JDK " + r.java(), closure, scores.stream().mapToDouble(s -> 1e6 / s.perCpuSecond()).toArray());
            }
        }
        write(chart, "cost");
    }

    private void write(ResultChart chart, String name) throws IOException {
        try (OutputStream out = Files.newOutputStream(folder.resolve(name + "." + format.word()))) {
            chart.picture(name).write(format, out);
        }
    }
}
