package org.unravel.engine;

import java.util.ArrayList;
import java.util.List;

import org.unravel.numeric.SparseMatrix;
import org.unravel.numeric.SparseMatrixBuilder;

/**
 * The smallest subspace that holds a ket and that a matrix maps into itself: where the no-jump evolution of the ket stays.
 *
 * <p>An orthonormal basis by Arnoldi's method, each vector orthogonalised twice. Source: Saad, Iterative Methods for Sparse Linear Systems
 * (2003), §6.3, algorithm 6.1 and proposition 6.6.
 */
final class KrylovSpace {

    /**
     * What the next vector may stick out of the space, in units of the matrix's norm: some ten units of rounding. The amplitude that is left out
     * grows at most like this times ‖G‖t.
     */
    private static final double INVARIANT = 1e-14;

    private final SparseMatrix matrix;
    private final double norm;
    private final List<double[]> re = new ArrayList<>();
    private final List<double[]> im = new ArrayList<>();

    /** The space of a normalised ket alone; {@link #extend} completes it. */
    KrylovSpace(SparseMatrix matrix, double[] ketRe, double[] ketIm) {
        this.matrix = matrix;
        this.norm = matrix.rowSumNorm();
        re.add(ketRe);
        im.add(ketIm);
    }

    int dimension() {
        return re.size();
    }

    double[] re(int vector) {
        return re.get(vector);
    }

    double[] im(int vector) {
        return im.get(vector);
    }

    /** Adds the direction in which the matrix leads out of the space; false if there is none. */
    boolean extend() {
        int last = re.size() - 1;
        double[] x = new double[matrix.dimension()];
        double[] y = new double[x.length];
        matrix.apply(re.get(last), im.get(last), x, y);
        for (int pass = 0; pass < 2; pass++) {
            for (int i = 0; i <= last; i++) {
                Kets.subtract(re.get(i), im.get(i), x, y);
            }
        }
        double size = Math.sqrt(Kets.square(x, y));
        if (!(size > INVARIANT * norm)) {
            return false;
        }
        Kets.scale(1 / size, x, y);
        re.add(x);
        im.add(y);
        return true;
    }

    /** The matrix Q†AQ of an operator in the basis Q of this space. */
    SparseMatrix project(SparseMatrix a) {
        SparseMatrixBuilder builder = new SparseMatrixBuilder(dimension());
        double[] x = new double[a.dimension()];
        double[] y = new double[x.length];
        for (int j = 0; j < dimension(); j++) {
            a.apply(re.get(j), im.get(j), x, y);
            for (int i = 0; i < dimension(); i++) {
                builder.add(i, j, Kets.innerRe(re.get(i), im.get(i), x, y), Kets.innerIm(re.get(i), im.get(i), x, y));
            }
        }
        return builder.build();
    }
}
