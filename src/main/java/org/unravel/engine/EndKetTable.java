package org.unravel.engine;

import org.unravel.numeric.SparseMatrix;

/**
 * Kets of the no-jump evolution of one post-jump state, for final measurements: e^{Gτ}|e_1⟩ in the basis of its subspace at equal distances, and
 * a Taylor polynomial of G from the nearest of them. Immutable.
 */
final class EndKetTable {

    /** ‖G‖ times the distance of nodes, from the nearest of which τ‖G‖ is half as much at most. The first whose table is small enough is taken. */
    private static final double[] REACHES = {0x1p-6, 0x1p-3, 0.5};
    /** A table of this size stays in the second-level cache beside the curves. */
    private static final double SMALL_TABLE = 1 << 18;
    /** The first term that is left out. */
    private static final double NEGLIGIBLE = 1e-16;

    private final PostJumpState state;
    private final SparseMatrix generator;
    private final double width;
    private final int terms;
    private final double[][] nodesRe;
    private final double[][] nodesIm;

    private EndKetTable(PostJumpState state, double width, int count) {
        this.terms = termCount(state.generator().rowSumNorm() * width / 2);
        this.state = state;
        this.generator = state.generator();
        this.width = width;
        this.nodesRe = new double[count][state.dimension()];
        this.nodesIm = new double[count][state.dimension()];
    }

    /** The table for ages from 0 to {@code duration}. */
    static EndKetTable of(PostJumpState state, double duration) {
        int cells = cellCount(state, duration);
        EndKetTable table = new EndKetTable(state, duration / cells, cells + 1);
        double[] scratch = new double[4 * state.dimension()];
        table.nodesRe[0][0] = 1;
        for (int j = 1; j <= cells; j++) {
            System.arraycopy(table.nodesRe[j - 1], 0, table.nodesRe[j], 0, state.dimension());
            System.arraycopy(table.nodesIm[j - 1], 0, table.nodesIm[j], 0, state.dimension());
            // two halves, so that the polynomial is as good as where it is used
            table.evolve(table.width / 2, table.nodesRe[j], table.nodesIm[j], state.dimension(), scratch);
            table.evolve(table.width / 2, table.nodesRe[j], table.nodesIm[j], state.dimension(), scratch);
        }
        return table;
    }

    private static int cellCount(PostJumpState state, double duration) {
        if (state.dimension() == 1) {
            return 1;
        }
        int cells = 0;
        for (double reach : REACHES) {
            cells = Math.max(1, (int) Math.ceil(state.generator().rowSumNorm() * duration / reach));
            if (bytes(state, cells) <= SMALL_TABLE) {
                return cells;
            }
        }
        return cells;
    }

    /** Terms of the exponential series of x beyond the first that matter. */
    private static int termCount(double x) {
        int n = 0;
        for (double term = 1; term > NEGLIGIBLE; n++) {
            term *= x / (n + 1);
        }
        return n;
    }

    /** Bytes that the table for a state would take. */
    static double bytes(PostJumpState state, double duration) {
        return bytes(state, cellCount(state, duration));
    }

    private static double bytes(PostJumpState state, int cells) {
        return 16.0 * state.dimension() * (cells + 1.0);
    }

    /**
     * Writes the ket at an age in the basis of the model, up to a phase.
     *
     * @param scratch room for four numbers for each basis vector
     */
    void copy(double age, double[] re, double[] im, double[] scratch) {
        int d = state.dimension();
        int node = Math.min(nodesRe.length - 1, (int) Math.rint(age / width));
        System.arraycopy(nodesRe[node], 0, re, 0, d);
        System.arraycopy(nodesIm[node], 0, im, 0, d);
        evolve(age - node * width, re, im, d, scratch);
        System.arraycopy(re, 0, scratch, 0, d);
        System.arraycopy(im, 0, scratch, d, d);
        java.util.Arrays.fill(re, 0);
        java.util.Arrays.fill(im, 0);
        for (int k = 0; k < d; k++) {
            double[] vRe = state.space().re(k);
            double[] vIm = state.space().im(k);
            for (int i = 0; i < re.length; i++) {
                re[i] += scratch[k] * vRe[i] - scratch[d + k] * vIm[i];
                im[i] += scratch[k] * vIm[i] + scratch[d + k] * vRe[i];
            }
        }
    }

    /** Multiplies a ket by e^{Gτ}; of a one-dimensional subspace only norm and phase would change. */
    private void evolve(double time, double[] x, double[] y, int d, double[] scratch) {
        if (d == 1) {
            return;
        }
        double[] gRe = generator.re();
        double[] gIm = generator.im();
        int[] start = generator.rowStart();
        int[] columns = generator.columns();
        System.arraycopy(x, 0, scratch, 0, d);
        System.arraycopy(y, 0, scratch, d, d);
        int from = 0;
        for (int n = 1; n <= terms; n++) {
            int to = 2 * d - from;
            double factor = time / n;
            for (int i = 0; i < d; i++) {
                double u = 0;
                double v = 0;
                for (int p = start[i]; p < start[i + 1]; p++) {
                    double a = scratch[from + columns[p]];
                    double b = scratch[from + d + columns[p]];
                    u += gRe[p] * a - gIm[p] * b;
                    v += gRe[p] * b + gIm[p] * a;
                }
                scratch[to + i] = u * factor;
                scratch[to + d + i] = v * factor;
                x[i] += u * factor;
                y[i] += v * factor;
            }
            from = to;
        }
    }
}
