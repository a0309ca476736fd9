package org.unravel.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;

import org.unravel.model.Model;
import org.unravel.model.TimeGrid;

/**
 * The smooth pieces of a model's time span: from one grid time or breakpoint to the next. Integrates bounds over them.
 *
 * <p>The sample times of a piece are its fractions {n/φ} with φ the golden ratio: no drive, however fast, keeps in step with them. Towards a breakpoint,
 * which may mark a pulse far shorter than the piece, spans halve and each has samples of its own.
 */
final class TimeCells {

    /** Enough for a mean over a piece that is good to some per cent, where a bound is all that is wanted. */
    private static final int SAMPLES = 16;
    private static final double INVERSE_GOLDEN_RATIO = (Math.sqrt(5) - 1) / 2;

    private static final int SAMPLES_OF_SPAN = 4;
    /** A pulse of 1e-7 of a piece is seen. */
    private static final int HALVINGS = 24;

    private final TimeGrid grid;
    private final double[] nodes;
    private final List<List<Sample>> samples = new ArrayList<>();

    /** A time with the length it stands for. */
    private record Sample(double time, double length) {
    }

    TimeCells(Model model) {
        grid = model.time();
        TreeSet<Double> times = new TreeSet<>();
        for (int i = 0; i < grid.pointCount(); i++) {
            times.add(grid.time(i));
        }
        Set<Double> breakpoints = Arrays.stream(model.breakpoints()).boxed().collect(Collectors.toSet());
        times.addAll(breakpoints);
        nodes = times.stream().mapToDouble(Double::doubleValue).toArray();
        for (int piece = 1; piece < nodes.length; piece++) {
            samples.add(samples(nodes[piece - 1], nodes[piece], breakpoints));
        }
    }

    private static List<Sample> samples(double from, double to, Set<Double> breakpoints) {
        List<Sample> all = new ArrayList<>();
        if (!breakpoints.contains(from) && !breakpoints.contains(to)) {
            addSpan(from, to, SAMPLES, all);
            return all;
        }
        double middle = from + (to - from) / 2;
        addHalf(from, middle, breakpoints.contains(from), all);
        addHalf(to, middle, breakpoints.contains(to), all);
        return all;
    }

    /** From the middle of a piece to its end, which may come first. */
    private static void addHalf(double end, double middle, boolean isBreakpoint, List<Sample> all) {
        if (!isBreakpoint) {
            addSpan(end, middle, SAMPLES, all);
            return;
        }
        double far = middle;
        for (int i = 0; i < HALVINGS; i++) {
            double near = end + (far - end) / 2;
            addSpan(near, far, SAMPLES_OF_SPAN, all);
            far = near;
        }
        addSpan(end, far, SAMPLES_OF_SPAN, all);
    }

    private static void addSpan(double from, double to, int count, List<Sample> all) {
        for (int s = 1; s <= count; s++) {
            all.add(new Sample(from + (to - from) * (s * INVERSE_GOLDEN_RATIO % 1), Math.abs(to - from) / count));
        }
    }

    /** ∫ rate dt from the start to every grid time. */
    double[] integral(DoubleUnaryOperator rate) {
        double[] integral = new double[grid.pointCount()];
        double sum = 0;
        int point = 1;
        for (int piece = 1; piece < nodes.length && point < integral.length; piece++) {
            for (Sample s : samples.get(piece - 1)) {
                sum += rate.applyAsDouble(s.time) * s.length;
            }
            if (nodes[piece] >= grid.time(point)) {
                integral[point++] = sum;
            }
        }
        return integral;
    }

    /** The largest value at any sample time. */
    double largest(DoubleUnaryOperator function) {
        return samples.stream().flatMap(List::stream).mapToDouble(s -> function.applyAsDouble(s.time)).max().orElse(Double.NEGATIVE_INFINITY);
    }

    /** A time inside the piece that ends at {@code t}; before the first one at the start. */
    double before(double t) {
        return inside(t, -1);
    }

    /** A time inside the piece that begins at {@code t}; beyond the last one at the end. */
    double after(double t) {
        return inside(t, 1);
    }

    private double inside(double t, int direction) {
        double nearest = t + direction * grid.step();
        for (double node : nodes) {
            if ((node - t) * direction > 0 && Math.abs(node - t) < Math.abs(nearest - t)) {
                nearest = node;
            }
        }
        return t + (nearest - t) / 2;
    }
}
