package org.unravel.model;

import java.util.Arrays;

import org.unravel.numeric.HermitianEigen;
import org.unravel.numeric.SparseMatrix;

/**
 * The eigenspaces of a Hermitian operator: what a projective measurement of it can find.
 *
 * <p>Eigenvalues closer than {@link #DEGENERATE} of the largest |eigenvalue| to the lowest of their space are one outcome.
 *
 * @param values the value of each space, ascending, shape [spaces]
 * @param spaceOf the space of each eigenvector, ascending, shape [D]
 * @param eigen orthonormal eigenvectors in the same order
 */
public record Eigenspaces(double[] values, int[] spaceOf, HermitianEigen eigen) {

    /** Above the rounding of eigenvalues, below any splitting that a measurement could be meant to resolve. */
    public static final double DEGENERATE = 1e-10;

    /** Weight outside a space that is rounding of eigenvectors: the square of some thousand ulp. */
    private static final double INSIDE = 1e-12;

    /** The eigenspaces of an operator of a dimension that is small enough for all eigenvectors. */
    public static Eigenspaces of(SparseMatrix operator) {
        HermitianEigen eigen = HermitianEigen.of(operator);
        double[] all = eigen.values();
        double same = DEGENERATE * Math.max(Math.abs(all[0]), Math.abs(all[all.length - 1]));
        int[] spaceOf = new int[all.length];
        double[] values = new double[all.length];
        int count = 0;
        for (int k = 0; k < all.length; k++) {
            if (k == 0 || all[k] - values[count - 1] > same) {
                values[count++] = all[k];
            }
            spaceOf[k] = count - 1;
        }
        return new Eigenspaces(Arrays.copyOf(values, count), spaceOf, eigen);
    }

    /** Number of spaces. */
    public int count() {
        return values.length;
    }

    /**
     * The space that a ket lies in.
     *
     * @throws IllegalArgumentException if it lies in none
     */
    public int spaceOf(InitialState.Component ket) {
        double[] weights = new double[count()];
        for (int k = 0; k < spaceOf.length; k++) {
            weights[spaceOf[k]] += weight(eigen, k, ket.re(), ket.im());
        }
        for (int s = 0; s < weights.length; s++) {
            if (weights[s] > 1 - INSIDE) {
                return s;
            }
        }
        throw new IllegalArgumentException("expected a ket inside one eigenspace, found weights " + Arrays.toString(weights));
    }

    /** |⟨v|ψ⟩|² of one eigenvector. */
    private static double weight(HermitianEigen basis, int vector, double[] re, double[] im) {
        double[] vRe = basis.vectorsRe()[vector];
        double[] vIm = basis.vectorsIm()[vector];
        double x = 0;
        double y = 0;
        for (int i = 0; i < vRe.length; i++) {
            x = Math.fma(vRe[i], re[i], Math.fma(vIm[i], im[i], x));
            y = Math.fma(vRe[i], im[i], Math.fma(-vIm[i], re[i], y));
        }
        return x * x + y * y;
    }
}
