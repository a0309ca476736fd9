package org.unravel.engine;

import java.util.Arrays;

import org.unravel.numeric.SparseMatrix;

/**
 * Some lanes side by side as Taylor polynomials in time: ψ_b(x) = Σ_m c_m x^m for x in [0, 1], the part of the step that the lane still has before
 * it. The series is the dense output in which jumps are found. One per worker; allocates only when a degree occurs for the first time.
 *
 * <p>Each lane stops its own series, so its bits do not depend on its neighbours.
 */
final class TaylorBlock {

    /** A term whose squared norm is this part of the state's adds nothing: 1e-17 in the state. */
    private static final double CONVERGED = 1e-34;
    private static final int MOST_TERMS = 80;

    private final TaylorKernel kernel;
    private final int dimension;
    private final int capacity;
    private final double[][] cRe = new double[MOST_TERMS + 1][];
    private final double[][] cIm = new double[MOST_TERMS + 1][];
    private final double[] scale;
    private final double[] termNorm;
    private final boolean[] converged;
    private int degree;

    TaylorBlock(TaylorKernel kernel, int dimension, int capacity) {
        this.kernel = kernel;
        this.dimension = dimension;
        this.capacity = capacity;
        this.scale = new double[capacity];
        this.termNorm = new double[capacity];
        this.converged = new boolean[capacity];
        term(0);
    }

    private void term(int m) {
        if (cRe[m] == null) {
            cRe[m] = new double[dimension * capacity];
            cIm[m] = new double[dimension * capacity];
        }
    }

    /** Real parts of the kets at x = 0, to be written before {@link #expand}. */
    double[] startRe() {
        return cRe[0];
    }

    /** Imaginary parts. */
    double[] startIm() {
        return cIm[0];
    }

    /**
     * Computes the series.
     *
     * @param remaining time that x = 1 stands for, shape [width]
     * @param startNorm squared norms at x = 0
     */
    void expand(SparseMatrix generator, double[] remaining, double[] startNorm, int width) {
        Arrays.fill(converged, 0, width, false);
        int left = width;
        degree = 0;
        for (int m = 1; left > 0; m++) {
            if (m > MOST_TERMS) {
                throw new IllegalStateException("the Taylor series of a step did not converge in " + MOST_TERMS + " terms");
            }
            term(m);
            for (int b = 0; b < width; b++) {
                scale[b] = converged[b] ? 0 : remaining[b] / m;
            }
            kernel.nextTerm(generator, cRe[m - 1], cIm[m - 1], scale, cRe[m], cIm[m], termNorm, width);
            degree = m;
            for (int b = 0; b < width; b++) {
                if (!converged[b] && termNorm[b] <= CONVERGED * startNorm[b]) {
                    converged[b] = true;
                    left--;
                }
            }
        }
    }

    /** Kets and squared norms at a place of each lane's own. */
    void evaluate(double[] x, double[] yRe, double[] yIm, double[] norms, int width) {
        kernel.evaluate(cRe, cIm, degree, x, yRe, yIm, norms, dimension, width);
    }
}
