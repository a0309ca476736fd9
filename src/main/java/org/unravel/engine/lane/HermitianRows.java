package org.unravel.engine.lane;

import org.unravel.numeric.SparseMatrix;

/**
 * A Hermitian matrix as its diagonal and the entries above it, flat, for lane loops.
 *
 * @param diagonalState basis states with a diagonal entry
 * @param diagonal the entries
 * @param row row of each entry above the diagonal
 * @param column its column
 * @param re twice its real part
 * @param im minus twice its imaginary part, so that ⟨x|A|x⟩ = Σ d|x_i|² + Σ re·Re(x̄_r x_c) + im·Im(x̄_r x_c)
 */
public record HermitianRows(int[] diagonalState, double[] diagonal, int[] row, int[] column, double[] re, double[] im) {

    public static HermitianRows of(SparseMatrix a) {
        int[] state = new int[a.nonZeroCount()];
        double[] diagonal = new double[a.nonZeroCount()];
        int[] row = new int[a.nonZeroCount()];
        int[] column = new int[a.nonZeroCount()];
        double[] re = new double[a.nonZeroCount()];
        double[] im = new double[a.nonZeroCount()];
        int n = 0;
        int m = 0;
        for (int i = 0; i < a.dimension(); i++) {
            for (int p = a.rowStart()[i]; p < a.rowStart()[i + 1]; p++) {
                int j = a.columns()[p];
                if (j == i) {
                    state[n] = i;
                    diagonal[n++] = a.re()[p];
                } else if (j > i) {
                    row[m] = i;
                    column[m] = j;
                    re[m] = 2 * a.re()[p];
                    im[m++] = -2 * a.im()[p];
                }
            }
        }
        return new HermitianRows(java.util.Arrays.copyOf(state, n), java.util.Arrays.copyOf(diagonal, n), java.util.Arrays.copyOf(row, m),
                java.util.Arrays.copyOf(column, m), java.util.Arrays.copyOf(re, m), java.util.Arrays.copyOf(im, m));
    }

    /** ⟨x|A|x⟩ of one ket. */
    public double expectation(double[] xRe, double[] xIm) {
        double sum = 0;
        for (int d = 0; d < diagonal.length; d++) {
            int i = diagonalState[d];
            sum += diagonal[d] * (xRe[i] * xRe[i] + xIm[i] * xIm[i]);
        }
        for (int e = 0; e < row.length; e++) {
            int i = row[e];
            int j = column[e];
            sum += re[e] * (xRe[i] * xRe[j] + xIm[i] * xIm[j]) + im[e] * (xRe[i] * xIm[j] - xIm[i] * xRe[j]);
        }
        return sum;
    }
}
