package org.unravel.model;

import java.util.Arrays;

import org.unravel.numeric.HermitianEigen;
import org.unravel.numeric.Rounding;
import org.unravel.numeric.SparseMatrix;

/**
 * The eigenspaces of a Hermitian operator: what a projective measurement of it can find.
 *
 * <p>Eigenvalues are one outcome where their own rounding does not tell them apart ({@link Rounding}), however large others are.
 *
 * @param values the value of each space, ascending, shape [spaces]
 * @param roundings bound of the distance of a value from each eigenvalue of the space and of its rounding, shape [spaces]
 * @param spaceOf the space of each eigenvector, ascending, shape [D]
 * @param eigen orthonormal eigenvectors in the same order
 */
public record Eigenspaces(double[] values, double[] roundings, int[] spaceOf, HermitianEigen eigen) {

    /** Weight outside a space that is rounding of eigenvectors: the square of some thousand ulp. */
    private static final double INSIDE = 1e-12;

    /** The eigenspaces of an operator of a dimension that is small enough for all eigenvectors. */
    public static Eigenspaces of(SparseMatrix operator) {
        HermitianEigen eigen = HermitianEigen.of(operator);
        double[] all = eigen.values();
        int[] spaceOf = Rounding.sets(all, eigen.roundings());
        int count = 1 + Arrays.stream(spaceOf).max().orElseThrow();
        double[] values = new double[count];
        double[] roundings = new double[count];
        Arrays.fill(values, Double.POSITIVE_INFINITY);
        for (int k = 0; k < all.length; k++) {
            values[spaceOf[k]] = Math.min(values[spaceOf[k]], all[k]);
        }
        for (int k = 0; k < all.length; k++) {
            roundings[spaceOf[k]] = Math.max(roundings[spaceOf[k]], all[k] - values[spaceOf[k]] + eigen.roundings()[k]);
        }
        return new Eigenspaces(values, roundings, spaceOf, eigen);
    }

    /** Number of spaces. */
    public int count() {
        return values.length;
    }

    /** The least distance of two values; infinite of one. */
    public double closest() {
        double closest = Double.POSITIVE_INFINITY;
        for (int s = 1; s < values.length; s++) {
            closest = Math.min(closest, values[s] - values[s - 1]);
        }
        return closest;
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
