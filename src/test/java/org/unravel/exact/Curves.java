package org.unravel.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

import org.unravel.model.TimeGrid;

/** Comparison of curves on a time grid. */
final class Curves {

    private Curves() {
    }

    static double[] sample(TimeGrid grid, DoubleUnaryOperator function) {
        return IntStream.range(0, grid.pointCount()).mapToDouble(i -> function.applyAsDouble(grid.time(i))).toArray();
    }

    static double largest(double[] curve) {
        return Arrays.stream(curve).map(Math::abs).max().orElse(0);
    }

    /** Largest distance in units of the largest expected value, or in plain units where that is zero. */
    static double distance(double[] expected, double[] actual) {
        assertEquals(expected.length, actual.length);
        double scale = largest(expected);
        double largest = 0;
        for (int i = 0; i < expected.length; i++) {
            double d = Math.abs(expected[i] - actual[i]);
            if (!(d <= largest)) {
                largest = d;
            }
        }
        return scale > 0 ? largest / scale : largest;
    }

    static void assertClose(String name, double[] expected, double[] actual, double tolerance) {
        double d = distance(expected, actual);
        assertTrue(d <= tolerance, () -> name + ": expected a relative distance <= " + tolerance + ", found " + d);
    }

    static double[] curve(ExactCurves curves, String name) {
        return curves.curve(name).orElseThrow(() -> new AssertionError("no curve " + name));
    }
}
