package org.unravel.numeric;

/** The largest singular value of a matrix, by power iteration on A†A (Golub and Van Loan, Matrix Computations, 4th ed., §8.2.1). */
public final class SpectralNorm {

    /** Enough for ten digits where the two largest singular values differ by a part in a hundred; equal ones need no time. */
    private static final int MOST_ITERATIONS = 1000;
    private static final double CONVERGED = 1e-14;

    private SpectralNorm() {
    }

    /** ‖A‖, from below: a start that holds nothing of the largest singular vector is unlikely, not impossible. */
    public static double of(SparseMatrix a) {
        if (a.isZero()) {
            return 0;
        }
        double oneRow = ofOneRow(a);
        if (oneRow > 0) {
            return oneRow;
        }
        int n = a.dimension();
        SparseMatrix adjoint = a.adjoint();
        double[][] x = start(a);
        double[][] y = new double[2][n];
        double[][] z = new double[2][n];
        double norm = 0;
        for (int k = 0; k < MOST_ITERATIONS; k++) {
            a.apply(x[0], x[1], y[0], y[1]);
            adjoint.apply(y[0], y[1], z[0], z[1]);
            double next = Math.sqrt(normalise(z));
            double[][] swap = x;
            x = z;
            z = swap;
            if (Math.abs(next - norm) <= CONVERGED * next) {
                return next;
            }
            norm = next;
        }
        return norm;
    }

    /** ‖A‖ where its largest row shows that all of A maps to one direction, as ‖Ax‖ ≤ ‖A‖ ≤ ‖A‖_F; else 0. */
    private static double ofOneRow(SparseMatrix a) {
        int n = a.dimension();
        double total = 0;
        double most = 0;
        int largest = 0;
        for (int i = 0; i < n; i++) {
            double row = 0;
            for (int p = a.rowStart()[i]; p < a.rowStart()[i + 1]; p++) {
                row += a.re()[p] * a.re()[p] + a.im()[p] * a.im()[p];
            }
            total += row;
            largest = row > most ? i : largest;
            most = Math.max(most, row);
        }
        double[][] x = new double[2][n];
        for (int p = a.rowStart()[largest]; p < a.rowStart()[largest + 1]; p++) {
            x[0][a.columns()[p]] = a.re()[p];
            x[1][a.columns()[p]] = -a.im()[p];
        }
        double[][] y = new double[2][n];
        a.apply(x[0], x[1], y[0], y[1]);
        double norm = normalise(y);
        double square = norm * norm / most;
        return square >= (1 - CONVERGED) * total ? Math.sqrt(total) : 0;
    }

    /** Sizes of the columns, with signs that follow no symmetry of a model. */
    private static double[][] start(SparseMatrix a) {
        double[][] x = new double[2][a.dimension()];
        for (int i = 0; i < a.dimension(); i++) {
            for (int p = a.rowStart()[i]; p < a.rowStart()[i + 1]; p++) {
                int j = a.columns()[p];
                x[0][j] += a.magnitude(p) * Math.sin(1 + j * Math.sqrt(2));
                x[1][j] += a.magnitude(p) * Math.cos(2 + j * Math.sqrt(3));
            }
        }
        normalise(x);
        return x;
    }

    private static double normalise(double[][] x) {
        double sum = 0;
        for (int j = 0; j < x[0].length; j++) {
            sum += x[0][j] * x[0][j] + x[1][j] * x[1][j];
        }
        double norm = Math.sqrt(sum);
        for (int j = 0; j < x[0].length && norm > 0; j++) {
            x[0][j] /= norm;
            x[1][j] /= norm;
        }
        return norm;
    }
}
