package org.unravel.numeric;

import java.util.Arrays;

/** Collects entries of a {@link SparseMatrix}; entries at one place are added up, in the order in which they came. */
public final class SparseMatrixBuilder {

    private final int dimension;
    private int count;
    private long[] place = new long[16];
    private double[] re = new double[16];
    private double[] im = new double[16];
    /** Magnitudes of what each entry was added up from, 0 where it was not; null, or shorter than the entries, where there are none. */
    private double[] magnitudes;

    /** A builder of a square matrix; {@code dimension} ≥ 1. */
    public SparseMatrixBuilder(int dimension) {
        if (dimension < 1) {
            throw new IllegalArgumentException("expected dimension >= 1, found " + dimension);
        }
        this.dimension = dimension;
    }

    /** Adds {@code re + i im} to the entry at (row, column), both from 0 (inclusive) to the dimension (exclusive). */
    public SparseMatrixBuilder add(int row, int column, double re, double im) {
        if (row < 0 || row >= dimension || column < 0 || column >= dimension) {
            throw new IllegalArgumentException("expected 0 <= row, column < " + dimension + ", found " + row + ", " + column);
        }
        if (re == 0 && im == 0) {
            return this;
        }
        if (count == place.length) {
            place = Arrays.copyOf(place, 2 * count);
            this.re = Arrays.copyOf(this.re, 2 * count);
            this.im = Arrays.copyOf(this.im, 2 * count);
        }
        place[count] = (long) row * dimension + column;
        this.re[count] = re;
        this.im[count++] = im;
        return this;
    }

    /** The same for an entry that is itself a sum of numbers of magnitudes that add up to {@code magnitude}; 0 where it is none. */
    SparseMatrixBuilder add(int row, int column, double re, double im, double magnitude) {
        int before = count;
        add(row, column, re, im);
        if (count > before && magnitude > 0) {
            if (magnitudes == null || magnitudes.length < count) {
                magnitudes = magnitudes == null ? new double[place.length] : Arrays.copyOf(magnitudes, place.length);
            }
            magnitudes[before] = magnitude;
        }
        return this;
    }

    /** Adds {@code (factorRe + i factorIm) matrix}. */
    public SparseMatrixBuilder add(double factorRe, double factorIm, SparseMatrix matrix) {
        int[] start = matrix.rowStart();
        double size = matrix.hasMagnitudes() ? SparseMatrix.modulus(factorRe, factorIm) : 0;
        for (int i = 0; i < matrix.dimension(); i++) {
            for (int p = start[i]; p < start[i + 1]; p++) {
                double x = matrix.re()[p];
                double y = matrix.im()[p];
                add(i, matrix.columns()[p], factorRe * x - factorIm * y, factorRe * y + factorIm * x, size * matrix.kept(p));
            }
        }
        return this;
    }

    /** The matrix; entries that add up to exactly zero are dropped. */
    public SparseMatrix build() {
        int[] order = stableOrder();
        int[] rowStart = new int[dimension + 1];
        int[] columns = new int[count];
        double[] outRe = new double[count];
        double[] outIm = new double[count];
        double[] outMagnitudes = null;
        int n = 0;
        for (int p = 0; p < count; ) {
            int first = p;
            long at = place[order[p]];
            double x = 0;
            double y = 0;
            for (; p < count && place[order[p]] == at; p++) {
                x += re[order[p]];
                y += im[order[p]];
            }
            if (x != 0 || y != 0) {
                if (p > first + 1 || magnitudes != null) {
                    outMagnitudes = outMagnitudes == null ? new double[count] : outMagnitudes;
                    outMagnitudes[n] = magnitude(order, first, p);
                }
                rowStart[(int) (at / dimension) + 1]++;
                columns[n] = (int) (at % dimension);
                outRe[n] = x;
                outIm[n++] = y;
            }
        }
        for (int i = 0; i < dimension; i++) {
            rowStart[i + 1] += rowStart[i];
        }
        return SparseMatrix.ofOrdered(dimension, rowStart, Arrays.copyOf(columns, n), Arrays.copyOf(outRe, n), Arrays.copyOf(outIm, n),
                outMagnitudes == null ? null : Arrays.copyOf(outMagnitudes, n));
    }

    /** Sum of the magnitudes of the entries from one (inclusive) to another (exclusive) in an order. */
    private double magnitude(int[] order, int from, int to) {
        double sum = 0;
        for (int p = from; p < to; p++) {
            double kept = magnitudes == null || order[p] >= magnitudes.length ? 0 : magnitudes[order[p]];
            sum += Math.max(kept, SparseMatrix.modulus(re[order[p]], im[order[p]]));
        }
        return sum;
    }

    /** Indices of the entries by place, entries of one place in the order of their coming: two stable counting sorts. */
    private int[] stableOrder() {
        int[] byColumn = new int[count];
        int[] start = new int[dimension + 1];
        for (int p = 0; p < count; p++) {
            start[(int) (place[p] % dimension) + 1]++;
        }
        for (int i = 0; i < dimension; i++) {
            start[i + 1] += start[i];
        }
        for (int p = 0; p < count; p++) {
            byColumn[start[(int) (place[p] % dimension)]++] = p;
        }
        int[] order = new int[count];
        Arrays.fill(start, 0);
        for (int p = 0; p < count; p++) {
            start[(int) (place[p] / dimension) + 1]++;
        }
        for (int i = 0; i < dimension; i++) {
            start[i + 1] += start[i];
        }
        for (int p : byColumn) {
            order[start[(int) (place[p] / dimension)]++] = p;
        }
        return order;
    }
}
