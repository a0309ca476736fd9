package org.unravel.validation;

import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;

import org.unravel.model.Model;
import org.unravel.model.TimeGrid;

/**
 * The smooth pieces of a model's time span: from one grid time or breakpoint to the next. Integrates bounds over them.
 *
 * <p>The sample times of a piece are its fractions {n/φ} with φ the golden ratio: no drive, however fast, keeps in step with them.
 */
final class TimeCells {

    /** Enough for a mean over a piece that is good to some per cent, where a bound is all that is wanted. */
    private static final int SAMPLES = 16;
    private static final double INVERSE_GOLDEN_RATIO = (Math.sqrt(5) - 1) / 2;

    private final TimeGrid grid;
    private final double[] nodes;

    TimeCells(Model model) {
        grid = model.time();
        TreeSet<Double> times = new TreeSet<>();
        for (int i = 0; i < grid.pointCount(); i++) {
            times.add(grid.time(i));
        }
        for (double t : model.breakpoints()) {
            times.add(t);
        }
        nodes = times.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** ∫ rate dt from the start to every grid time. */
    double[] integral(DoubleUnaryOperator rate) {
        double[] integral = new double[grid.pointCount()];
        double sum = 0;
        int point = 1;
        for (int piece = 1; piece < nodes.length && point < integral.length; piece++) {
            for (int s = 1; s <= SAMPLES; s++) {
                sum += rate.applyAsDouble(sampleTime(piece, s)) * (nodes[piece] - nodes[piece - 1]) / SAMPLES;
            }
            if (nodes[piece] >= grid.time(point)) {
                integral[point++] = sum;
            }
        }
        return integral;
    }

    /** The largest value at any sample time. */
    double largest(DoubleUnaryOperator function) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int piece = 1; piece < nodes.length; piece++) {
            for (int s = 1; s <= SAMPLES; s++) {
                largest = Math.max(largest, function.applyAsDouble(sampleTime(piece, s)));
            }
        }
        return largest;
    }

    private double sampleTime(int piece, int sample) {
        return nodes[piece - 1] + (nodes[piece] - nodes[piece - 1]) * (sample * INVERSE_GOLDEN_RATIO % 1);
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
