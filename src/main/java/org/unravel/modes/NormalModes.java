package org.unravel.modes;

import java.util.Arrays;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.unravel.model.ModelException;
import org.unravel.model.QuadraticModel;
import org.unravel.model.Reason;

/**
 * The normal modes of a model: h = V ε Vᵀ. Rows of V are the local modes, those that diagonalise each group alone, so that a thermal group begins with numbers of quanta that are not correlated.
 *
 * @param model the problem
 * @param local frequencies of the local modes, those of part A before those of part B, shape [modes]
 * @param bases eigenvectors of each group by columns, from its own modes to local modes, shape [2]
 * @param coupling g between local modes, shape [modes of A][modes of B]
 * @param frequencies ε, ascending, shape [modes]
 * @param vectors V, shape [local modes][normal modes]
 */
record NormalModes(QuadraticModel model, double[] local, RealMatrix[] bases, RealMatrix coupling, double[] frequencies, RealMatrix vectors) {

    /** Largest residual of hV − Vε and of VᵀV − 1, in units of the largest frequency and of 1, that rounding explains, for each mode. */
    private static final double RESIDUAL = 1e-14;

    /** Both groups, of which the first is part A. */
    static final int PARTS = 2;

    /**
     * Finds them.
     *
     * @throws ModelException if the energy has no lower bound, or rounding leaves too few digits
     */
    static NormalModes of(QuadraticModel model) {
        Eigen first = Eigen.of(RealMatrix.of(model.first().matrix()));
        Eigen second = Eigen.of(RealMatrix.of(model.second().matrix()));
        RealMatrix coupling = first.vectors.transposed().times(RealMatrix.of(model.coupling())).times(second.vectors);
        double[] local = Arrays.copyOf(first.values, model.modeCount());
        System.arraycopy(second.values, 0, local, first.values.length, second.values.length);
        RealMatrix matrix = matrix(local, coupling);
        Eigen all = Eigen.of(matrix);
        NormalModes modes = new NormalModes(model, local, new RealMatrix[] {first.vectors, second.vectors}, coupling, all.values, all.vectors);
        modes.requirePositive();
        modes.requireExact(matrix);
        return modes;
    }

    private static RealMatrix matrix(double[] local, RealMatrix coupling) {
        int n = local.length;
        RealMatrix matrix = new RealMatrix(n, n);
        for (int i = 0; i < n; i++) {
            matrix.entries()[i * n + i] = local[i];
        }
        for (int i = 0; i < coupling.rows(); i++) {
            for (int k = 0; k < coupling.columns(); k++) {
                int column = coupling.rows() + k;
                matrix.entries()[i * n + column] = coupling.at(i, k);
                matrix.entries()[column * n + i] = coupling.at(i, k);
            }
        }
        return matrix;
    }

    private void requirePositive() {
        double largest = Math.max(Math.abs(frequencies[0]), Math.abs(frequencies[frequencies.length - 1]));
        if (!(frequencies[0] > frequencies.length * Math.ulp(largest))) {
            throw new ModelException("expected a positive matrix of the modes, found " + frequencies[0] + " as its smallest eigenvalue: the energy has no lower bound", "modes");
        }
    }

    private void requireExact(RealMatrix matrix) {
        RealMatrix left = matrix.times(vectors);
        RealMatrix transposed = vectors.transposed();
        RealMatrix unit = transposed.times(vectors);
        double scale = frequencies[frequencies.length - 1];
        double worst = 0;
        for (int i = 0; i < matrix.rows(); i++) {
            for (int j = 0; j < matrix.rows(); j++) {
                worst = Math.max(worst, Math.max(Math.abs(left.at(i, j) - vectors.at(i, j) * frequencies[j]) / scale, Math.abs(unit.at(i, j) - (i == j ? 1 : 0))));
            }
        }
        if (!(worst <= RESIDUAL * Math.max(10, matrix.rows()))) {
            throw new ModelException(Reason.TOO_INEXACT, "expected normal modes to " + RESIDUAL * matrix.rows() + ", found a residual of " + worst, "modes");
        }
    }

    /** Number of all modes. */
    int count() {
        return local.length;
    }

    /** Number of the modes of a part, 0 or 1. */
    int count(int part) {
        return part == 0 ? coupling.rows() : coupling.columns();
    }

    /** The first local mode of a part. */
    int first(int part) {
        return part == 0 ? 0 : coupling.rows();
    }

    /** Frequencies of the local modes of a part. */
    double[] local(int part) {
        return Arrays.copyOfRange(local, first(part), first(part) + count(part));
    }

    /** Rows of V that are the local modes of a part, shape [modes of the part][modes]. */
    RealMatrix vectors(int part) {
        return vectors.rows(first(part), count(part));
    }

    /**
     * Eigenvalues, ascending, and eigenvectors by columns.
     */
    record Eigen(double[] values, RealMatrix vectors) {

        static Eigen of(RealMatrix symmetric) {
            int n = symmetric.rows();
            EigenDecomposition_F64<DMatrixRMaj> solver = DecompositionFactory_DDRM.eig(n, true, true);
            if (!solver.decompose(DMatrixRMaj.wrap(n, n, symmetric.entries().clone()))) {
                throw new ModelException(Reason.GAVE_UP, "eigenvectors of a matrix of dimension " + n + " were not found", "modes");
            }
            double[] found = new double[n];
            Arrays.setAll(found, k -> solver.getEigenvalue(k).getReal());
            Integer[] order = new Integer[n];
            Arrays.setAll(order, k -> k);
            Arrays.sort(order, (a, b) -> Double.compare(found[a], found[b]));
            RealMatrix vectors = new RealMatrix(n, n);
            double[] values = new double[n];
            for (int k = 0; k < n; k++) {
                values[k] = found[order[k]];
                double[] vector = solver.getEigenVector(order[k]).data;
                for (int i = 0; i < n; i++) {
                    vectors.entries()[i * n + k] = vector[i];
                }
            }
            return new Eigen(values, vectors);
        }
    }
}
