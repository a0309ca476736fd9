package org.unravel.attack;

import java.util.function.UnaryOperator;

/** Hermitian matrices as D² real numbers: the diagonal, then real and imaginary part of each element above it. */
final class HermitianParts {

    private final int dimension;
    private final SmallMatrix[] basis;

    HermitianParts(int dimension) {
        this.dimension = dimension;
        this.basis = new SmallMatrix[dimension * dimension];
        int next = dimension;
        for (int i = 0; i < dimension; i++) {
            basis[i] = SmallMatrix.unit(dimension, i, i);
            for (int j = i + 1; j < dimension; j++) {
                SmallMatrix upper = SmallMatrix.unit(dimension, i, j);
                basis[next++] = upper.plus(upper.adjoint());
                basis[next++] = upper.plus(upper.adjoint(), -1).timesI();
            }
        }
    }

    int count() {
        return basis.length;
    }

    double[] of(SmallMatrix hermitian) {
        double[] parts = new double[basis.length];
        int next = dimension;
        for (int i = 0; i < dimension; i++) {
            parts[i] = hermitian.re()[i * dimension + i];
            for (int j = i + 1; j < dimension; j++) {
                parts[next++] = hermitian.re()[i * dimension + j];
                parts[next++] = hermitian.im()[i * dimension + j];
            }
        }
        return parts;
    }

    /** The matrix of a linear map that keeps Hermitian matrices Hermitian. */
    RealMatrix map(UnaryOperator<SmallMatrix> linear) {
        RealMatrix m = new RealMatrix(basis.length);
        for (int c = 0; c < basis.length; c++) {
            double[] column = of(linear.apply(basis[c]));
            for (int r = 0; r < column.length; r++) {
                m.add(r, c, column[r]);
            }
        }
        return m;
    }

    /** The row that gives Re Tr(X ρ). */
    double[] trace(SmallMatrix x) {
        double[] row = new double[basis.length];
        for (int c = 0; c < basis.length; c++) {
            row[c] = x.realTrace(basis[c]);
        }
        return row;
    }
}
