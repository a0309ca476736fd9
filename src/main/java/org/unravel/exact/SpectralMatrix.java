package org.unravel.exact;

import java.util.List;
import java.util.stream.IntStream;

import org.unravel.model.InitialState.Component;
import org.unravel.numeric.HermitianEigen;

/** Hermitian matrices made of given values on orthonormal vectors, and what is read off packed matrices with them. */
final class SpectralMatrix {

    private SpectralMatrix() {
    }

    /** Σ_c x_c |ψ_c⟩⟨ψ_c| over the kets of an initial state, packed. */
    static double[] ofKets(List<Component> kets, double[] values) {
        DenseMatrix half = new DenseMatrix(kets.get(0).re().length);
        for (int c = 0; c < values.length; c++) {
            half.addProjector(0.5 * values[c], kets.get(c).re(), kets.get(c).im());
        }
        return packed(half);
    }

    /** Σ_k x_k |v_k⟩⟨v_k| over eigenvectors, packed. */
    static double[] ofEigenvectors(HermitianEigen eigen, double[] values) {
        DenseMatrix half = new DenseMatrix(values.length);
        IntStream.range(0, values.length).forEach(k -> half.addProjector(0.5 * values[k], eigen.vectorsRe()[k], eigen.vectorsIm()[k]));
        return packed(half);
    }

    private static double[] packed(DenseMatrix half) {
        double[] packed = new double[half.dimension() * half.dimension()];
        half.packWithAdjoint(packed);
        return packed;
    }

    /** Tr[BM] of two packed Hermitian matrices, the second one at an offset: each pair of entries off the diagonal counts twice. */
    static double trace(double[] b, double[] m, int offset) {
        int d = (int) Math.round(Math.sqrt(b.length));
        double sum = 0;
        for (int i = 0; i < b.length; i++) {
            sum += b[i] * m[offset + i] * (i % (d + 1) == 0 ? 1 : 2);
        }
        return sum;
    }

    /** The sum of the magnitudes that {@link #trace} adds up. */
    static double magnitude(double[] b, double[] m, int offset) {
        int d = (int) Math.round(Math.sqrt(b.length));
        double sum = 0;
        for (int i = 0; i < b.length; i++) {
            sum += Math.abs(b[i] * m[offset + i]) * (i % (d + 1) == 0 ? 1 : 2);
        }
        return sum;
    }
}
