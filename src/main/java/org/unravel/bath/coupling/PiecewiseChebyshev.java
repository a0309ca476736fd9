package org.unravel.bath.coupling;

import java.util.Arrays;

import org.unravel.model.TimeBounds;
import org.unravel.model.TimeFunction;
import org.unravel.numeric.ChebyshevNodes;
import org.unravel.numeric.IntervalSeries;

/**
 * A complex function of time as one polynomial of degree 15 on each of some pieces, Σ_m c_m T_m(x), x from −1 to 1 over a piece. It jumps by its rounding from piece to piece, so
 * that every edge is a breakpoint.
 */
final class PiecewiseChebyshev implements TimeFunction {

    private static final double[] NONE = {};

    private final double[] edges;
    private final double[][] re;
    /** null of a real function. */
    private final double[][] im;

    /**
     * A function.
     *
     * @param edges ascending, shape [pieces + 1]
     * @param re real parts of the coefficients, shape [pieces][16]
     * @param im imaginary parts, same shape; null of a real function
     */
    PiecewiseChebyshev(double[] edges, double[][] re, double[][] im) {
        this.edges = edges;
        this.re = re;
        this.im = im;
    }

    private int piece(double branch) {
        int place = Arrays.binarySearch(edges, branch);
        int piece = place >= 0 ? place : -place - 2;
        return Math.max(0, Math.min(piece, edges.length - 2));
    }

    @Override
    public Value at(double t, double branch) {
        int piece = piece(branch);
        double from = edges[piece];
        double to = edges[piece + 1];
        double x = ((t - from) - (to - t)) / (to - from);
        double[] real = clenshaw(re[piece], x);
        double[] imaginary = im == null ? new double[2] : clenshaw(im[piece], x);
        double slope = 2 / (to - from);
        return new Value(real[0], imaginary[0], real[1] * slope, imaginary[1] * slope);
    }

    /** Value and derivative of a Chebyshev sum: Clenshaw's recurrence and its own derivative. */
    private static double[] clenshaw(double[] c, double x) {
        double b1 = 0;
        double b2 = 0;
        double d1 = 0;
        double d2 = 0;
        for (int m = ChebyshevNodes.COUNT - 1; m >= 1; m--) {
            double d = 2 * b1 + 2 * x * d1 - d2;
            d2 = d1;
            d1 = d;
            double b = c[m] + 2 * x * b1 - b2;
            b2 = b1;
            b1 = b;
        }
        return new double[] {c[0] + x * b1 - b2, b1 + x * d1 - d2};
    }

    @Override
    public boolean isConstant() {
        return false;
    }

    @Override
    public double[] breakpoints(double from, double to) {
        double[] inside = Arrays.stream(edges, 1, Math.max(1, edges.length - 1)).filter(e -> e >= from && e <= to).toArray();
        return inside.length == 0 ? NONE : inside;
    }

    @Override
    public TimeBounds bounds(double from, double to, double branch, int order) {
        int piece = piece(branch);
        double width = edges[piece + 1] - edges[piece];
        IntervalSeries x = IntervalSeries.time(order, from, to).minus(IntervalSeries.constant(order, edges[piece])).times(IntervalSeries.constant(order, 2 / width))
                .minus(IntervalSeries.constant(order, 1));
        return new TimeBounds(clenshaw(re[piece], x), im == null ? IntervalSeries.constant(order, 0) : clenshaw(im[piece], x));
    }

    private static IntervalSeries clenshaw(double[] c, IntervalSeries x) {
        int order = x.order();
        IntervalSeries twice = x.plus(x);
        IntervalSeries b1 = IntervalSeries.constant(order, 0);
        IntervalSeries b2 = b1;
        for (int m = c.length - 1; m >= 1; m--) {
            IntervalSeries b = IntervalSeries.constant(order, c[m]).plus(twice.times(b1)).minus(b2);
            b2 = b1;
            b1 = b;
        }
        return IntervalSeries.constant(order, c[0]).plus(x.times(b1)).minus(b2);
    }

    @Override
    public TimeFunction conjugate() {
        return im == null ? this : new PiecewiseChebyshev(edges, re, Arrays.stream(im).map(c -> Arrays.stream(c).map(v -> -v).toArray()).toArray(double[][]::new));
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof PiecewiseChebyshev p && Arrays.equals(p.edges, edges) && Arrays.deepEquals(p.re, re) && Arrays.deepEquals(p.im, im);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(edges) + Arrays.deepHashCode(re);
    }
}
