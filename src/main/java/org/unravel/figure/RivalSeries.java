package org.unravel.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.unravel.figure.Series.Form;
import org.unravel.firstlaw.ComparisonReport;
import org.unravel.firstlaw.Estimate;

/** The series of one panel in which several curves rival: lines of what is exact, marks of what was sampled at some times, each of its own, so that none hides another. */
final class RivalSeries {

    /** Marks on a curve. */
    private static final int MARKS = 12;

    /** Parts of the largest value by which curves differ that are drawn as one. */
    private static final double SAME = 1e-8;

    /** Parts of the energy scale below which a number is what integrations leave of zero. */
    private static final double ROUNDING = 1e-10;

    private final ComparisonReport report;
    private final double[] times;
    /** What is zero but for rounding is not marked. */
    private final double unit;
    private final List<Series> all = new ArrayList<>();
    private final Map<String, double[]> values = new LinkedHashMap<>();

    RivalSeries(ComparisonReport report) {
        this.report = report;
        this.times = report.sampled().times();
        this.unit = report.model().energyScale();
    }

    /** A curve of so many; nothing where neither side has it. */
    void add(String name, int colour, int of, Optional<Estimate> sampled, Optional<Estimate> exact) {
        exact.map(e -> Series.of(name + " exact", Form.RIVAL_CURVE, colour, times, finite(e.value()))).filter(Series::isShown).ifPresent(all::add);
        sampled.map(s -> report.exact().isPresent() ? points(name, colour, of, s) : Series.of(name, Form.SAMPLED_CURVE, colour, times, finite(s.value()), s.error(), marks(s)))
                .filter(Series::isShown).ifPresent(all::add);
        exact.or(() -> sampled).map(Estimate::value).ifPresent(v -> values.put(name, v));
    }

    /** The panel; empty where there is nothing to draw. */
    Optional<Figure> figure(String id, String title, String caption, Axis y, String file) {
        return all.isEmpty() ? Optional.empty() : Optional.of(new Figure(id, title, caption + alike(), Axis.time(), y, all).in(file).withMarks("error bars that are not to be trusted"));
    }

    /** At other times than its rivals. */
    private Series points(String name, int colour, int of, Estimate sampled) {
        int every = Math.max(1, times.length / MARKS);
        int first = every * Math.floorMod(colour, of) / of;
        int[] shown = IntStream.range(0, times.length).filter(i -> i % every == first).toArray();
        boolean[] marked = new boolean[shown.length];
        for (int i = 0; i < shown.length; i++) {
            marked[i] = sampled.isDistrusted(shown[i], unit);
        }
        return Series.of(name, Form.RIVAL_POINTS, colour, pick(times, shown), pick(finite(sampled.value()), shown), pick(sampled.error(), shown), marked);
    }

    private boolean[] marks(Estimate sampled) {
        boolean[] marked = new boolean[times.length];
        for (int i = 0; i < marked.length; i++) {
            marked[i] = sampled.isDistrusted(i, unit);
        }
        return marked;
    }

    private static double[] pick(double[] from, int[] shown) {
        return IntStream.of(shown).mapToDouble(i -> from[i]).toArray();
    }

    /** Without what no axis shows; rounding of zero is zero, or it would fill a panel of its own. */
    private double[] finite(double[] values) {
        return Arrays.stream(values).map(v -> Double.isFinite(v) ? v : Double.NaN).map(v -> Math.abs(v) <= ROUNDING * unit ? 0 : v).toArray();
    }

    /** Which curves lie on each other, in words. */
    private String alike() {
        double scale = values.values().stream().flatMapToDouble(Arrays::stream).filter(Double::isFinite).map(Math::abs).max().orElse(0);
        List<List<String>> groups = new ArrayList<>();
        for (Map.Entry<String, double[]> one : values.entrySet()) {
            groups.stream().filter(g -> isSame(values.get(g.get(0)), one.getValue(), SAME * scale)).findFirst().ifPresentOrElse(g -> g.add(one.getKey()), () -> groups.add(new ArrayList<>(List.of(one.getKey()))));
        }
        String text = groups.stream().filter(g -> g.size() > 1).map(g -> String.join(", ", g)).collect(Collectors.joining("; "));
        return text.isEmpty() ? "" : " On each other lie " + text + ".";
    }

    private static boolean isSame(double[] a, double[] b, double tolerance) {
        return IntStream.range(0, a.length).allMatch(i -> Math.abs(a[i] - b[i]) <= tolerance || Double.compare(a[i], b[i]) == 0);
    }
}
