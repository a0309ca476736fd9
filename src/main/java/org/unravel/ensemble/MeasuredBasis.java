package org.unravel.ensemble;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.unravel.numeric.HermitianEigen;

/**
 * An orthonormal basis to measure in, kept without the zeros of its vectors: eigenvectors of an operator in blocks have few entries. One per
 * worker thread.
 */
final class MeasuredBasis {

    private final int[] number;
    private final int[] start;
    private final int[] places;
    private final double[] vRe;
    private final double[] vIm;

    private MeasuredBasis(HermitianEigen eigen, int[] number) {
        int dimension = eigen.values().length;
        this.number = number;
        start = new int[dimension + 1];
        int[] at = new int[dimension * dimension];
        double[] x = new double[at.length];
        double[] y = new double[at.length];
        int count = 0;
        for (int n = 0; n < dimension; n++) {
            int k = number[n];
            for (int i = 0; i < dimension; i++) {
                if (eigen.vectorsRe()[k][i] != 0 || eigen.vectorsIm()[k][i] != 0) {
                    at[count] = i;
                    x[count] = eigen.vectorsRe()[k][i];
                    y[count++] = eigen.vectorsIm()[k][i];
                }
            }
            start[n + 1] = count;
        }
        places = Arrays.copyOf(at, count);
        vRe = Arrays.copyOf(x, count);
        vIm = Arrays.copyOf(y, count);
    }

    /** The eigenvectors of an operator, tried from its smallest eigenvalue on: energies, of which low ones are found most often. */
    static MeasuredBasis ascending(HermitianEigen eigen) {
        return new MeasuredBasis(eigen, IntStream.range(0, eigen.values().length).toArray());
    }

    /** Those tried from its largest eigenvalue on: populations. */
    static MeasuredBasis descending(HermitianEigen eigen) {
        int dimension = eigen.values().length;
        return new MeasuredBasis(eigen, IntStream.range(0, dimension).map(n -> dimension - 1 - n).toArray());
    }

    /**
     * The vector that a uniform number in [0, 1) chooses with weights |⟨v|ψ⟩|², as its number in the order of eigenvalues. The weights of a whole basis
     * add up to ⟨ψ|ψ⟩, so that those behind the chosen vector are not needed.
     *
     * @param normSquared ⟨ψ|ψ⟩, which need not be 1
     */
    int outcome(double[] re, double[] im, double normSquared, double uniform) {
        double rest = uniform * normSquared;
        int last = 0;
        for (int n = 0; n < number.length; n++) {
            double x = 0;
            double y = 0;
            for (int p = start[n]; p < start[n + 1]; p++) {
                int i = places[p];
                x += vRe[p] * re[i] + vIm[p] * im[i];
                y += vRe[p] * im[i] - vIm[p] * re[i];
            }
            double weight = x * x + y * y;
            if (weight > 0) {
                last = n;
                rest -= weight;
                if (rest < 0) {
                    break;
                }
            }
        }
        // rounding may leave a rest
        return number[last];
    }
}
