package org.unravel.numeric;

/**
 * Propagators of V' = G(t)V, V(0) = 1, over one step, at the {@link ChebyshevNodes}, by spectral collocation.
 *
 * <p>The polynomial of degree 15 through the nodes solves the equation in integral form at every node; it is found by Picard sweeps, which
 * converge like (h‖G‖/2)^k/k! (engine.md, "A step"). It is at once the dense output of the step.
 */
public final class CollocationPropagator {

    /** Enough for h‖G‖ ≤ 8; more means that the step is too long. */
    private static final int MOST_SWEEPS = 60;
    /** A sweep that changes no entry by more than this is at rounding: entries of V are of order 1. */
    private static final double ROUNDING = 4e-16;
    /** Below this a sweep that no longer halves the change has come down to the rounding of its sums. */
    private static final double STAGNATION = 1e-13;
    private static final int N = ChebyshevNodes.COUNT;
    /** [j][i]: ∫ from −1 to x_j of the i-th cardinal polynomial. */
    private static final double[][] INTEGRAL = new double[N][N];

    static {
        double[] work = new double[N + 1];
        for (int j = 0; j < N; j++) {
            ChebyshevNodes.integrationWeights(ChebyshevNodes.node(j), work, INTEGRAL[j]);
        }
    }

    private CollocationPropagator() {
    }

    /**
     * The propagators from the start of the step to each node.
     *
     * @param partition in which every G is block diagonal
     * @param generators G at the nodes, shape [{@link ChebyshevNodes#COUNT}]
     * @param step length h of the step
     * @return V at the nodes, or null if the sweeps did not converge: the step is too long
     */
    public static BlockMatrix[] solve(BlockPartition partition, SparseMatrix[] generators, double step) {
        BlockMatrix[] v = new BlockMatrix[N];
        BlockMatrix[] rate = new BlockMatrix[N];
        for (int j = 0; j < N; j++) {
            v[j] = BlockMatrix.identity(partition);
            rate[j] = BlockMatrix.zero(partition);
        }
        double last = Double.POSITIVE_INFINITY;
        for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
            for (int j = 0; j < N; j++) {
                multiply(generators[j], v[j], rate[j]);
            }
            double change = integrate(rate, v, step / 2);
            if (change <= ROUNDING || change < STAGNATION && change >= last / 2) {
                return v;
            }
            if (!(change < 1e8)) {
                return null;
            }
            last = change;
        }
        return null;
    }

    /** out = G v, both block diagonal in the partition of v. */
    private static void multiply(SparseMatrix g, BlockMatrix v, BlockMatrix out) {
        BlockPartition partition = v.partition();
        java.util.Arrays.fill(out.re(), 0);
        java.util.Arrays.fill(out.im(), 0);
        for (int i = 0; i < g.dimension(); i++) {
            int d = partition.block(partition.blockOf(i)).length;
            int base = partition.offset(partition.blockOf(i));
            int row = base + partition.placeOf(i) * d;
            for (int p = g.rowStart()[i]; p < g.rowStart()[i + 1]; p++) {
                addScaledRow(g.re()[p], g.im()[p], v, base + partition.placeOf(g.columns()[p]) * d, out, row, d);
            }
        }
    }

    private static void addScaledRow(double re, double im, BlockMatrix v, int from, BlockMatrix out, int to, int d) {
        for (int l = 0; l < d; l++) {
            double x = v.re()[from + l];
            double y = v.im()[from + l];
            out.re()[to + l] += re * x - im * y;
            out.im()[to + l] += re * y + im * x;
        }
    }

    /** v_j = 1 + h/2 Σ_i INTEGRAL[j][i] rate_i; returns the largest change of an entry. */
    private static double integrate(BlockMatrix[] rate, BlockMatrix[] v, double halfStep) {
        double change = 0;
        BlockMatrix one = BlockMatrix.identity(v[0].partition());
        int count = one.re().length;
        double[] x = new double[count];
        double[] y = new double[count];
        for (int j = 1; j < N; j++) {
            System.arraycopy(one.re(), 0, x, 0, count);
            java.util.Arrays.fill(y, 0);
            for (int i = 0; i < N; i++) {
                double w = INTEGRAL[j][i] * halfStep;
                double[] r = rate[i].re();
                double[] s = rate[i].im();
                for (int e = 0; e < count; e++) {
                    x[e] += w * r[e];
                    y[e] += w * s[e];
                }
            }
            for (int e = 0; e < count; e++) {
                change = Math.max(change, Math.abs(x[e] - v[j].re()[e]) + Math.abs(y[e] - v[j].im()[e]));
            }
            System.arraycopy(x, 0, v[j].re(), 0, count);
            System.arraycopy(y, 0, v[j].im(), 0, count);
        }
        return change;
    }

    /** V at any place x in [−1, 1] of the step, by interpolation between the nodes. */
    public static BlockMatrix at(double x, BlockMatrix[] nodes) {
        double[] weights = new double[N];
        ChebyshevNodes.interpolationWeights(x, new double[N + 1], weights);
        BlockMatrix v = BlockMatrix.zero(nodes[0].partition());
        for (int j = 0; j < N; j++) {
            for (int e = 0; e < v.re().length; e++) {
                v.re()[e] += weights[j] * nodes[j].re()[e];
                v.im()[e] += weights[j] * nodes[j].im()[e];
            }
        }
        return v;
    }
}
