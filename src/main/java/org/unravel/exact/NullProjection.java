package org.unravel.exact;

/**
 * What a generator of an evolution that stays bounded leaves as it is: P = R(YᵀR)⁻¹Yᵀ with the vectors R and Y that it takes to zero from the right and from
 * the left. The mean of e^{At}b over a long time is Pb, as the eigenvalue 0 of such a generator has no Jordan blocks.
 */
final class NullProjection {

    private final ExtendedElimination elimination;
    private final ExtendedMatrix right;
    private final ExtendedMatrix left;
    private final ExtendedElimination gram;

    /** Of a square matrix, which is used up. */
    NullProjection(ExtendedMatrix matrix) {
        this.elimination = ExtendedElimination.of(matrix);
        this.right = elimination.rightNull();
        this.left = elimination.leftNull().transpose();
        this.gram = ExtendedElimination.ofRegular(left.times(right));
    }

    /** Number of independent vectors that the matrix takes to zero. */
    int count() {
        return right.columns();
    }

    /** These vectors, as columns. */
    ExtendedMatrix vectors() {
        return right;
    }

    /** Pb of a column b. */
    ExtendedMatrix of(ExtendedMatrix b) {
        return count() == 0 ? new ExtendedMatrix(b.rows(), 1) : right.times(gram.solve(left.times(b)));
    }

    /** The x with Ax = (1 − P)b and Px = 0. */
    ExtendedMatrix solve(ExtendedMatrix b) {
        ExtendedMatrix x = elimination.solve(b.minus(of(b)));
        return x.minus(of(x));
    }
}
