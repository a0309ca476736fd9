package org.unravel.numeric;

import java.util.Arrays;

/**
 * Immutable square complex matrix in compressed rows; entries of a row are ordered by column and none is exactly zero.
 *
 * <p>Each entry remembers the magnitudes that were added up in it, as far as sums and multiples go: what bounds its rounding where they cancel
 * ({@link Rounding}). Two matrices are equal if their entries are, whatever they were added up from.
 *
 * <p>Not for hot loops by itself: engines read {@link #rowStart()}, {@link #columns()}, {@link #re()} and {@link #im()} once and keep
 * their own layout. The arrays these return are the matrix's own and must not be written.
 */
public final class SparseMatrix {

    private final int dimension;
    private final int[] rowStart;
    private final int[] columns;
    private final double[] re;
    private final double[] im;
    /** Sums of magnitudes; null where no entry was added up from several, so that they are the moduli. */
    private final double[] magnitudes;

    private SparseMatrix(int dimension, int[] rowStart, int[] columns, double[] re, double[] im, double[] magnitudes) {
        this.dimension = dimension;
        this.rowStart = rowStart;
        this.columns = columns;
        this.re = re;
        this.im = im;
        this.magnitudes = magnitudes;
    }

    /** The zero matrix of a dimension ≥ 1. */
    public static SparseMatrix zero(int dimension) {
        return new SparseMatrix(dimension, new int[dimension + 1], new int[0], new double[0], new double[0], null);
    }

    /** The identity of a dimension ≥ 1. */
    public static SparseMatrix identity(int dimension) {
        SparseMatrixBuilder builder = new SparseMatrixBuilder(dimension);
        for (int i = 0; i < dimension; i++) {
            builder.add(i, i, 1, 0);
        }
        return builder.build();
    }

    /** The matrix with real diagonal {@code diagonal}. */
    public static SparseMatrix diagonal(double... diagonal) {
        SparseMatrixBuilder builder = new SparseMatrixBuilder(diagonal.length);
        for (int i = 0; i < diagonal.length; i++) {
            builder.add(i, i, diagonal[i], 0);
        }
        return builder.build();
    }

    /** |ψ⟩⟨ψ| of the ket with parts {@code re, im}. */
    public static SparseMatrix projector(double[] re, double[] im) {
        SparseMatrixBuilder builder = new SparseMatrixBuilder(re.length);
        for (int i = 0; i < re.length; i++) {
            for (int j = 0; j < re.length; j++) {
                builder.add(i, j, re[i] * re[j] + im[i] * im[j], im[i] * re[j] - re[i] * im[j]);
            }
        }
        return builder.build();
    }

    /**
     * The matrix of entries in the order of their places.
     *
     * @param rowStart place of the first entry of each row, and the number of all behind it, shape [dimension + 1]
     * @param columns ascending in each row, shape [entries]
     * @param re real parts, same shape; zeros may be among them
     * @param im imaginary parts, same shape
     */
    public static SparseMatrix of(int dimension, int[] rowStart, int[] columns, double[] re, double[] im) {
        return ofOrdered(dimension, rowStart, columns, re, im, null);
    }

    static SparseMatrix ofOrdered(int dimension, int[] rowStart, int[] columns, double[] re, double[] im) {
        return new SparseMatrix(dimension, rowStart, columns, re, im, null);
    }

    static SparseMatrix ofOrdered(int dimension, int[] rowStart, int[] columns, double[] re, double[] im, double[] magnitudes) {
        return new SparseMatrix(dimension, rowStart, columns, re, im, magnitudes);
    }

    /** Number of rows and of columns. */
    public int dimension() {
        return dimension;
    }

    /** Number of stored entries, none of them zero. */
    public int nonZeroCount() {
        return columns.length;
    }

    /** Row i has the entries from {@code rowStart()[i]} (inclusive) to {@code rowStart()[i + 1]} (exclusive). */
    public int[] rowStart() {
        return rowStart;
    }

    /** Column of each entry. */
    public int[] columns() {
        return columns;
    }

    /** Real part of each entry. */
    public double[] re() {
        return re;
    }

    /** Imaginary part of each entry. */
    public double[] im() {
        return im;
    }

    /** True if no entry is stored. */
    public boolean isZero() {
        return columns.length == 0;
    }

    /** Index of an entry, or a negative number where the entry is zero. */
    private int find(int row, int column) {
        return Arrays.binarySearch(columns, rowStart[row], rowStart[row + 1], column);
    }

    /** Real part of one entry. */
    public double re(int row, int column) {
        int p = find(row, column);
        return p < 0 ? 0 : re[p];
    }

    /** Imaginary part of one entry. */
    public double im(int row, int column) {
        int p = find(row, column);
        return p < 0 ? 0 : im[p];
    }

    /** The modulus of a number; the library's is slow, and most entries are real or imaginary. */
    static double modulus(double re, double im) {
        return im == 0 ? Math.abs(re) : re == 0 ? Math.abs(im) : Math.hypot(re, im);
    }

