package org.unravel.effective;

/**
 * A linear map of matrices of dimension d that takes Hermitian ones to Hermitian ones: a real matrix of d² × d² in the orthonormal Hermitian basis |i⟩⟨i|, (|i⟩⟨j| + |j⟩⟨i|)/√2 and
 * i(|j⟩⟨i| − |i⟩⟨j|)/√2 for i &gt; j, in the order of a packed matrix ({@link org.unravel.exact.StateEvolution}), so that its singular values are those of the map itself. Not to be changed once made.
 */
final class Superoperator {

    private static final double ROOT = Math.sqrt(2);

    private final int dimension;
    private final double[][] entries;

    /** With its own array, shape [d²][d²]: column b holds the image of the basis matrix b. */
    Superoperator(double[][] entries) {
        this.entries = entries;
        this.dimension = (int) Math.round(Math.sqrt(entries.length));
    }

    static Superoperator identity(int dimension) {
        double[][] entries = new double[dimension * dimension][dimension * dimension];
        for (int i = 0; i < entries.length; i++) {
            entries[i][i] = 1;
        }
        return new Superoperator(entries);
    }

    /** Dimension d of the matrices. */
    int dimension() {
        return dimension;
    }

    /** Number d² of rows. */
    int size() {
        return entries.length;
    }

    /** Rows; the map's own arrays. */
    double[][] entries() {
        return entries;
    }

    /** The basis matrix with an index, packed. */
    static double[] packedBasis(int index, int dimension) {
        double[] packed = new double[dimension * dimension];
        packed[index] = 1 / weight(index, dimension);
        return packed;
    }

    /** Coordinates of a packed matrix in units of its elements. */
    static double weight(int index, int dimension) {
        return index % (dimension + 1) == 0 ? 1 : ROOT;
    }

    /** Coordinates of a packed matrix, shape [d²]. */
    static double[] coordinates(double[] packed, int dimension) {
        double[] x = new double[packed.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = packed[i] * weight(i, dimension);
        }
        return x;
    }

    /** Tr AB of two packed matrices. */
    static double trace(double[] a, double[] b) {
        int d = (int) Math.round(Math.sqrt(a.length));
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i] * (i % (d + 1) == 0 ? 1 : 2);
        }
        return sum;
    }

    /** The image of a packed matrix, packed. */
    double[] apply(double[] packed) {
        double[] x = coordinates(packed, dimension);
        double[] out = new double[x.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = dot(entries[i], x) / weight(i, dimension);
        }
        return out;
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    Superoperator times(Superoperator other) {
        int n = entries.length;
        double[][] out = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                double factor = entries[i][k];
                for (int j = 0; j < n; j++) {
                    out[i][j] += factor * other.entries[k][j];
                }
            }
        }
        return new Superoperator(out);
    }

    /** Root of the sum of squares of all elements. */
    double norm() {
        double sum = 0;
        for (double[] row : entries) {
            sum += dot(row, row);
        }
        return Math.sqrt(sum);
    }

    Superoperator minus(Superoperator other) {
        int n = entries.length;
        double[][] out = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                out[i][j] = entries[i][j] - other.entries[i][j];
            }
        }
        return new Superoperator(out);
    }
}
