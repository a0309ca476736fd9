package org.unravel.engine.drive;

import java.util.Arrays;

import org.unravel.model.TimeFunction;
import org.unravel.model.TimeGrid;
import org.unravel.numeric.ChebyshevNodes;

/** Places of a step at which a function is held against the polynomial through its values at the Chebyshev nodes. */
public final class NodeProbes {

    /** Places of [−1, 1] between the nodes; two near the ends, where a fast change would show first. */
    private static final double[] BETWEEN = {-0.99, -0.37, 0.43, 0.995};
    private static final int N = ChebyshevNodes.COUNT;

    private final double[] places;
    private final double[][] weights;

    /** Four places between the nodes, after others that matter. */
    public NodeProbes(double... others) {
        places = Arrays.copyOf(others, others.length + BETWEEN.length);
        System.arraycopy(BETWEEN, 0, places, others.length, BETWEEN.length);
        weights = new double[places.length][N];
        for (int i = 0; i < places.length; i++) {
            ChebyshevNodes.interpolationWeights(places[i], new double[N + 1], weights[i]);
        }
    }

    public int count() {
        return places.length;
    }

    /** In [−1, 1]. */
    public double place(int probe) {
        return places[probe];
    }

    /** What the polynomial misses of a function's value at a probe; its values at the nodes are from {@code reFrom} and {@code imFrom} on. */
    public double missing(int probe, TimeFunction.Value value, double[] re, int reFrom, double[] im, int imFrom) {
        double x = -value.re();
        double y = -value.im();
        for (int j = 0; j < N; j++) {
            x += weights[probe][j] * re[reFrom + j];
            y += weights[probe][j] * im[imFrom + j];
        }
        return Math.abs(x) + Math.abs(y);
    }

    /** By how much a time of the grid is rounded at most. */
    public static double timeRounding(TimeGrid grid) {
        return Math.ulp(Math.max(Math.abs(grid.start()), Math.abs(grid.end())));
    }
}