    /** Sum of the magnitudes that were added up in the p-th stored entry, at least its modulus. */
    public double magnitude(int p) {
        double modulus = modulus(re[p], im[p]);
        return magnitudes == null ? modulus : Math.max(modulus, magnitudes[p]);
    }

    /** True if entries were added up from others. */
    boolean hasMagnitudes() {
        return magnitudes != null;
    }

    /** The magnitude that is kept beside the p-th entry; 0 where that is its modulus. */
    double kept(int p) {
        return magnitudes == null ? 0 : magnitudes[p];
    }

    /** The sum {@code this + (factorRe + i factorIm) other}. */
    public SparseMatrix plus(double factorRe, double factorIm, SparseMatrix other) {
        requireSameDimension(other);
        SparseMatrixBuilder builder = new SparseMatrixBuilder(dimension);
        builder.add(1, 0, this);
        builder.add(factorRe, factorIm, other);
        return builder.build();
    }

    /** The sum of two matrices of equal dimension. */
    public SparseMatrix plus(SparseMatrix other) {
        return plus(1, 0, other);
    }

    /** The difference of two matrices of equal dimension. */
    public SparseMatrix minus(SparseMatrix other) {
        return plus(-1, 0, other);
    }

    /** The moduli of the entries. */
    public SparseMatrix moduli() {
        double[] moduli = new double[re.length];
        for (int p = 0; p < re.length; p++) {
            moduli[p] = modulus(re[p], im[p]);
        }
        return new SparseMatrix(dimension, rowStart, columns, moduli, new double[re.length], magnitudes);
    }

    /** This matrix times a complex number. */
    public SparseMatrix scaled(double factorRe, double factorIm) {
        double[] outRe = new double[re.length];
        double[] outIm = new double[re.length];
        for (int p = 0; p < re.length; p++) {
            outRe[p] = factorRe * re[p] - factorIm * im[p];
            outIm[p] = factorRe * im[p] + factorIm * re[p];
            if (outRe[p] == 0 && outIm[p] == 0) {
                // An entry has vanished, which the places of this matrix do not allow for.
                return new SparseMatrixBuilder(dimension).add(factorRe, factorIm, this).build();
            }
        }
        double[] outMagnitudes = null;
        if (magnitudes != null) {
            double modulus = modulus(factorRe, factorIm);
            outMagnitudes = new double[re.length];
            for (int p = 0; p < re.length; p++) {
                outMagnitudes[p] = modulus * magnitudes[p];
            }
        }
        return new SparseMatrix(dimension, rowStart, columns, outRe, outIm, outMagnitudes);
    }

    /** ½{A, B} = (AB + BA)/2 with this matrix as A. */
    public SparseMatrix halfAnticommutator(SparseMatrix other) {
        return times(other).plus(other.times(this)).scaled(0.5, 0);
    }

    /**
     * The matrix product {@code this · other}, row by row with one dense row of sums: Gustavson (1978), doi:10.1145/355791.355796.
     * Terms of an entry are added in the order of the inner index.
     */
    public SparseMatrix times(SparseMatrix other) {
        requireSameDimension(other);
        SparseMatrixRows rows = new SparseMatrixRows(dimension);
        for (int i = 0; i < dimension; i++) {
            for (int p = rowStart[i]; p < rowStart[i + 1]; p++) {
                rows.addRow(re[p], im[p], other, columns[p]);
            }
            rows.endRow();
        }
        return rows.build();
    }

    /** Number of multiplications of entries that {@link #times} makes: its cost. */
    public long multiplicationCount(SparseMatrix other) {
        requireSameDimension(other);
        long sum = 0;
        for (int k : columns) {
            sum += other.rowStart[k + 1] - other.rowStart[k];
        }
        return sum;
    }

    /** The Hermitian conjugate. */
    public SparseMatrix adjoint() {
        int[] start = new int[dimension + 1];
        for (int column : columns) {
            start[column + 1]++;
        }
        Arrays.setAll(start, i -> i == 0 ? 0 : start[i] + start[i - 1]);
        int[] next = Arrays.copyOf(start, dimension);
        int[] places = new int[columns.length];
        double[] outRe = new double[columns.length];
        double[] outIm = new double[columns.length];
        double[] outMagnitudes = magnitudes == null ? null : new double[columns.length];
        for (int i = 0; i < dimension; i++) {
            for (int p = rowStart[i]; p < rowStart[i + 1]; p++) {
                int at = next[columns[p]]++;
                places[at] = i;
                // no zero with a sign
                outRe[at] = 0 + re[p];
                outIm[at] = 0 - im[p];
                if (outMagnitudes != null) {
                    outMagnitudes[at] = magnitudes[p];
                }
            }
        }
        return new SparseMatrix(dimension, start, places, outRe, outIm, outMagnitudes);
    }

