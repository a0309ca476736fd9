package org.unravel.composite;

import org.unravel.numeric.SparseMatrix;

/**
 * The state of one part, with its rate: a dense matrix, or vectors x_m with ρ = Σ_m |x_m⟩⟨x_m| and ρ̇ = Σ_m |y_m⟩⟨x_m| + h.c. where these are fewer than the levels. The arrays are its own: not to
 * be written.
 */
public final class ReducedState {

    private final int dimension;
    private final double[] state;
    private final double[] rate;
    private final double[][][] x;
    private final double[][][] y;

    private ReducedState(int dimension, double[] state, double[] rate, double[][][] x, double[][][] y) {
        this.dimension = dimension;
        this.state = state;
        this.rate = rate;
        this.x = x;
        this.y = y;
    }

    /**
     * A dense state.
     *
     * @param dimension d
     * @param state packed as in {@link JointState.Density}, shape [d²]
     * @param rate packed likewise; of length 0 where there is none
     */
    public static ReducedState dense(int dimension, double[] state, double[] rate) {
        return new ReducedState(dimension, state, rate, new double[2][0][], new double[2][0][]);
    }

    /** Of vectors: real parts at 0, imaginary at 1, shape [2][vectors][d]; no y where there is no rate. */
    static ReducedState ofVectors(int dimension, double[][][] x, double[][][] y) {
        return new ReducedState(dimension, new double[0], new double[0], x, y);
    }

    /** Dimension d. */
    public int dimension() {
        return dimension;
    }

    /** Whether it is kept as vectors, so that it has a {@link #schmidt} form and no matrix. */
    public boolean isVectors() {
        return state.length == 0;
    }

    /** Whether it knows how it changes. */
    public boolean hasRate() {
        return rate.length > 0 || y[0].length > 0;
    }

    /** The matrix, packed, shape [d²]; of length 0 where it is kept as vectors. */
    public double[] packed() {
        return state;
    }

    /** Its rate, packed; of length 0 where there is none, or it is kept as vectors. */
    public double[] packedRate() {
        return rate;
    }

    /** Populations and eigenvectors of a state that is kept as vectors. */
    public Schmidt schmidt() {
        return Schmidt.of(x, y);
    }

    /** The same as a matrix. */
    ReducedState asMatrix() {
        double[] packed = new double[dimension * dimension];
        double[] packedRate = new double[y[0].length == 0 ? 0 : packed.length];
        for (int m = 0; m < x[0].length; m++) {
            for (int i = 0; i < dimension; i++) {
                addRow(packed, x, m, i, 0.5);
                if (packedRate.length > 0) {
                    addRow(packedRate, y, m, i, 1);
                }
            }
        }
        return dense(dimension, packed, packedRate);
    }

    /** Row i, and column i as far as the packing holds it, of factor (|z_m⟩⟨x_m| + h.c.). */
    private void addRow(double[] out, double[][][] z, int m, int i, double factor) {
        double[] a = z[0][m];
        double[] b = z[1][m];
        double[] u = x[0][m];
        double[] v = x[1][m];
        for (int j = 0; j <= i; j++) {
            out[i * dimension + j] += factor * (a[i] * u[j] + b[i] * v[j] + u[i] * a[j] + v[i] * b[j]);
            if (j < i) {
                out[j * dimension + i] += factor * (b[j] * u[i] - a[j] * v[i] + v[j] * a[i] - u[j] * b[i]);
            }
        }
    }

    /** Tr[Oρ] of a Hermitian operator on the space of the part. */
    public double mean(SparseMatrix operator) {
        if (!isVectors()) {
            return PackedMatrix.traceOfProduct(operator, state, dimension);
        }
        double sum = 0;
        for (int m = 0; m < x[0].length; m++) {
            sum += operator.expectation(x[0][m], x[1][m]);
        }
        return sum;
    }

    /** Tr[Oρ̇] of a Hermitian operator. */
    public double rateOfMean(SparseMatrix operator) {
        if (!isVectors()) {
            return PackedMatrix.traceOfProduct(operator, rate, dimension);
        }
        double sum = 0;
        double[] u = new double[dimension];
        double[] v = new double[dimension];
        for (int m = 0; m < x[0].length; m++) {
            operator.apply(x[0][m], x[1][m], u, v);
            for (int i = 0; i < dimension; i++) {
                sum += 2 * (u[i] * y[0][m][i] + v[i] * y[1][m][i]);
            }
        }
        return sum;
    }

    /** Tr[i[A, B]ρ] of two Hermitian operators. */
    public double commutatorMean(SparseMatrix a, SparseMatrix b) {
        if (!isVectors()) {
            return PackedMatrix.traceOfProduct(a.commutator(b).scaled(0, 1), state, dimension);
        }
        double sum = 0;
        double[][] left = new double[2][dimension];
        double[][] right = new double[2][dimension];
        for (int m = 0; m < x[0].length; m++) {
            a.apply(x[0][m], x[1][m], left[0], left[1]);
            b.apply(x[0][m], x[1][m], right[0], right[1]);
            for (int i = 0; i < dimension; i++) {
                sum -= 2 * (left[0][i] * right[1][i] - left[1][i] * right[0][i]);
            }
        }
        return sum;
    }

    /** Real part of ρ_ij. */
    double re(int i, int j) {
        if (!isVectors()) {
            return PackedMatrix.re(state, dimension, i, j);
        }
        double sum = 0;
        for (int m = 0; m < x[0].length; m++) {
            sum += x[0][m][i] * x[0][m][j] + x[1][m][i] * x[1][m][j];
        }
        return sum;
    }

    /** Imaginary part of ρ_ij. */
    double im(int i, int j) {
        if (!isVectors()) {
            return PackedMatrix.im(state, dimension, i, j);
        }
        double sum = 0;
        for (int m = 0; m < x[0].length; m++) {
            sum += x[1][m][i] * x[0][m][j] - x[0][m][i] * x[1][m][j];
        }
        return sum;
    }
}
