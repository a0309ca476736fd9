package org.unravel.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Draws the results.
 *
 * <p>Arguments: folder of result files, folder of the figures, [svg|png].
 */
public final class ResultPlots {

    private static final int WIDTH = 760;
    private static final int HEIGHT = 460;

    private final List<ResultFile> results;
    private final Path folder;
    private final String format;

    private ResultPlots(List<ResultFile> results, Path folder, String format) {
        this.results = results;
        this.folder = folder;
        this.format = format;
    }

    /** See the class. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[1]);
        Files.createDirectories(folder);
        ResultPlots plots = new ResultPlots(ResultFile.best(Path.of(arguments[0])), folder, arguments.length > 2 ? arguments[2] : "svg");
        plots.throughput();
        plots.product();
        plots.errors();
        plots.cost();
    }

    private static XYChart chart(String title, String x, String y) {
        XYChart chart = new XYChartBuilder().width(WIDTH).height(HEIGHT).title(title).xAxisTitle(x).yAxisTitle(y).build();
        chart.getStyler().setLegendPosition(Styler.LegendPosition.OutsideE).setChartBackgroundColor(java.awt.Color.WHITE)
                .setPlotBorderVisible(false).setMarkerSize(7);
        chart.getStyler().setPlotGridLinesVisible(false);
        chart.getStyler().setLocale(Locale.ROOT);
        return chart;
    }

    /** Dimensions are shown on an axis of powers of two. */
    private static XYChart dimensionChart(String title, String y) {
        XYChart chart = chart(title, "dimension D", y);
        chart.getStyler().setXAxisTickMarkSpacingHint(60);
        chart.getStyler().setXAxisTickLabelsFormattingFunction(
                x -> x == Math.rint(x) ? Long.toString(Math.round(Math.pow(2, x))) : "");
        return chart;
    }

    private static void add(XYChart chart, String name, List<ResultFile.Score> scores, String parameter,
            ToDoubleFunction<ResultFile.Score> value) {
        if (!scores.isEmpty()) {
            double[] x = scores.stream().mapToDouble(s -> Math.log(Double.parseDouble(s.parameters().get(parameter))) / Math.log(2)).toArray();
            chart.addSeries(name, x, scores.stream().mapToDouble(value).toArray());
        }
    }

    private void throughput() throws IOException {
        XYChart chart = dimensionChart("Throughput against dimension, one thread, full ledger", "trajectories per second of CPU time");
        chart.getStyler().setYAxisLogarithmic(true);
        Map<String, String> families = Map.of("oscillator", "one block of D", "cavity", "blocks of two");
        for (String family : List.of("cavity", "oscillator")) {
            for (ResultFile r : results) {
                add(chart, families.get(family) + ", JDK " + r.java(), r.scores("DimensionBenchmark.sampling", Map.of("family", family)),
                        "dimension", ResultFile.Score::perCpuSecond);
            }
        }
        write(chart, "throughput");
    }

    private void product() throws IOException {
        XYChart chart = dimensionChart("Complex matrix times 64 lanes, one thread", "per cent of the FMA peak");
        chart.getStyler().setYAxisMin(0.0).setYAxisMax(100.0);
        for (String kernel : List.of("vector", "plain")) {
            for (ResultFile r : results) {
                add(chart, kernel + ", JDK " + r.java(), r.scores("LaneKernelBenchmark.multiply", Map.of("kernel", kernel)), "dimension",
                        s -> 100 * ResultTable.gigaflops(s, Integer.parseInt(s.parameters().get("dimension"))) / s.peak());
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
        XYChart chart = chart("Errors of the grid engine, driven qubit (w2)", "steps per unit of time", "largest error of 4096 trajectories");
        chart.getStyler().setXAxisLogarithmic(true).setYAxisLogarithmic(true);
        double[] steps = column(errors, "divisions");
        double[] closure = column(errors, "closure");
        chart.addSeries("closure (energy)", steps, closure);
        chart.addSeries("jump time", steps, column(errors, "jumpTime"));
        double[] guideSteps = {steps[0], steps[steps.length / 2]};
        chart.addSeries("order 10", guideSteps, new double[] {closure[0], closure[0] * Math.pow(guideSteps[0] / guideSteps[1], 10)})
                .setMarker(SeriesMarkers.NONE).setLineStyle(SeriesLines.DASH_DASH);
        write(chart, "accuracy");
    }

    private void cost() throws IOException {
        XYChart chart = chart("Cost against accuracy, driven qubit (w2)", "closure error (unit of energy)",
                "CPU time of a trajectory in microseconds");
        chart.getStyler().setXAxisLogarithmic(true).setYAxisMin(0.0);
        double[] closure = column(stepErrors(), "closure");
        for (ResultFile r : results) {
            List<ResultFile.Score> scores = r.scores("StepAccuracyBenchmark.sampling", Map.of());
            if (scores.size() == closure.length) {
                chart.addSeries("JDK " + r.java(), closure, scores.stream().mapToDouble(s -> 1e6 / s.perCpuSecond()).toArray());
            }
        }
        write(chart, "cost");
    }

    private void write(XYChart chart, String name) throws IOException {
        try (OutputStream out = Files.newOutputStream(folder.resolve(name + "." + format))) {
            ChartEncoder.saveChart(chart, out, format);
        }
    }
}
