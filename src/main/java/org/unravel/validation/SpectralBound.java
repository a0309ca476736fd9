package org.unravel.validation;

import org.unravel.numeric.SparseMatrix;

/**
 * An interval that holds every mean ⟨ψ|O|ψ⟩ of a Hermitian operator in normalised kets.
 *
 * <p>Every eigenvalue lies within one of the discs |x − O_ii| ≤ Σ_{j≠i} |O_ij|.
 *
 * @param low lower bound
 * @param high upper bound
 * @see <a href="https://doi.org/10.1017/CBO9781139020411">Horn and Johnson, Matrix Analysis, theorem 6.1.1 (Geršgorin)</a>
 */
record SpectralBound(double low, double high) {

    static SpectralBound of(SparseMatrix matrix) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < matrix.dimension(); i++) {
            double centre = 0;
            double radius = 0;
            for (int p = matrix.rowStart()[i]; p < matrix.rowStart()[i + 1]; p++) {
                if (matrix.columns()[p] == i) {
                    centre = matrix.re()[p];
                } else {
                    radius += Math.hypot(matrix.re()[p], matrix.im()[p]);
                }
            }
            low = Math.min(low, centre - radius);
            high = Math.max(high, centre + radius);
        }
        return new SpectralBound(low, high);
    }

    /** The smallest interval that holds both. */
    SpectralBound hull(SpectralBound other) {
        return new SpectralBound(Math.min(low, other.low), Math.max(high, other.high));
    }

    double width() {
        return high - low;
    }

    /** Bound of the norm of the operator. */
    double norm() {
        return Math.max(Math.abs(low), Math.abs(high));
    }
}
