package org.unravel.composite;

import org.unravel.numeric.SparseMatrix;
import org.unravel.numeric.SparseMatrixBuilder;

/** Hermitian matrices packed in D² real numbers, as in {@link JointState.Density}. */
final class PackedMatrix {

    private PackedMatrix() {
    }

    static double traceOfProduct(SparseMatrix operator, double[] packed, int d) {
        double sum = 0;
        for (int i = 0; i < d; i++) {
            for (int p = operator.rowStart()[i]; p < operator.rowStart()[i + 1]; p++) {
                int j = operator.columns()[p];
                sum += operator.re()[p] * re(packed, d, j, i) - operator.im()[p] * im(packed, d, j, i);
            }
        }
        return sum;
    }

    static double re(double[] packed, int d, int i, int j) {
        return i >= j ? packed[i * d + j] : packed[j * d + i];
    }

    static double im(double[] packed, int d, int i, int j) {
        return i == j ? 0 : i < j ? packed[i * d + j] : -packed[j * d + i];
    }

    static SparseMatrix sparse(double[] packed, int d) {
        SparseMatrixBuilder builder = new SparseMatrixBuilder(d);
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                double x = re(packed, d, i, j);
                double y = im(packed, d, i, j);
                if (x != 0 || y != 0) {
                    builder.add(i, j, x, y);
                }
            }
        }
        return builder.build();
    }
}
