package org.unravel.exact;

import org.unravel.model.TimeDependentOperator;
import org.unravel.model.TimeFunction;
import org.unravel.numeric.SparseMatrix;
import org.unravel.numeric.SparseMatrixBuilder;

/** Matrices of the model-file format for models built in tests: for a qubit |e⟩ comes first. */
final class Operators {

    static final SparseMatrix SIGMA_X = unit(2, 0, 1).plus(unit(2, 1, 0));
    static final SparseMatrix SIGMA_Y = unit(2, 0, 1).scaled(0, -1).plus(unit(2, 1, 0).scaled(0, 1));
    static final SparseMatrix SIGMA_Z = SparseMatrix.diagonal(1, -1);
    static final SparseMatrix SIGMA_MINUS = unit(2, 1, 0);
    static final SparseMatrix SIGMA_PLUS = unit(2, 0, 1);
    static final SparseMatrix EXCITED = unit(2, 0, 0);

    private Operators() {
    }

    /** |row⟩⟨column|. */
    static SparseMatrix unit(int dimension, int row, int column) {
        return new SparseMatrixBuilder(dimension).add(row, column, 1, 0).build();
    }

    /** The annihilation operator on levels 0 to D−1. */
    static SparseMatrix annihilation(int dimension) {
        SparseMatrixBuilder builder = new SparseMatrixBuilder(dimension);
        for (int n = 1; n < dimension; n++) {
            builder.add(n - 1, n, Math.sqrt(n), 0);
        }
        return builder.build();
    }

    static SparseMatrix number(int dimension) {
        double[] n = new double[dimension];
        for (int i = 0; i < dimension; i++) {
            n[i] = i;
        }
        return SparseMatrix.diagonal(n);
    }

    static TimeDependentOperator constant(double factor, SparseMatrix matrix) {
        return TimeDependentOperator.constant(matrix.scaled(factor, 0));
    }

    static TimeDependentOperator times(TimeFunction factor, SparseMatrix matrix) {
        return TimeDependentOperator.constant(matrix).scaled(factor);
    }
}
