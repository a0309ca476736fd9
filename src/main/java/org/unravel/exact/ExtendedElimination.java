package org.unravel.exact;

import java.util.stream.IntStream;

/**
 * Gauss elimination with complete pivoting in {@link Extended} numbers: solutions, rank, and the vectors that a matrix takes to zero from either side.
 *
 * <p>Kept beside EJML's elimination ({@link Elimination}), whose numbers are doubles: with rates over twelve decades, n = 4 to 100, its solutions are off by 2e-13 to
 * 6e-11 of the largest number, and it cannot tell a slow rate from none.
 *
 * <p>PAQ = LU with exchanges P of rows and Q of columns. A remainder below {@link #SINGULAR} of the largest element counts as zero. Not safe for threads.
 *
 * @see <a href="https://doi.org/10.1137/1.9780898718027">Higham, Accuracy and Stability of Numerical Algorithms, §9</a>
 */
final class ExtendedElimination {

    /**
     * Part of the largest element below which a remainder counts as zero: above the rounding of an elimination of a thousand rows (1e-29), and above what the
     * rounding of operators makes of rates that are zero (1e-32, as rates are squares of amplitudes). What is slower than that by comparison with the fastest
     * is not told from what never happens.
     */
    static final double SINGULAR = 1e-24;

    private final int size;
    private final ExtendedMatrix lu;
    private final int[] rows;
    private final int[] columns;
    private final int rank;

    private ExtendedElimination(ExtendedMatrix matrix, double singular) {
        this.size = matrix.rows();
        this.lu = matrix;
        this.rows = IntStream.range(0, size).toArray();
        this.columns = IntStream.range(0, size).toArray();
        this.rank = eliminate(singular);
    }

    /** Eliminates a square matrix, which is used up. */
    static ExtendedElimination of(ExtendedMatrix matrix) {
        return new ExtendedElimination(matrix, SINGULAR);
    }

    /** The same for a matrix that is known to be regular: only an exact zero stops it. */
    static ExtendedElimination ofRegular(ExtendedMatrix matrix) {
        return new ExtendedElimination(matrix, 0);
    }

    private int eliminate(double singular) {
        double zero = Double.NaN;
        for (int k = 0; k < size; k++) {
            int[] pivot = largest(k);
            double found = Math.abs(lu.high()[pivot[0]][pivot[1]]);
            if (k == 0) {
                zero = singular * found;
            }
            if (!(found > zero)) {
                return k;
            }
            exchange(k, pivot[0], pivot[1]);
            for (int i = k + 1; i < size; i++) {
                if (lu.high()[i][k] != 0) {
                    Extended factor = lu.get(i, k).over(lu.get(k, k));
                    lu.subtractRow(i, factor, k, k + 1);
                    lu.set(i, k, factor);
                }
            }
        }
        return size;
    }

    private int[] largest(int k) {
        int row = k;
        int column = k;
        double largest = 0;
        for (int i = k; i < size; i++) {
            double[] values = lu.high()[i];
            for (int j = k; j < size; j++) {
                if (Math.abs(values[j]) > largest) {
                    largest = Math.abs(values[j]);
                    row = i;
                    column = j;
                }
            }
        }
        return new int[] {row, column};
    }

    private void exchange(int k, int row, int column) {
        if (row != k) {
            lu.swapRows(k, row);
            int r = rows[k];
            rows[k] = rows[row];
            rows[row] = r;
        }
        if (column != k) {
            lu.swapColumns(k, column);
            int c = columns[k];
            columns[k] = columns[column];
            columns[column] = c;
        }
    }

    int rank() {
        return rank;
    }

    /** Vectors x with Ax = 0, as columns; shape [n][n − rank]. */
    ExtendedMatrix rightNull() {
        ExtendedMatrix out = new ExtendedMatrix(size, size - rank);
        for (int f = rank; f < size; f++) {
            Extended[] x = new Extended[rank];
            for (int i = 0; i < rank; i++) {
                x[i] = lu.get(i, f).negated();
            }
            backward(x);
            for (int i = 0; i < rank; i++) {
                out.set(columns[i], f - rank, x[i]);
            }
            out.set(columns[f], f - rank, Extended.of(1));
        }
        return out;
    }

    /** Vectors y with yA = 0, as columns; shape [n][n − rank]. */
    ExtendedMatrix leftNull() {
        ExtendedMatrix out = new ExtendedMatrix(size, size - rank);
        for (int f = rank; f < size; f++) {
            Extended[] y = new Extended[rank];
            for (int i = rank - 1; i >= 0; i--) {
                Extended sum = lu.get(f, i).negated();
                for (int j = i + 1; j < rank; j++) {
                    if (lu.high()[j][i] != 0) {
                        sum = sum.minus(lu.get(j, i).times(y[j]));
                    }
                }
                y[i] = sum;
            }
            for (int i = 0; i < rank; i++) {
                out.set(rows[i], f - rank, y[i]);
            }
            out.set(rows[f], f - rank, Extended.of(1));
        }
        return out;
    }

    /** An x with Ax = b for each column b, if there is one: the one without what is left over by the rank. */
    ExtendedMatrix solve(ExtendedMatrix b) {
        ExtendedMatrix out = new ExtendedMatrix(size, b.columns());
        for (int c = 0; c < b.columns(); c++) {
            Extended[] x = new Extended[rank];
            for (int i = 0; i < rank; i++) {
                Extended sum = b.get(rows[i], c);
                for (int j = 0; j < i; j++) {
                    if (lu.high()[i][j] != 0) {
                        sum = sum.minus(lu.get(i, j).times(x[j]));
                    }
                }
                x[i] = sum;
            }
            backward(x);
            for (int i = 0; i < rank; i++) {
                out.set(columns[i], c, x[i]);
            }
        }
        return out;
    }

    private void backward(Extended[] x) {
        for (int i = rank - 1; i >= 0; i--) {
            Extended sum = x[i];
            for (int j = i + 1; j < rank; j++) {
                if (lu.high()[i][j] != 0) {
                    sum = sum.minus(lu.get(i, j).times(x[j]));
                }
            }
            x[i] = sum.over(lu.get(i, i));
        }
    }
}
