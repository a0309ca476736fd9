package org.unravel.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.unravel.figure.Axis;
import org.unravel.figure.Figure;
import org.unravel.figure.RunFigures;
import org.unravel.figure.Series;
import org.unravel.model.Model;
import org.unravel.modelfile.ModelReader;
import org.unravel.output.RunInfo;
import org.unravel.output.RunReport;
import org.unravel.run.Run;

/** Pages to look at: of a shipped model, of every form of series, of names that want to do harm. */
final class SamplePage {

    /** What a name could try: to end an element, an attribute or a script, to run, to turn the text around, to break the encoding. */
    static final String HOSTILE = "</script><script>window.hacked=1</script><img src=x onerror=window.hacked=2>\"' onfocus=alert(1) x='&amp;\u202egnip\u2066\u0000\u001b[31m\u2028\ud800 <!--";

    private SamplePage() {
    }

    static RunReport report(String model) {
        Model read = ModelReader.readShipped(model, Map.of());
        return Run.of(read).trajectories(200).execute().report();
    }

    /** The same run, of a model whose text and title come from somebody who means harm. */
    static RunReport hostile(RunReport report) {
        Model m = report.model();
        // a model has whole characters only
        String name = HOSTILE.replace("\ud800", "");
        Model model = new Model(name, name + "x".repeat(100_000), m.parameters(), m.space(), m.hamiltonian(), m.ownEnergy(), m.baths(), m.initial(), m.time(), m.observables(), m.unraveling(),
                m.sampling());
        RunInfo info = new RunInfo(HOSTILE, HOSTILE, "unravel: 1\n", "unravel: 1\n", HOSTILE, HOSTILE, HOSTILE, HOSTILE);
        return new RunReport(model, report.result(), report.exact(), report.exactAbsence(), report.counting(), report.twoPoint(), report.validation(), info, report.cutOffs(), report.marks());
    }

    /** Every form once, on axes of both scales, with gaps, marks and points that no axis shows. */
    static List<Figure> forms() {
        double[] x = {0, 1, 2, 3, 4};
        double[] y = {1, 2, Double.NaN, 4, 3};
        double[] e = {0.1, 0.2, Double.NaN, 0.4, 5};
        List<Series> all = List.of(
                Series.of("curve", Series.Form.SAMPLED_CURVE, 0, x, y, e, new boolean[] {false, true, false, false, false}),
                Series.of("curve exact", Series.Form.EXACT_CURVE, 0, x, y),
                Series.of("points", Series.Form.SAMPLED_POINTS, 1, new double[] {0.5, 1.5, 2.5}, new double[] {1, 0, 2}, new double[] {0.3, 0.1, 3}, new boolean[0]),
                Series.of("points exact", Series.Form.EXACT_POINTS, 1, new double[] {0.5, 1.5}, new double[] {1, 1.5}),
                Series.of("stairs", Series.Form.STAIRCASE, 2, new double[] {0, 0.7, 2.2, 4}, new double[] {0, 1, 3, 3}),
                Series.of("line", Series.Form.EXPECTED, 3, new double[] {0, 4}, new double[] {0.5, 2.5}),
                Series.of("jumps", Series.Form.MARKS, 4, new double[] {0.7, 2.2}, new double[] {1, 3}));
        return List.of(new Figure("linear", "Forms", "All of them.", Axis.time(), Axis.linear("energy", "energy"), all, List.of("curves.csv")),
                new Figure("shares", "Shares", "One above zero, one below.", Axis.time(), Axis.linear("energy", "energy"), List.of(
                        Series.of("up", Series.Form.SHARE, 0, x, new double[] {1, 1, 1, 1, 1}), Series.of("more", Series.Form.SHARE, 1, x, new double[] {1, 1, 1, 1, 1}),
                        Series.of("down", Series.Form.SHARE, 2, x, new double[] {-2, -2, -2, -2, -2}))),
                new Figure("logarithmic", "Forms, logarithmic", "Zeros are not shown.", Axis.logarithmic("t", "1/energy"), Axis.logarithmic("density", "energy"), all),
                new Figure("tail", "A long tail", "Nobody ever sees its end.", Axis.time(), Axis.logarithmic("density", "energy"),
                        List.of(Series.of("exact", Series.Form.EXACT_CURVE, 0, x, new double[] {1, 1e-5, 1e-12, 1e-20, 1e-30}))),
                new Figure("rivals", "Rivals", "Each with a shape of its own.", Axis.time(), Axis.linear("work", "energy"), IntStream.range(0, 7).boxed().flatMap(c -> Stream.of(
                        Series.of("rival " + c + " exact", Series.Form.RIVAL_CURVE, c, x, new double[] {c, c, c, c, c}),
                        Series.of("rival " + c, Series.Form.RIVAL_POINTS, c, x, new double[] {c, c, c, c, c}, e, new boolean[] {false, false, false, true, true}))).toList()),
                new Figure("flat", "A flat curve", "Nothing happens.", Axis.time(), Axis.linear("work", "energy"),
                        List.of(Series.of("work", Series.Form.SAMPLED_CURVE, 0, x, new double[5], new double[5], new boolean[5]))),
                new Figure("single", "One point", "And no more.", Axis.time(), Axis.linear("work", "energy"), List.of(Series.of("work", Series.Form.SAMPLED_POINTS, 0, new double[] {1}, new double[] {2}))));
    }

    static List<Figure> hostileFigures() {
        double[] x = {0, 1, 2};
        return List.of(new Figure("hostile", HOSTILE, HOSTILE, Axis.linear(HOSTILE, HOSTILE), Axis.linear(HOSTILE, HOSTILE),
                List.of(Series.of(HOSTILE, Series.Form.SAMPLED_CURVE, 0, x, x, x, new boolean[3]), Series.of("y".repeat(100_000), Series.Form.STAIRCASE, 99, x, x)), List.of(HOSTILE)));
    }

    /** What a long run draws: curves with errors and exact twins. */
    static List<Figure> large(int curves, int points) {
        double[] x = IntStream.range(0, points).mapToDouble(i -> i * 0.123456789).toArray();
        double[] y = IntStream.range(0, points).mapToDouble(i -> Math.sin(i * 0.01) * Math.PI).toArray();
        double[] e = IntStream.range(0, points).mapToDouble(i -> 1e-3 * Math.cos(i * 0.01) * Math.cos(i * 0.01)).toArray();
        return IntStream.range(0, curves).mapToObj(c -> new Figure("curve-" + c, "Curve " + c, "As it is.", Axis.time(), Axis.linear("energy", "energy"),
                List.of(Series.of("energy", Series.Form.SAMPLED_CURVE, 0, x, y, e, new boolean[points]), Series.of("energy exact", Series.Form.EXACT_CURVE, 0, x, y)), List.of("curves.csv"))).toList();
    }

    /** Everything on one page. */
    static List<Figure> all(RunReport report) {
        return Stream.of(RunFigures.of(report), forms(), hostileFigures()).flatMap(List::stream).toList();
    }

    /** What is made by hand. */
    static List<Figure> some() {
        return Stream.of(forms(), hostileFigures()).flatMap(List::stream).toList();
    }

    static String html(RunReport report, List<Figure> figures) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ReportPage.write(report, figures, List.of("A paper", HOSTILE), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
