package org.unravel.exact;

/** A dense real matrix of {@link Extended} numbers, shape [rows][columns], as two arrays so that loops over a row are fast. Not safe for threads. */
final class ExtendedMatrix {

    private final double[][] high;
    private final double[][] low;

    ExtendedMatrix(int rows, int columns) {
        this.high = new double[rows][columns];
        this.low = new double[rows][columns];
    }

    /** A column of plain numbers. */
    static ExtendedMatrix column(double[] values) {
        ExtendedMatrix out = new ExtendedMatrix(values.length, 1);
        for (int i = 0; i < values.length; i++) {
            out.high[i][0] = values[i];
        }
        return out;
    }

    int rows() {
        return high.length;
    }

    int columns() {
        return high.length == 0 ? 0 : high[0].length;
    }

    /** Rounded numbers by row; the matrix's own arrays. */
    double[][] high() {
        return high;
    }

    /** What rounding left, by row; the matrix's own arrays. */
    double[][] low() {
        return low;
    }

    Extended get(int i, int j) {
        return new Extended(high[i][j], low[i][j]);
    }

    void set(int i, int j, Extended value) {
        high[i][j] = value.high();
        low[i][j] = value.low();
    }

    void add(int i, int j, Extended value) {
        set(i, j, get(i, j).plus(value));
    }

    /** Row {@code target} less {@code factor} times row {@code source}, from a column on. */
    void subtractRow(int target, Extended factor, int source, int from) {
        double fh = factor.high();
        double fl = factor.low();
        double[] ah = high[target];
        double[] al = low[target];
        double[] bh = high[source];
        double[] bl = low[source];
        for (int j = from; j < ah.length; j++) {
            double p = fh * bh[j];
            double e = Math.fma(fh, bh[j], -p) + (fh * bl[j] + fl * bh[j]);
            double s = ah[j] - p;
            double v = s - ah[j];
            double t = (ah[j] - (s - v)) - (p + v) + (al[j] - e);
            double h = s + t;
            al[j] = t - (h - s);
            ah[j] = h;
        }
    }

    void swapRows(int i, int j) {
        double[] h = high[i];
        high[i] = high[j];
        high[j] = h;
        double[] l = low[i];
        low[i] = low[j];
        low[j] = l;
    }

    void swapColumns(int i, int j) {
        for (int r = 0; r < high.length; r++) {
            Extended x = get(r, i);
            set(r, i, get(r, j));
            set(r, j, x);
        }
    }

    /** The product with another matrix. */
    ExtendedMatrix times(ExtendedMatrix other) {
        ExtendedMatrix out = new ExtendedMatrix(rows(), other.columns());
        for (int i = 0; i < rows(); i++) {
            for (int j = 0; j < other.columns(); j++) {
                Extended sum = Extended.ZERO;
                for (int k = 0; k < columns(); k++) {
                    if (high[i][k] != 0 && other.high[k][j] != 0) {
                        sum = sum.plus(get(i, k).times(other.get(k, j)));
                    }
                }
                out.set(i, j, sum);
            }
        }
        return out;
    }

    ExtendedMatrix transpose() {
        ExtendedMatrix out = new ExtendedMatrix(columns(), rows());
        for (int i = 0; i < rows(); i++) {
            for (int j = 0; j < columns(); j++) {
                out.set(j, i, get(i, j));
            }
        }
        return out;
    }

    ExtendedMatrix minus(ExtendedMatrix other) {
        ExtendedMatrix out = new ExtendedMatrix(rows(), columns());
        for (int i = 0; i < rows(); i++) {
            for (int j = 0; j < columns(); j++) {
                out.set(i, j, get(i, j).minus(other.get(i, j)));
            }
        }
        return out;
    }

    ExtendedMatrix copy() {
        ExtendedMatrix out = new ExtendedMatrix(rows(), columns());
        for (int i = 0; i < rows(); i++) {
            out.high[i] = high[i].clone();
            out.low[i] = low[i].clone();
        }
        return out;
    }

    /** Largest sum of moduli in a row. */
    double rowSumNorm() {
        double max = 0;
        for (double[] row : high) {
            double sum = 0;
            for (double x : row) {
                sum += Math.abs(x);
            }
            max = Math.max(max, sum);
        }
        return max;
    }

    /** True if this symmetric matrix has only positive eigenvalues: elimination without exchanges meets positive pivots alone (Sylvester). */
    boolean isPositiveDefinite() {
        ExtendedMatrix a = copy();
        for (int k = 0; k < rows(); k++) {
            if (!(a.high[k][k] > 0)) {
                return false;
            }
            for (int i = k + 1; i < rows(); i++) {
                if (a.high[i][k] != 0) {
                    a.subtractRow(i, a.get(i, k).over(a.get(k, k)), k, k);
                }
            }
        }
        return true;
    }
}