    /** The Kronecker product; this matrix acts on the slow index. */
    public SparseMatrix kronecker(SparseMatrix other) {
        int m = other.dimension;
        int size = Math.multiplyExact(dimension, m);
        int count = Math.multiplyExact(nonZeroCount(), other.nonZeroCount());
        int[] start = new int[size + 1];
        int[] places = new int[count];
        double[] outRe = new double[count];
        double[] outIm = new double[count];
        int n = 0;
        for (int row = 0; row < size; row++) {
            int k = row % m;
            for (int p = rowStart[row / m]; p < rowStart[row / m + 1]; p++) {
                for (int q = other.rowStart[k]; q < other.rowStart[k + 1]; q++) {
                    places[n] = columns[p] * m + other.columns[q];
                    outRe[n] = re[p] * other.re[q] - im[p] * other.im[q];
                    outIm[n++] = re[p] * other.im[q] + im[p] * other.re[q];
                }
            }
            start[row + 1] = n;
        }
        return new SparseMatrix(size, start, places, outRe, outIm, null);
    }

    /** The part on some basis states, in their order: entry (i, j) is that at ({@code states[i]}, {@code states[j]}); states ascend. */
    public SparseMatrix restricted(int[] states) {
        if (states.length == dimension) {
            return this;
        }
        int[] place = new int[dimension];
        Arrays.fill(place, -1);
        for (int i = 0; i < states.length; i++) {
            place[states[i]] = i;
        }
        SparseMatrixBuilder builder = new SparseMatrixBuilder(states.length);
        for (int i = 0; i < states.length; i++) {
            for (int p = rowStart[states[i]]; p < rowStart[states[i] + 1]; p++) {
                if (place[columns[p]] >= 0) {
                    builder.add(i, place[columns[p]], re[p], im[p], kept(p));
                }
            }
        }
        return builder.build();
    }

    /** The commutator {@code this · other − other · this}. */
    public SparseMatrix commutator(SparseMatrix other) {
        return times(other).minus(other.times(this));
    }

    /** Largest modulus of an entry; 0 for the zero matrix. */
    public double maxModulus() {
        double max = 0;
        for (int p = 0; p < re.length; p++) {
            max = Math.max(max, modulus(re[p], im[p]));
        }
        return max;
    }

    /** Largest row sum of moduli: a bound of the spectral norm of a Hermitian matrix. */
    public double rowSumNorm() {
        double max = 0;
        for (int i = 0; i < dimension; i++) {
            double sum = 0;
            for (int p = rowStart[i]; p < rowStart[i + 1]; p++) {
                sum += modulus(re[p], im[p]);
            }
            max = Math.max(max, sum);
        }
        return max;
    }

    /** Largest modulus of an entry of {@code this − this†}: zero for a Hermitian matrix. */
    public double hermiticityDefect() {
        return minus(adjoint()).maxModulus();
    }

    /** Writes this matrix times a ket to {@code outRe, outIm}, which must not be the input. All arrays have {@code dimension} elements. */
    public void apply(double[] ketRe, double[] ketIm, double[] outRe, double[] outIm) {
        // locals: short runs come here before it is compiled
        double[] a = re;
        double[] b = im;
        int[] places = columns;
        for (int i = 0; i < dimension; i++) {
            double x = 0;
            double y = 0;
            int end = rowStart[i + 1];
            for (int p = rowStart[i]; p < end; p++) {
                int k = places[p];
                double u = ketRe[k];
                double v = ketIm[k];
                x += a[p] * u - b[p] * v;
                y += a[p] * v + b[p] * u;
            }
            outRe[i] = x;
            outIm[i] = y;
        }
    }

    /** Re ⟨ψ|M|ψ⟩ of an unnormalised ket. */
    public double expectation(double[] ketRe, double[] ketIm) {
        double[] a = re;
        double[] b = im;
        int[] places = columns;
        double sum = 0;
        for (int i = 0; i < dimension; i++) {
            double x = 0;
            double y = 0;
            int end = rowStart[i + 1];
            for (int p = rowStart[i]; p < end; p++) {
                int k = places[p];
                x += a[p] * ketRe[k] - b[p] * ketIm[k];
                y += a[p] * ketIm[k] + b[p] * ketRe[k];
            }
            sum += ketRe[i] * x + ketIm[i] * y;
        }
        return sum;
    }

    private void requireSameDimension(SparseMatrix other) {
        if (other.dimension != dimension) {
            throw new IllegalArgumentException("expected matrices of equal dimension, found " + dimension + " and " + other.dimension);
        }
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof SparseMatrix m && m.dimension == dimension && Arrays.equals(rowStart, m.rowStart)
                && Arrays.equals(columns, m.columns) && Arrays.equals(re, m.re) && Arrays.equals(im, m.im);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(columns) + Arrays.hashCode(re);
    }

    @Override
    public String toString() {
        return "SparseMatrix[dimension=" + dimension + ", nonZeroCount=" + nonZeroCount() + "]";
    }
}
