package org.unravel.ensemble;

import org.unravel.numeric.HermitianEigen;

/**
 * An orthonormal basis to measure in, kept without the zeros of its vectors: eigenvectors of an operator in blocks have few entries. One per
 * worker thread.
 */
final class MeasuredBasis {

    private final int[] start;
    private final int[] places;
    private final double[] vRe;
    private final double[] vIm;

    MeasuredBasis(HermitianEigen eigen) {
        int dimension = eigen.values().length;
        start = new int[dimension + 1];
        int[] at = new int[dimension * dimension];
        double[] x = new double[at.length];
        double[] y = new double[at.length];
        int count = 0;
        for (int k = 0; k < dimension; k++) {
            for (int i = 0; i < dimension; i++) {
                if (eigen.vectorsRe()[k][i] != 0 || eigen.vectorsIm()[k][i] != 0) {
                    at[count] = i;
                    x[count] = eigen.vectorsRe()[k][i];
                    y[count++] = eigen.vectorsIm()[k][i];
                }
            }
            start[k + 1] = count;
        }
        places = java.util.Arrays.copyOf(at, count);
        vRe = java.util.Arrays.copyOf(x, count);
        vIm = java.util.Arrays.copyOf(y, count);
    }

    /**
     * The vector that a uniform number in [0, 1) chooses with weights |⟨v|ψ⟩|²; the ket need not be normalised. The weights of a whole basis add up to
     * the norm of the ket, so that those behind the chosen vector are not needed.
     */
    int outcome(double[] re, double[] im, double uniform) {
        double norm = 0;
        for (int i = 0; i < re.length; i++) {
            norm += re[i] * re[i] + im[i] * im[i];
        }
        double rest = uniform * norm;
        int last = 0;
        for (int k = 0; k + 1 < start.length; k++) {
            double x = 0;
            double y = 0;
            for (int p = start[k]; p < start[k + 1]; p++) {
                int i = places[p];
                x += vRe[p] * re[i] + vIm[p] * im[i];
                y += vRe[p] * im[i] - vIm[p] * re[i];
            }
            double weight = x * x + y * y;
            if (weight > 0) {
                last = k;
                rest -= weight;
                if (rest < 0) {
                    return k;
                }
            }
        }
        // rounding may leave a rest
        return last;
    }
}
