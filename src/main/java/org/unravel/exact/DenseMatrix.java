package org.unravel.exact;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.unravel.model.InitialState;
import org.unravel.numeric.HermitianEigen;
import org.unravel.numeric.SparseMatrixBuilder;

/**
 * A dense complex square matrix to work on, and the real vector that a Hermitian one is packed in for the integrator. One array for
 * each row: loops over rows at unequal offsets of one array are not vectorised.
 *
 * <p>Packed, the real parts stand on and below the diagonal and the imaginary parts above it: half the numbers, and a state that
 * cannot lose its Hermiticity. Not safe for threads.
 */
final class DenseMatrix {

    private final int dimension;
    private final double[][] re;
    private final double[][] im;

    /** The zero matrix of a dimension ≥ 1. */
    DenseMatrix(int dimension) {
        this.dimension = dimension;
        this.re = new double[dimension][dimension];
        this.im = new double[dimension][dimension];
    }

    int dimension() {
        return dimension;
    }

    /** Real parts by row and column; the matrix's own arrays. */
    double[][] re() {
        return re;
    }

    /** Imaginary parts by row and column; the matrix's own arrays. */
    double[][] im() {
        return im;
    }

    void clear() {
        for (int i = 0; i < dimension; i++) {
            Arrays.fill(re[i], 0);
            Arrays.fill(im[i], 0);
        }
    }

    /** Adds {@code weight} |ψ⟩⟨ψ|. */
    void addProjector(double weight, double[] ketRe, double[] ketIm) {
        for (int i = 0; i < dimension; i++) {
            for (int j = 0; j < dimension; j++) {
                re[i][j] += weight * (ketRe[i] * ketRe[j] + ketIm[i] * ketIm[j]);
                im[i][j] += weight * (ketIm[i] * ketRe[j] - ketRe[i] * ketIm[j]);
            }
        }
    }

    /** The packed density matrix Σ p |ψ⟩⟨ψ| of an initial state, D² elements. */
    static double[] packed(InitialState initial) {
        int d = initial.components().get(0).re().length;
        DenseMatrix half = new DenseMatrix(d);
        for (InitialState.Component c : initial.components()) {
            half.addProjector(0.5 * c.probability(), c.re(), c.im());
        }
        double[] packed = new double[d * d];
        half.packWithAdjoint(packed);
        return packed;
    }

    /** Eigenvalues and eigenvectors of a Hermitian matrix. */
    HermitianEigen eigen() {
        SparseMatrixBuilder matrix = new SparseMatrixBuilder(dimension);
        for (int i = 0; i < dimension; i++) {
            for (int j = 0; j < dimension; j++) {
                matrix.add(i, j, re[i][j], im[i][j]);
            }
        }
        return HermitianEigen.of(matrix.build());
    }

    /** Its eigenvectors with its eigenvalues as probabilities, for a Hermitian matrix of trace 1. */
    InitialState mixture() {
        HermitianEigen eigen = eigen();
        int[] kept = IntStream.range(0, dimension).filter(k -> eigen.values()[k] > InitialState.ZERO).toArray();
        double total = Arrays.stream(kept).mapToDouble(k -> eigen.values()[k]).sum();
        return new InitialState(Arrays.stream(kept).mapToObj(k -> new InitialState.Component(eigen.values()[k] / total, eigen.vectorsRe()[k], eigen.vectorsIm()[k])).toList());
    }

