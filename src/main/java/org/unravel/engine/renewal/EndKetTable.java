package org.unravel.engine.renewal;

import org.unravel.engine.sector.Kets;
import org.unravel.numeric.SparseMatrix;

/**
 * Kets of the no-jump evolution of one post-jump state, for final measurements: e^{Gτ}|e_1⟩ as Taylor polynomials around equally distant ages, in
 * the basis of the model. Immutable.
 */
final class EndKetTable {

    /** ‖G‖ times the distance of nodes, from the nearest of which τ‖G‖ is half as much at most. The first whose table is small enough is taken. */
    private static final double[] REACHES = {0x1p-6, 0x1p-3, 0.5};
    /** A table of this size stays in the second-level cache beside the curves. */
    private static final double SMALL_TABLE = 1 << 18;
    /** The first term that is left out. */
    private static final double NEGLIGIBLE = 1e-16;

    private final double perWidth;
    private final int dimension;
    private final int degree;
    /** Coefficients of (τ/width)^n from the highest power down, shape [nodes][(degree + 1) * dimension]. */
    private final double[][] re;
    private final double[][] im;

    private EndKetTable(double width, int dimension, int degree, int nodeCount) {
        this.perWidth = 1 / width;
        this.dimension = dimension;
        this.degree = degree;
        this.re = new double[nodeCount][(degree + 1) * dimension];
        this.im = new double[nodeCount][(degree + 1) * dimension];
    }

    /** The table for ages from 0 to {@code duration}. */
    static EndKetTable of(PostJumpState state, double duration) {
        int cells = cellCount(state, duration);
        double width = duration / cells;
        int degree = degree(state, width);
        EndKetTable table = new EndKetTable(width, state.space().re(0).length, degree, cells + 1);
        double[][] ket = new double[2][state.dimension()];
        ket[0][0] = 1;
        for (int node = 0; node <= cells; node++) {
            double[][][] terms = terms(state.generator(), width, degree, ket);
            for (int n = 0; n <= degree; n++) {
                table.enter(state.space(), terms[n], node, n);
            }
            // two halves, so that the polynomial is as good as where it is used
            ket = half(terms(state.generator(), width, degree, half(terms)));
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
            if (bytes(state, duration, cells) <= SMALL_TABLE) {
                return cells;
            }
        }
        return cells;
    }

    /** Highest power of the exponential series that matters at half a width; of a one-dimensional subspace only norm and phase would change. */
    private static int degree(PostJumpState state, double width) {
        if (state.dimension() == 1) {
            return 0;
        }
        double x = state.generator().rowSumNorm() * width / 2;
        int n = 0;
        for (double term = 1; term > NEGLIGIBLE; n++) {
            term *= x / (n + 1);
        }
        return n;
    }

    /** Bytes that the table for a state would take. */
    static double bytes(PostJumpState state, double duration) {
        return bytes(state, duration, cellCount(state, duration));
    }

    private static double bytes(PostJumpState state, double duration, int cells) {
        return 16.0 * state.space().re(0).length * (degree(state, duration / cells) + 1) * (cells + 1.0);
    }

    /** (width·G)^n/n! times a ket for n from 0 on, shape [degree + 1][2][dimension of the subspace]. */
    private static double[][][] terms(SparseMatrix generator, double width, int degree, double[][] ket) {
        double[][][] terms = new double[degree + 1][2][ket[0].length];
        terms[0] = ket;
        for (int n = 1; n <= degree; n++) {
            generator.apply(terms[n - 1][0], terms[n - 1][1], terms[n][0], terms[n][1]);
            Kets.scale(width / n, terms[n][0], terms[n][1]);
        }
        return terms;
    }

    /** The ket half a width on. */
    private static double[][] half(double[][][] terms) {
        double[][] ket = new double[2][terms[0][0].length];
        double power = 1;
        for (double[][] term : terms) {
            for (int i = 0; i < ket[0].length; i++) {
                ket[0][i] += power * term[0][i];
                ket[1][i] += power * term[1][i];
            }
            power /= 2;
        }
        return ket;
    }

    private void enter(KrylovSpace space, double[][] term, int node, int power) {
        int at = (degree - power) * dimension;
        for (int k = 0; k < term[0].length; k++) {
            double[] vRe = space.re(k);
            double[] vIm = space.im(k);
            for (int i = 0; i < dimension; i++) {
                re[node][at + i] += term[0][k] * vRe[i] - term[1][k] * vIm[i];
                im[node][at + i] += term[0][k] * vIm[i] + term[1][k] * vRe[i];
            }
        }
    }

    /** Writes the ket at an age in the basis of the model, up to a phase and, where only those change, a norm; shape [dimension] each. */
    void copy(double age, double[] ketRe, double[] ketIm) {
        double place = age * perWidth;
        int node = Math.min(re.length - 1, (int) Math.rint(place));
        double x = place - node;
        double[] a = re[node];
        double[] b = im[node];
        for (int i = 0; i < dimension; i++) {
            double u = a[i];
            double v = b[i];
            for (int p = dimension + i; p < a.length; p += dimension) {
                u = Math.fma(u, x, a[p]);
                v = Math.fma(v, x, b[p]);
            }
            ketRe[i] = u;
            ketIm[i] = v;
        }
    }
}
