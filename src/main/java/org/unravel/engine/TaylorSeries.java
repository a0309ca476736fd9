package org.unravel.engine;

import java.util.Arrays;

/**
 * A ket as a Taylor polynomial in time: ψ(x) = Σ_m c_m x^m for x in [0, 1], the segment. The series is the dense output in which jumps are found.
 * One per worker; allocates only when more terms are needed than ever before.
 */
final class TaylorSeries {

    /** Terms whose squared norm is below this part of the ket's are left out: 1e-15 in the state, some roundings. */
    private static final double NEGLIGIBLE = 1e-30;
    private static final int FIRST_CAPACITY = 24;
    private static final int MOST_TERMS = 96;

    private final TaylorKernel kernel;
    private final int rows;
    private final int stride;
    private final double[] scratch = new double[TaylorKernel.SCRATCH];
    private double[] re;
    private double[] im;
    private int degree;

    TaylorSeries(TaylorKernel kernel, int dimension) {
        this.kernel = kernel;
        this.rows = SlicedRows.rows(dimension);
        this.stride = stride(dimension);
        this.re = new double[length(FIRST_CAPACITY)];
        this.im = new double[length(FIRST_CAPACITY)];
    }

    /** Distance of kets that lie one behind the other and share their padding. */
    static int stride(int dimension) {
        return SlicedRows.rows(dimension) + SlicedRows.HEIGHT;
    }

    private int length(int terms) {
        return (terms + 1) * stride + SlicedRows.HEIGHT;
    }

    /**
     * Computes the series of a ket over a segment, up to the term whose successor is negligible: ‖c_{m+1}‖ ≤ ‖c_m‖·length·‖G‖/(m + 1).
     *
     * @param length of the segment in time
     * @param phase length·‖G‖
     */
    void expand(SlicedRows generator, SparseKet ket, double length, double phase) {
        System.arraycopy(ket.re(), SlicedRows.HEIGHT, re, SlicedRows.HEIGHT, rows);
        System.arraycopy(ket.im(), SlicedRows.HEIGHT, im, SlicedRows.HEIGHT, rows);
        double negligible = NEGLIGIBLE * ket.forms()[0];
        degree = 0;
        double next = Double.POSITIVE_INFINITY;
        while (next > negligible) {
            if (degree == MOST_TERMS) {
                throw new IllegalStateException("the Taylor series of a segment did not converge in " + MOST_TERMS + " terms");
            }
            reserve(degree + 1);
            int from = degree * stride + SlicedRows.HEIGHT;
            double square = kernel.nextTerm(generator, length / (degree + 1), re, im, from, from + stride, scratch);
            degree++;
            double ratio = phase / (degree + 1);
            next = square * ratio * ratio;
        }
    }

    private void reserve(int terms) {
        if (length(terms) > re.length) {
            re = Arrays.copyOf(re, length(2 * terms));
            im = Arrays.copyOf(im, length(2 * terms));
        }
    }

    /** Kets at three places, one behind the other at {@link #stride}. */
    void evaluate(double x0, double x1, double x2, double[] yRe, double[] yIm) {
        kernel.evaluate(re, im, stride, degree, rows, x0, x1, x2, yRe, yIm);
    }
}