    /** Becomes the Hermitian matrix packed in the first D² elements. */
    void unpack(double[] packed) {
        int d = dimension;
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < i; j++) {
                double x = packed[i * d + j];
                double y = packed[j * d + i];
                re[i][j] = x;
                re[j][i] = x;
                im[j][i] = y;
                im[i][j] = -y;
            }
            re[i][i] = packed[i * d + i];
            im[i][i] = 0;
        }
    }

    /** Packs X + X† of this matrix X into the first D² elements. */
    void packWithAdjoint(double[] packed) {
        int d = dimension;
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < i; j++) {
                packed[i * d + j] = re[i][j] + re[j][i];
                packed[j * d + i] = im[j][i] - im[i][j];
            }
            packed[i * d + i] = 2 * re[i][i];
        }
    }

    /** Packs X†X of this matrix X into the first D² elements. */
    void packGram(double[] packed) {
        int d = dimension;
        Arrays.fill(packed, 0, d * d, 0);
        for (int k = 0; k < d; k++) {
            for (int i = 0; i < d; i++) {
                for (int j = 0; j <= i; j++) {
                    packed[i * d + j] += re[k][i] * re[k][j] + im[k][i] * im[k][j];
                    if (j < i) {
                        packed[j * d + i] += im[k][i] * re[k][j] - re[k][i] * im[k][j];
                    }
                }
            }
        }
    }

    /** The packed XρX† of this matrix X and a packed ρ. */
    double[] transform(double[] rho) {
        int d = dimension;
        DenseMatrix inner = new DenseMatrix(d);
        inner.unpack(rho);
        DenseMatrix left = times(inner);
        double[] packed = new double[d * d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j <= i; j++) {
                double x = 0;
                double y = 0;
                for (int k = 0; k < d; k++) {
                    x += left.re[i][k] * re[j][k] + left.im[i][k] * im[j][k];
                    y += left.re[i][k] * im[j][k] - left.im[i][k] * re[j][k];
                }
                packed[i * d + j] = x;
                if (j < i) {
                    packed[j * d + i] = y;
                }
            }
        }
        return packed;
    }

    static DenseMatrix identity(int dimension) {
        DenseMatrix out = new DenseMatrix(dimension);
        for (int i = 0; i < dimension; i++) {
            out.re[i][i] = 1;
        }
        return out;
    }

    /** Adds another matrix. */
    void add(DenseMatrix other) {
        for (int i = 0; i < dimension; i++) {
            for (int j = 0; j < dimension; j++) {
                re[i][j] += other.re[i][j];
                im[i][j] += other.im[i][j];
            }
        }
    }

    /** This matrix and a real factor times another. */
    DenseMatrix plus(double factor, DenseMatrix other) {
        DenseMatrix out = new DenseMatrix(dimension);
        for (int i = 0; i < dimension; i++) {
            for (int j = 0; j < dimension; j++) {
                out.re[i][j] = re[i][j] + factor * other.re[i][j];
                out.im[i][j] = im[i][j] + factor * other.im[i][j];
            }
        }
        return out;
    }

    /** This matrix times the other, less the other times this one. */
    DenseMatrix commutator(DenseMatrix other) {
        return times(other).plus(-1, other.times(this));
    }

    /** Real part of the trace. */
    double trace() {
        double sum = 0;
        for (int i = 0; i < dimension; i++) {
            sum += re[i][i];
        }
        return sum;
    }

    /** Largest row sum of moduli. */
    double rowSumNorm() {
        double max = 0;
        for (int i = 0; i < dimension; i++) {
            double sum = 0;
            for (int j = 0; j < dimension; j++) {
                sum += Math.hypot(re[i][j], im[i][j]);
            }
            max = Math.max(max, sum);
        }
        return max;
    }

    DenseMatrix adjoint() {
        DenseMatrix out = new DenseMatrix(dimension);
        for (int i = 0; i < dimension; i++) {
            for (int j = 0; j < dimension; j++) {
                out.re[j][i] = re[i][j];
                out.im[j][i] = -im[i][j];
            }
        }
        return out;
    }

    DenseMatrix times(DenseMatrix other) {
        DenseMatrix out = new DenseMatrix(dimension);
        for (int i = 0; i < dimension; i++) {
            for (int k = 0; k < dimension; k++) {
                ComplexMatrix.addRow(re[i][k], im[i][k], other.re[k], other.im[k], out.re[i], out.im[i]);
            }
        }
        return out;
    }

    /** Tr[AB] of two packed Hermitian matrices, at offsets of their arrays. */
    static double packedTrace(double[] a, int offsetA, double[] b, int offsetB, int dimension) {
        double diagonal = 0;
        double rest = 0;
        for (int i = 0; i < dimension * dimension; i++) {
            double product = a[offsetA + i] * b[offsetB + i];
            if (i % (dimension + 1) == 0) {
                diagonal += product;
            } else {
                rest += product;
            }
        }
        return diagonal + 2 * rest;
    }
}
